"""/corrections/: every revision of what was published, newest first."""

from pathlib import Path

import pytest

from harbour_pages import Pages, pages_of
from harbours import WHOLE, brief

BOAT = "2021-05-02-outer-roads-boat"
REVISED = (
    "briefs/2021/2021-05-01-customs-house-shots.md",
    f"briefs/2021/{BOAT}.md",
    "briefs/2021/2021-05-02-outer-roads-wreck.md",
)
REVISION = "  - {{date: {day}, kind: update, note: Note {n}.}}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages_of(tmp_path_factory.mktemp("corrections"), {})


def told(pages: Pages, folder: str = "corrections") -> list[tuple[str, str]]:
    days = pages.texts(folder, "//li[@class='change']//p[@class='change-day']")
    notes = pages.texts(folder, "//li[@class='change']/div/p[2]")
    return list(zip(days, notes, strict=True))


def test_every_revision_newest_first(pages: Pages) -> None:
    assert told(pages) == [
        ("Corrected on 8 May 2021", "Outcome: unknown → stopped."),
        ("Corrected on 7 May 2021", "Injured: 4 → at least 12."),
        (
            "Withdrawn on 6 May 2021",
            "The bulletin took its report back; nothing is left that says so.",
        ),
        ("Updated on 4 May 2021", "A second account was added."),
        (
            "Updated on 4 May 2021",
            "The wreck is the boat that was stopped; one brief tells of both.",
        ),
    ]


def test_each_leads_to_its_brief_and_to_the_lines_of_its_sources(pages: Pages) -> None:
    change = pages.page("corrections").xpath("//li[@class='change']")[0]
    assert change.xpath(".//a/@href") == [
        f"/briefs/{BOAT}/",
        f"/briefs/{BOAT}/#source-port-authority-2021-05-02",
        f"/briefs/{BOAT}/#source-pier-watch",
    ]
    assert change.xpath(".//p[@class='change-sources']//a/text()") == [
        "Port Authority",
        "Pier Watch",
    ]


def test_what_no_longer_stands_has_its_mark_and_word(pages: Pages) -> None:
    gone = pages.texts("corrections", "//li[@class='change']//*[@class='change-gone']")
    assert gone == ["Withdrawn", "Merged"]
    uses = pages.page("corrections").xpath("//*[@class='change-gone']//use/@href")
    assert uses == ["#mark-gone", "#mark-gone"]


def test_without_pages_of_briefs_the_words_stand_plain(tmp_path: Path) -> None:
    pages = pages_of(tmp_path / "x", {}, "-e", 'PLUGINS=["dateline.corrections"]')
    assert len(told(pages)) == 5
    assert not pages.page("corrections").xpath("//main//a")
    assert "According to: Port Authority; Pier Watch" in pages.texts("corrections", "//p")


def test_a_long_list_has_its_newest_here_and_all_by_year(tmp_path: Path) -> None:
    """A year is cut into its months where it is long itself."""
    days = ("2021-05-06", "2022-01-01", "2022-01-02", "2022-02-03", "2022-02-03")
    revisions = [REVISION.format(day=day, n=n) for n, day in enumerate(days)]
    files = {
        **dict.fromkeys(REVISED),
        "locations/outer-roads.md": None,
        "locations/customs-house.md": None,
        "sources/port-authority-2021-05-02.md": None,
        "sources/customs-2021-05-01.md": None,
        "briefs/2021-05-03-a.md": brief("2021-05-03-a", "revisions:", *revisions),
    }
    pages = pages_of(tmp_path / "x", files, "-e", "LIST_ROWS=3")
    newest = [
        ("Updated on 3 Feb 2022", "Note 4."),
        ("Updated on 3 Feb 2022", "Note 3."),
        ("Updated on 2 Jan 2022", "Note 2."),
    ]
    assert told(pages) == newest
    assert "The newest 3 of 6." in pages.texts("corrections", "//p")
    assert pages.folders("corrections") == ["2021", "2022-01", "2022-02"]
    assert pages.page("corrections").xpath("//p[@class='all-of-them']/a/text()") == [
        "February 2022",
        "January 2022",
        "2021",
    ]
    assert told(pages, "corrections/2022-02") == newest[:2]
    assert [note for _, note in told(pages, "corrections/2021")] == [
        "Injured: 4 → at least 12.",
        "Note 0.",
    ]
    assert pages.page("corrections/2022-01").xpath("//nav[@class='pager']//a/@href") == [
        "/corrections/2021/",
        "/corrections/2022-02/",
    ]


def test_an_archive_in_which_nothing_was_changed_says_so(tmp_path: Path) -> None:
    whole = Path(__file__).parents[1] / "harbour" / WHOLE
    text = whole.read_text("utf-8")
    start, end = text.index("revisions: "), text.index("status: published")
    files = {**dict.fromkeys(REVISED), WHOLE: text[:start] + text[end:]}
    pages = pages_of(tmp_path / "x", files)
    assert "No brief was changed after it was published." in pages.texts("corrections", "//p")
    assert not told(pages)
    assert pages.texts("corrections", "//section[@class='how']/p")
