"""The limits of a feed, its archive pages, and that no brief is lost between them."""

from dataclasses import replace
from pathlib import Path

import pytest
from feeds_archives import (
    ATOM,
    FH,
    FORMS,
    SETTINGS,
    Written,
    built,
    in_xml,
    links,
    many,
    names,
    small,
    statements,
    tree,
    whole_history,
)

ROOT = "https://archive.example.org/name/"


def archive_pages(files: dict[str, bytes], stem: str, folder: str = "") -> dict[str, bytes]:
    """Those of RSS and JSON have one stem."""
    start = f"{folder}{stem}-archive-"
    return {path: data for path, data in files.items() if path.startswith(start)}


@pytest.mark.parametrize("count", [0, 1, 2, 40, 41, 49, 50, 51, 65, 66, 91, 130])
def test_the_feed_holds_the_newest_fifty_and_nobody_is_lost(tmp_path: Path, count: int) -> None:
    written = many(count)
    newest_first = [one.id for one in reversed(written)]
    files = built(tmp_path, written)
    for name in FORMS:
        assert names(files[name]) == newest_first[:50]
        history = whole_history(files, name)
        assert list(dict.fromkeys(history)) == newest_first


@pytest.mark.parametrize("limit", range(1, 8))
@pytest.mark.parametrize("count", [0, 1, 2, 5, 6, 7, 8, 9, 17])
def test_any_limit_loses_nobody(tmp_path: Path, limit: int, count: int) -> None:
    written = many(count)
    newest_first = [one.id for one in reversed(written)]
    files = built(tmp_path, written, small(limit))
    for name in FORMS:
        assert names(files[name]) == newest_first[:limit]
        assert list(dict.fromkeys(whole_history(files, name))) == newest_first


def test_archive_pages_stay_as_they_are_when_briefs_come(tmp_path: Path) -> None:
    written = many(30)
    before: dict[str, bytes] = {}
    for count in range(len(written) + 1):
        files = built(tmp_path / str(count), written[:count], small(6))
        pages = archive_pages(files, "feed") | archive_pages(files, "atom")
        pages |= archive_pages(files, "atom", "locations/north-pier/")
        assert {path: pages[path] for path in before} == before
        before = pages
    assert len(archive_pages(before, "atom")) == 9


def test_a_brief_that_comes_late_leaves_archive_pages_alone(tmp_path: Path) -> None:
    written = many(70)
    before = built(tmp_path / "1", written)
    assert len(archive_pages(before, "atom")) == 2
    late = Written("2020-01-01-told-late", date="2020-01-01", added=written[-8].added)
    after = built(tmp_path / "2", [*written, late])
    for stem in ("feed", "atom"):
        assert archive_pages(before, stem) == archive_pages(after, stem)
    assert late.id in names(after["atom.xml"])


def test_an_archive_page_follows_an_edit_of_its_briefs_only(tmp_path: Path) -> None:
    written = many(9)
    before = built(tmp_path / "1", written, small())
    edited = [replace(written[0], title="Another title"), *written[1:]]
    after = built(tmp_path / "2", edited, small())
    changed = {path for path in before if before[path] != after[path]}
    assert before.keys() == after.keys()
    assert changed == {
        f"{folder}{name}"
        for folder in ("", "locations/north-pier/", "countries/is/")
        for name in ("feed-archive-1.xml", "atom-archive-1.xml", "feed-archive-1.json")
    }


@pytest.mark.parametrize(
    "summary",
    ["word " * 99 + "word.", "ر" * 500, "&" * 500],
    ids=["longest", "Arabic", "ampersands"],
)
@pytest.mark.parametrize("count", [40, 80])
def test_a_hundred_kilobytes_are_the_limit_and_nobody_is_lost(
    tmp_path: Path, count: int, summary: str
) -> None:
    written = [replace(one, title="ن" * 140) for one in many(count, summary)]
    newest_first = [one.id for one in reversed(written)]
    files = built(tmp_path, written)
    assert max(map(len, files.values())) <= 100_000
    for name in FORMS:
        told = names(files[name])
        assert told == newest_first[: len(told)]
        assert list(dict.fromkeys(whole_history(files, name))) == newest_first
        assert all("Grade: Reported." in said for said in statements(files[name]))


def test_bytes_limit_the_feed_before_items_do(tmp_path: Path) -> None:
    written = many(80, "&" * 400)
    files = built(tmp_path, written)
    for name in FORMS:
        assert len(names(files[name])) < 50
        assert "&amp;" * 400 in statements(files[name])[0]


def test_a_feed_leads_to_its_archive_pages_and_back(tmp_path: Path) -> None:
    files = in_xml(built(tmp_path, many(9), small()))
    for stem in ("feed", "atom"):
        assert sorted(archive_pages(files, stem)) == [f"{stem}-archive-{n}.xml" for n in (1, 2, 3)]
        current = links(files[f"{stem}.xml"])
        assert current["self"] == f"{ROOT}{stem}.xml"
        assert current["prev-archive"] == f"{ROOT}{stem}-archive-3.xml"
        assert "current" not in current
        for number in (1, 2, 3):
            page = links(files[f"{stem}-archive-{number}.xml"])
            assert page["self"] == f"{ROOT}{stem}-archive-{number}.xml"
            assert page["current"] == f"{ROOT}{stem}.xml"
            older = f"{ROOT}{stem}-archive-{number - 1}.xml" if number > 1 else None
            assert page.get("prev-archive") == older
            assert "next-archive" not in page


def test_only_archive_pages_are_marked_as_such(tmp_path: Path) -> None:
    files = built(tmp_path, many(9), small())
    for path, data in in_xml(files).items():
        root = tree(data)
        above = root[0] if root.tag == "rss" else root
        marks = above.findall(f"{FH}archive")
        assert len(marks) == ("-archive-" in path)
        assert len(list(root.iter(f"{FH}archive"))) == len(marks)


def test_an_archive_page_is_dated_by_its_newest_brief(tmp_path: Path) -> None:
    files = built(tmp_path, many(9), small())
    assert tree(files["atom-archive-1.xml"]).findtext(f"{ATOM}updated", "").startswith("2022-01-02")
    assert tree(files["atom.xml"]).findtext(f"{ATOM}updated", "").startswith("2022-01-09")


def test_every_feed_has_its_archive_pages(tmp_path: Path) -> None:
    claim = "claimed_by:\n  - {group: coast, sources: [gazette]}\n"
    written = [replace(one, more=claim) for one in many(9)]
    files = built(tmp_path, written, small())
    for folder in ("groups/coast/", "locations/north-pier/", "countries/is/"):
        for name in FORMS:
            assert len(set(whole_history(files, folder + name))) == 9
    assert SETTINGS.feed_items == 50
