"""Markup, style sheets and pictures are sound, for whatever reads them; held on every page."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree, html

from browser_sites import SITES, Site, missing
from building import ROOT, run

pytestmark = pytest.mark.browser

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHECKED = (".html", ".css", ".svg")
# Properties of SVG 2 that style sheets may hold and browsers know; the checker's list lacks them.
UNKNOWN_TO_IT = r".*CSS: .(vector-effect|paint-order).: Property .* doesn.t exist.*"
ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


@pytest.mark.parametrize("name", SITES)
def test_the_html_checker_finds_no_error(sites: Mapping[str, Site], name: str) -> None:
    site = sites[name]
    files, said = checked(site.folder)
    assert files == {
        path.relative_to(site.folder).as_posix()
        for path in site.folder.rglob("*")
        if path.suffix in CHECKED
    }
    for line in said:
        print(line)
    assert not [line for line in said if line.startswith("error")]


def test_the_html_checker_finds_errors(tmp_path: Path) -> None:
    """Else the test above would hold nothing."""
    (tmp_path / "page.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>", "utf-8")
    (tmp_path / "style.css").write_text("a { colr: red }", "utf-8")
    (tmp_path / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><x/></svg>')
    wrong = {line.split(":")[1].strip() for line in checked(tmp_path)[1] if line[:5] == "error"}
    assert wrong == {"page.html", "style.css", "icon.svg"}


def checked(folder: Path) -> tuple[set[str], list[str]]:
    """The files that the Nu HTML checker read, and a line for all that it says of them."""
    if shutil.which("java") is None:
        missing("Java", "On Debian: apt-get install default-jre-headless")
    if not CHECKER.is_file():
        missing("The HTML checker", "Node.js' npm installs it: npm ci --ignore-scripts")
    words = ["java", "-jar", str(CHECKER), "--skip-non-html", "--also-check-css"]
    words += ["--also-check-svg", "--verbose", "--exit-zero-always", "--format", "gnu"]
    words += ["--filterpattern", UNKNOWN_TO_IT]
    ran = run(*words, str(folder))
    assert ran.code == 0, ran.out
    root = f"{folder}/"
    files = {line.removeprefix(root) for line in ran.out.splitlines() if line.startswith(root)}
    return files, list(_told(ran.out, root))


_LINE = re.compile(r'"file:(?P<file>[^"]+)":(?P<place>[\d.-]*):? ?(?P<kind>.*?): (?P<words>.*)')


def _told(out: str, root: str) -> Iterator[str]:
    for line in out.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            assert line.startswith(root), line
        elif "File was not checked" not in found["words"]:
            file = found["file"].removeprefix(root)
            yield f"{found['kind']}: {file}:{found['place']}: {found['words']}"


@pytest.mark.parametrize("name", SITES)
def test_heading_levels_do_not_jump(sites: Mapping[str, Site], name: str) -> None:
    faults = []
    for path in sites[name].files():
        page = html.document_fromstring(path.read_bytes().decode())
        levels = [int(element.tag[1]) for element in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if levels.count(1) != 1:
            faults.append(f"{path}: {levels.count(1)} headings of the first level")
        for before, level in zip([0, *levels], levels, strict=False):
            if level > before + 1:
                faults.append(f"{path}: level {level} after level {before}")
    assert not faults


@pytest.mark.parametrize("name", SITES)
def test_arabic_script_has_its_language_and_direction(sites: Mapping[str, Site], name: str) -> None:
    faults = []
    found = 0
    for path in sites[name].files():
        page = html.document_fromstring(path.read_bytes().decode())
        for text in page.xpath("//body//text()"):
            if ARABIC_SCRIPT.search(text):
                found += 1
                element = text.getparent() if not text.is_tail else text.getparent().getparent()
                faults += [f"{path}: {text!r}: {fault}" for fault in _untold(element)]
    assert found, "no page has Arabic script: this test would hold nothing"
    assert not faults, "\n".join(faults)


def _untold(element: etree._Element) -> Iterator[str]:
    """A language of the text's own, not that of the page, and its direction.

    A name of which the archive does not say the language, as a publisher's, stands in <bdi>: that
    keeps its direction to itself, and for proper names WCAG 3.1.2 wants no language.
    """
    if element.xpath("ancestor-or-self::bdi"):
        return
    if element.xpath("ancestor-or-self::*[@lang]")[-1].tag == "html":
        yield "no lang"
    if element.xpath("ancestor-or-self::*[@dir]/@dir")[-1:] not in (["rtl"], ["auto"]):
        yield "no dir"
