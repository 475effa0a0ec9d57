"""What Hugo is asked for is what our build makes."""

import re
from pathlib import Path

import pytest

from bench.builders import Field, Hugo, Ours, hugo_program
from bench.corpus import corpus
from bench.hugo_content import HugoContent
from bench.sameness import Size, differences, size_of
from building import ROOT

_BRIEF = re.compile(r'href="/(briefs/[^"#]+/)"')


@pytest.mark.long
@pytest.mark.parametrize("briefs", [60, 400])
def test_both_sites_are_the_same_work(briefs: int, tmp_path: Path) -> None:
    field = Field(corpus(briefs), tmp_path)
    ours = Ours(tmp_path, "publish", field.content, field.theme)
    hugo = Hugo(tmp_path, hugo_program())
    ours.build()
    hugo.build()
    assert differences(size_of(ours.site), size_of(hugo.site)) == []
    assert _incidents_by_page(ours.site) == _incidents_by_page(hugo.site)
    told = hugo.log.read_text("utf-8")
    assert "ERROR" not in told
    assert "WARN" not in told


def _incidents_by_page(site: Path) -> dict[str, set[str]]:
    """The addresses of all pages but the home page, each with the briefs that it leads to."""
    return {
        page.relative_to(site).as_posix(): set(_BRIEF.findall(page.read_text("utf-8")))
        for page in site.rglob("*.html")
        if page.parent != site
    }


@pytest.mark.long
def test_what_is_edited_is_as_before_afterwards(tmp_path: Path) -> None:
    field = Field(corpus(60), tmp_path)
    before = _bytes(tmp_path)
    field.edit_body(1)
    field.edit_title()
    field.add_brief()
    field.edit_template()
    changed = {path for path, data in _bytes(tmp_path).items() if before.get(path) != data}
    assert {path.parent.name for path in changed} >= {"templates", "2025"}
    assert len([path for path in changed if path not in before]) == 2
    field.restore()
    assert _bytes(tmp_path) == before


def _bytes(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_hugo_is_given_a_page_for_each_brief_and_entry() -> None:
    found = corpus(60)
    files = dict(HugoContent(found).files())
    for folder, entries in (
        ("groups", found.groups),
        ("locations", found.locations),
        ("weapons", found.weapons),
        ("sources", found.sources),
    ):
        for entry in entries:
            assert f"content/{folder}/{entry.slug}/_index.md" in files
    for brief in found.briefs:
        assert f"content/briefs/{brief.slug[:4]}/{brief.slug}.md" in files


def test_its_content_is_the_same_twice() -> None:
    assert dict(HugoContent(corpus(60)).files()) == dict(HugoContent(corpus(60)).files())


def test_no_template_goes_over_all_pages_but_through_what_is_kept() -> None:
    """Of all briefs is asked in one partial, and that is kept: it runs once in a build."""
    layouts = ROOT / "bench" / "hugo" / "layouts"
    asking = {
        path.relative_to(layouts).as_posix()
        for path in layouts.rglob("*.*")
        if any(word in path.read_text("utf-8") for word in ("site.Pages", "RegularPages"))
    }
    assert asking == {"_partials/members.html"}
    for path in layouts.rglob("*.*"):
        assert 'partial "members.html"' not in path.read_text("utf-8"), path


def test_sites_that_differ_are_told_apart() -> None:
    ours = Size(files=1000, pages=1_000_000, all=2_000_000)
    assert differences(ours, Size(1020, 1_150_000, 9_000_000)) == []
    assert len(differences(ours, Size(1021, 1_000_000, 2_000_000))) == 1
    assert len(differences(ours, Size(1000, 849_000, 2_000_000))) == 1


def test_the_size_of_a_site(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("12345", "utf-8")
    (tmp_path / "feed.xml").write_text("123", "utf-8")
    assert size_of(tmp_path) == Size(files=2, pages=5, all=8)


def test_without_hugo_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUGO", "/somewhere/hugo")
    assert hugo_program() == Path("/somewhere/hugo")
