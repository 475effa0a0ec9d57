"""What the plan of the part knows: list facts only, and of each page what it is made from."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from building import HARBOUR
from dateline.archive import Archive, Entry, Held
from dateline.briefs import outputs as brief_outputs
from dateline.groups import outputs as group_outputs
from dateline.kept import Said
from dateline.model.facts import Facts, SourceFacts
from dateline.plan import Page, Site, SiteSettings, plan
from dateline.sources import outputs
from dateline.totals import outputs as total_outputs
from harbour_pages import PAGE, archive_of, resting, source
from harbours import SMALLEST

BOAT = "briefs/2021/2021-05-02-outer-roads-boat.md"
COALITION = "sources/coalition-2021-05-04.md"

# By path, what a page is given and its view.
GIVEN, VIEW = 0, 1
Made = dict[str, tuple[str, str]]


def site_of(rows: int) -> Site:
    return Site(
        SiteSettings(
            name="Harbour",
            url="https://example.org",
            description="",
            licence_name="",
            licence_url="",
            feed_authority=("example.org", 2021),
            list_rows=rows,
        )
    )


def made(archive: Archive, rows: int) -> Made:
    """Of each page of the part."""
    site = site_of(rows)
    planned = plan(archive, site, [outputs, brief_outputs, group_outputs, total_outputs])
    return {
        page.path: (repr((site.base, page.given())), repr(page.view()))
        for page in planned.outputs
        if isinstance(page, Page) and page.path.startswith("sources/")
        if page.given is not None
    }


def edited(folder: Path, files: Mapping[str, str]) -> Archive:
    """With heads that are those of the front matter alone."""
    archive = archive_of(folder, files)
    entries = {entry.slug: headed(entry) for entry in archive.with_page}
    return replace(
        archive,
        briefs=tuple(entries[entry.slug] for entry in archive.briefs),
        withdrawn=tuple(entries[entry.slug] for entry in archive.withdrawn),
        merged=tuple(entries[entry.slug] for entry in archive.merged),
        by_id={name: entries[entry.slug] for name, entry in archive.by_id.items()},
        sources={key: headed(entry) for key, entry in archive.sources.items()},
        totals={key: headed(entry) for key, entry in archive.totals.items()},
    )


def headed(entry: Entry[Any]) -> Entry[Any]:
    head = sha256(repr(entry.value).encode()).hexdigest()
    return Entry(entry.slug, entry.value, entry.text, entry.digest, head)


def changed(before: Made, after: Made, what: int) -> set[str]:
    """The pages of which the one or the other, 0 or 1 of `Made`, differs; those that come or go."""
    nothing = ("", "")
    return {
        path.removeprefix("sources/").removesuffix("/index.html")
        for path in before.keys() | after.keys()
        if before.get(path, nothing)[what] != after.get(path, nothing)[what]
    }


def edit(path: str, old: str, new: str) -> dict[str, str]:
    text = (HARBOUR / path).read_text("utf-8")
    assert text.count(old) == 1
    return {path: text.replace(old, new)}


ALL_LETTERS = {f"by/{letter}" for letter in ("c", "h", "other", "p")}

EDITS: dict[str, tuple[dict[str, str], set[str]]] = {
    "the title of a brief with one source": (
        edit(SMALLEST, "title: Rockets reported", "title: Rockets said"),
        {"by/h"},
    ),
    "the title of a brief with sources of two letters": (
        edit(BOAT, "title: Unmanned boat", "title: A boat"),
        {"by/p", "by/other", "port-authority-2021-05-02"},
    ),
    "the title of an own source": (
        edit(SMALLEST, "title: Rockets near pier", "title: Rockets near a pier"),
        {"by/h"},
    ),
    "a sentence of a brief without a shared source": (
        edit(SMALLEST, "in the night [", "at night ["),
        set(),
    ),
    "a citation in a brief with a shared source": (
        edit(BOAT, " [@port-authority-2021-05-02]", " [@sahil]"),
        {"port-authority-2021-05-02"},
    ),
    "the title of a shared source": (
        edit(COALITION, "title: Statement on", "title: Words on"),
        {"by/c", "coalition-2021-05-04"},
    ),
    "the text of a shared source": (
        edit(COALITION, "kind: official\n---\n", "kind: official\n---\nIt has one page.\n"),
        {"coalition-2021-05-04"},
    ),
    "the publisher of a shared source": (
        edit(COALITION, "publisher: Coalition headquarters", "publisher: Headquarters"),
        {"index.html", "by/c", "by/h", "coalition-2021-05-04"},
    ),
    "a total that names a shared source": (
        edit("totals/2021-05-09-coalition.md", "by: Coalition", "by: The coalition's"),
        {"by/c", "coalition-2021-05-04"},
    ),
    "a total that names a source of a brief": (
        edit("totals/2021-05-08-pier-watch.md", "by: Pier Watch", "by: The Pier Watch"),
        {"by/p"},
    ),
    "a new brief with a source of its own": (
        resting("a", source("x", "Pier Watch", "One", PAGE)),
        {"index.html", "by/p", "by/h"},
    ),
    "a new brief with a source of a new letter": (
        resting("a", source("x", "Daily", "One", PAGE)),
        {"index.html", "by/d", *ALL_LETTERS},
    ),
    "a new shared source with the address of an own one": (
        {
            "sources/rockets.md": "---\ntitle: Rockets near pier\npublisher: Harbour Gazette\n"
            "published: 2021-05-05\nurl: https://example.org/rockets\n---\n"
        },
        {"by/h", "rockets"},
    ),
}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return edited(tmp_path_factory.mktemp("given"), {})


@pytest.mark.parametrize("name", EDITS)
def test_what_a_page_is_given_changes_with_its_view(
    name: str, harbour: Archive, tmp_path: Path
) -> None:
    files, pages = EDITS[name]
    before, after = made(harbour, 100), made(edited(tmp_path, files), 100)
    assert changed(before, after, VIEW) == pages
    assert changed(before, after, GIVEN) == pages


@pytest.mark.parametrize("name", EDITS)
def test_no_page_of_long_lists_changes_unseen(name: str, harbour: Archive, tmp_path: Path) -> None:
    """LIST_ROWS=1: letters are cut by periods, and shared sources have pages of their briefs. What
    a page is given may change without its view: with a front matter that it shows a part of."""
    more = resting("more", "  - coalition-2021-05-04\n", "  - port-authority-2021-05-02\n")
    before = made(edited(tmp_path / "before", more), 1)
    after = made(edited(tmp_path / "after", {**more, **EDITS[name][0]}), 1)
    assert any("/by/h/2021" in path for path in before)
    assert "sources/coalition-2021-05-04/2021-05-03/index.html" in before
    assert changed(before, after, VIEW) <= changed(before, after, GIVEN)


@pytest.mark.parametrize("rows", [1, 100])
def test_planning_fetches_no_brief_and_no_source(harbour: Archive, rows: int) -> None:
    def kept(entry: Entry[Any], facts: Facts | SourceFacts) -> Entry[Any]:
        def fetch() -> Said:
            raise AssertionError(f"fetched {entry.slug}")

        return Entry.kept(entry.slug, entry.digest, entry.head, facts, fetch, Held(1))

    briefs = {entry.slug: kept(entry, entry.facts) for entry in harbour.with_page}
    archive = replace(
        harbour,
        briefs=tuple(briefs[entry.slug] for entry in harbour.briefs),
        withdrawn=tuple(briefs[entry.slug] for entry in harbour.withdrawn),
        merged=tuple(briefs[entry.slug] for entry in harbour.merged),
        by_id={name: briefs[entry.slug] for name, entry in harbour.by_id.items()},
        sources={key: kept(entry, entry.source_facts) for key, entry in harbour.sources.items()},
    )
    planned = plan(archive, site_of(rows), [outputs])
    given = {
        page.path: page.given()
        for page in planned.outputs
        if isinstance(page, Page) and page.given is not None
    }
    eager = plan(harbour, site_of(rows), [outputs])
    assert given == {
        page.path: page.given()
        for page in eager.outputs
        if isinstance(page, Page) and page.given is not None
    }
    assert given.keys() == {page.path for page in planned.outputs}
