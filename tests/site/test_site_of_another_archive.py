"""The same code builds an archive on another subject: the invented harbour of tests/harbour."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree, html

from building import HARBOUR, HARBOUR_DAY, ROOT, place
from links import broken

GOLDEN = Path(__file__).parent / "golden"
SITEURL = "http://localhost:8000"

# Elements that a reader meets as lines of their own.
BLOCKS = frozenset(
    ("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "th", "td", "blockquote", "pre", "caption")
)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    here = place(tmp_path_factory.mktemp("harbour") / "x", HARBOUR, TODAY=HARBOUR_DAY)
    ran = here.pelican("-e", 'SITENAME="The harbour"', 'SITE_DESCRIPTION="What was said of it."')
    assert ran.code == 0, ran.out
    return here.tree()


def test_everything_resolves(harbour: Mapping[str, bytes]) -> None:
    assert not broken(harbour, SITEURL)


def test_nothing_of_the_first_archive_is_in_it(harbour: Mapping[str, bytes]) -> None:
    pages = b" ".join(data for name, data in harbour.items() if name.endswith((".html", ".xml")))
    assert not re.search(rb"Iraq|Syria|Houthi|Pentagon|US forces|Middle East", pages)


@pytest.mark.parametrize("folder", ["plugins", "theme"])
def test_nothing_of_the_first_archive_is_in_the_code(folder: str) -> None:
    subject = re.compile(r"\b(Iraq|Syria|Houthi|Pentagon|Red Sea|US forces|Middle East)\b")
    named = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".html", ".css", ".svg")
        and subject.search(path.read_text(encoding="utf-8"))
    ]
    assert not named


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "404.html",
        "briefs/2021-05-04-north-pier-drones/index.html",
        "briefs/2021-05-04-south-pier-rockets/index.html",
        "timeline/2021/05/index.html",
        "groups/index.html",
        "groups/harbour-brigade/index.html",
        "groups/coastal-republic/index.html",
        "locations/index.html",
        "locations/north-pier/index.html",
        "briefs/2021-05-01-customs-house-shots/index.html",
        "briefs/2021-05-02-outer-roads-boat/index.html",
        "briefs/2021-05-02-outer-roads-wreck/index.html",
        "timeline/index.html",
        "timeline/2021/index.html",
        "countries/index.html",
        "countries/is/index.html",
        "countries/xz/index.html",
        "weapons/index.html",
        "weapons/drone/index.html",
        "weapons/one-way-attack-drone/index.html",
        "sources/index.html",
        "sources/by/h/index.html",
        "sources/gazette-2021-05-06/index.html",
        "totals/index.html",
        "corrections/index.html",
        "feeds/index.html",
        "data/index.html",
    ],
)
def test_a_page_reads_as_it_should(
    harbour: Mapping[str, bytes], page: str, request: pytest.FixtureRequest
) -> None:
    """The words of each page in their order. `pytest --write-golden` writes them anew: read the
    difference before you commit it."""
    golden = GOLDEN / (page.removesuffix("/index.html").replace("/", "_") + ".txt")
    words = as_read(harbour[page])
    if request.config.getoption("--write-golden"):
        golden.write_text(words, encoding="utf-8")
    assert words == golden.read_text(encoding="utf-8")


def as_read(page: bytes) -> str:
    """The main part of a page as text: a line for each block, headings and items marked."""
    main = html.document_fromstring(page.decode()).xpath("//main")[0]
    lines = [line for block in main.iter(etree.Element) if (line := _line(block))]
    return "\n".join(lines) + "\n"


def _line(block: html.HtmlElement) -> str:
    if block.tag not in BLOCKS:
        return ""
    own = " ".join("".join(_own_text(block)).split())
    if not own:
        return ""
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "dt": ": "}
    return marks.get(str(block.tag), "  ") + own


def _own_text(element: html.HtmlElement) -> list[str]:
    """Text of the element without that of the blocks inside it, which are lines of their own."""
    found = [element.text or ""]
    for child in element:
        if child.tag not in BLOCKS and child.tag not in ("ul", "ol", "dl", "table", "svg"):
            found += _own_text(child)
        found.append(child.tail or "")
    return found
