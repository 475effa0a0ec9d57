"""/totals/ month by month: ours by grade, the last official count, and why the two differ."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from harbour_pages import Pages, pages_of
from harbours import brief
from links import broken

NO_TOTALS = {"totals/2021-05-09-coalition.md": None, "totals/2021-05-08-pier-watch.md": None}
BY_GRADE = {
    "confirmed": ["confirmed_by: [{by: The port, sources: [gazette]}]"],
    "disputed": ["disputed_by: [{by: The port, sources: [gazette]}]"],
}
ABROAD = {"locations/east-bay.md": '---\nname: East Bay\ncountry: "NO"\n---\n'}


def total(as_of: str, count: object, *lines: str, by: str = "The port") -> dict[str, str]:
    slug = f"{as_of}-{by.lower().replace(' ', '-')}"
    head = (f"as_of: {as_of}", f"by: {by}", f"count: {count}", *lines)
    return {f"totals/{slug}.md": "\n".join(("---", *head, "---", ""))}


IN_IS = ("since: 2021-05-01", "countries: [IS]")


def one(name: str, *lines: str, grade: str = "confirmed", made: object = None) -> dict[str, str]:
    """A brief at South Pier, in Iceland."""
    more = [*lines, *BY_GRADE.get(grade, ())]
    if made is not None:
        more.append(f"official_count: {{n: {made}, by: The port, sources: [gazette]}}")
    text = brief(name, *more).replace("verification: reported", f"verification: {grade}")
    return {f"briefs/{name}.md": text}


def many(names: Iterable[str], **more: str) -> dict[str, str]:
    return {path: text for name in names for path, text in one(name, **more).items()}


# By hand. The harbour has of May 2021 in Iceland North Pier (confirmed, one attack to officials)
# and South Pier (reported), both of the 4th; and one confirmed at sea.
FILES = {
    **NO_TOTALS,
    **ABROAD,
    # June: a brief that is five attacks to them, one outside their scope, one reported.
    **one("2021-06-01-five", made=5),
    **one("2021-06-02-ship", made=0),
    **one("2021-06-03-said", grade="reported"),
    **one("2021-06-20-late"),
    # August: three of ours, and the count does not grow.
    **many(["2021-08-01-a", "2021-08-02-b"]),
    **one("2021-08-03-c", grade="disputed"),
    # Known to the month only: counted in it, and in no span that holds a part of it.
    **one("2021-09-01-month", "date_precision: month"),
    **{
        path: text.replace("locations: [south-pier]", "locations: [east-bay]")
        for path, text in one("2021-09-02-abroad").items()
    },
    **total("2021-05-02", 1, *IN_IS),
    **total("2021-05-09", 3, *IN_IS),
    **total("2021-06-15", 14, *IN_IS),
    **total("2021-06-15", 15, *IN_IS, by="The mayor"),
    **total("2021-07-15", 7, "since: 2021-07-01", "countries: [IS]", by="The mayor"),
    **total("2021-08-31", 15, *IN_IS),
    **total("2021-09-15", "{low: 20}", *IN_IS),
    **total("2021-10-31", 30, *IN_IS),
    **total("2021-12-24", 40, *IN_IS, "official: false", by="A monitor"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages_of(tmp_path_factory.mktemp("months"), FILES, today="2022-01-01")


def rows(pages: Pages) -> dict[str, list[str]]:
    """By month its cells, and the words of the row below it."""
    found: dict[str, list[str]] = {}
    for body in pages.page("totals").xpath("//table[contains(@class, 'by-month')]/tbody"):
        month, *cells = (" ".join(cell.text_content().split()) for cell in body.xpath("tr/*"))
        found[month] = cells
    return found


NONE = ["0", "0", "0", "0", "0", "0"]


def test_there_is_a_row_for_each_month_to_the_last_with_a_count(pages: Pages) -> None:
    months = ("May", "June", "July", "August", "September", "October", "November", "December")
    assert list(rows(pages)) == [f"{month} 2021" for month in months]
    assert rows(pages)["November 2021"] == [*NONE, "none recorded"]
    assert rows(pages)["December 2021"] == [*NONE, "none recorded"]


def test_the_first_count_is_held_against_its_first_day(pages: Pages) -> None:
    """The last of the month is the 9th's; two of ours, of which one is an attack to officials."""
    assert rows(pages)["May 2021"] == [
        *("1", "1", "0", "0", "2", "1"),
        *("3 up to 9 May 2021", "3 from 1 May 2021", "2"),
        "1 of ours is not confirmed but reported. If each of ours is one attack in that count, 1 "
        "of its attacks has no brief here; if only the confirmed ones are, 2.",
    ]


def test_a_later_count_is_held_against_that_of_the_month_before(pages: Pages) -> None:
    """14 and 15 on one day are 14 to 15: 11 to 12 more. Ours to the 15th are five attacks, one
    outside, one reported; the brief of the 20th is not of these days."""
    assert rows(pages)["June 2021"] == [
        *("3", "1", "0", "0", "4", "0"),
        *("14 to 15 up to 15 Jun 2021", "11 to 12 since 9 May 2021", "3"),
        "The official counts make 5 attacks of 1 of ours. 1 of ours is outside their scope. "
        "1 of ours is not confirmed but reported. If each of the others is one attack in that "
        "count, 5 to 6 of its attacks have no brief here; if only the confirmed ones are, 6 to 7.",
    ]


def test_a_count_of_another_first_day_is_named_and_not_joined(pages: Pages) -> None:
    assert rows(pages)["July 2021"] == [
        *NONE,
        "none recorded; of another first day or area: 7 up to 15 Jul 2021",
    ]


def test_a_count_may_leave_ours_out(pages: Pages) -> None:
    """From 14 to 15 it grew by one at most, and ours of these days are four."""
    assert rows(pages)["August 2021"] == [
        *("2", "0", "0", "1", "3", "0"),
        *("15 up to 31 Aug 2021", "0 to 1 since 15 Jun 2021", "4"),
        "1 of ours is not confirmed but disputed. Were each of ours one attack in that count, it "
        "would be 3 to 4 more: as many of ours are left out of it, or counted on other days; if "
        "only the confirmed ones are, it would still be 2 to 3 more.",
    ]


def test_an_open_count_stays_open(pages: Pages) -> None:
    """At least 20 after 15. The brief of September is in no half of it; that in Norway is not of
    the area."""
    assert rows(pages)["September 2021"] == [
        *("1", "0", "0", "0", "1", "1"),
        *("at least 20 up to 15 Sep 2021", "at least 5 since 31 Aug 2021", "0"),
        "At least 5 of its attacks have no brief here. 1 more is known to the month only, and not "
        "counted.",
    ]
    assert rows(pages)["October 2021"][6:9] == [
        "30 up to 31 Oct 2021",
        "at most 10 since 15 Sep 2021",
        "0",
    ]
    assert rows(pages)["October 2021"][9].startswith("At most 10 of its attacks have no brief here")


def test_the_months_add_up_to_the_archive(pages: Pages) -> None:
    """The harbour's three and the nine of this file."""
    foot = pages.texts("totals", "//table[contains(@class, 'by-month')]/tfoot/tr/*")
    assert foot == ["Together", "7", "2", "0", "1", "10", "2", "12 in the whole archive"]
    columns = zip(*(cells[:6] for cells in rows(pages).values()), strict=True)
    assert [str(sum(map(int, column))) for column in columns] == foot[1:7]


def test_a_month_leads_to_its_timeline_and_a_count_to_what_is_said_of_it(pages: Pages) -> None:
    table = pages.page("totals").xpath("//table[contains(@class, 'by-month')]")[0]
    may, november = (
        table.xpath(f".//th[.='{month} 2021']//@href") for month in ("May", "November")
    )
    assert may == ["/timeline/2021/05/"]
    assert november == []
    assert table.xpath(".//td//@href")[:2] == ["#2021-05-09-the-port", "#2021-06-15-the-port"]
    assert not broken(pages.files, "http://localhost:8000")


def test_each_row_has_its_header_and_each_cell_its_column(pages: Pages) -> None:
    table = pages.page("totals").xpath("//table[contains(@class, 'by-month')]")[0]
    assert table.xpath("caption")
    assert {th.get("scope") for th in table.xpath("thead//th")} == {"col"}
    wide = len(table.xpath("thead//th"))
    for body in table.xpath("tbody"):
        first = body.xpath("tr[1]/*")
        assert first[0].get("scope") == ("rowgroup" if len(body.xpath("tr")) == 2 else "row")
        assert sum(int(cell.get("colspan", "1")) for cell in first) == wide
        assert all(cell.get("data-label") for cell in first[1:])


def test_without_a_series_all_stand_by_grade(tmp_path: Path) -> None:
    """A monitor's count is joined to nothing."""
    pages = pages_of(tmp_path / "x", {"totals/2021-05-09-coalition.md": None})
    assert rows(pages) == {"May 2021": ["2", "1", "0", "0", "3"]}
    caption = pages.texts("totals", "//table[contains(@class, 'by-month')]/caption")
    assert caption == ["The incidents of this archive by month and grade."]


def test_an_area_that_holds_everything_has_no_elsewhere(tmp_path: Path) -> None:
    files = {**NO_TOTALS, **total("2021-05-05", 4, "since: 2021-05-01", "sea: true")}
    pages = pages_of(tmp_path / "x", files)
    assert rows(pages)["May 2021"][:6] == ["2", "1", "0", "0", "3", "4 up to 5 May 2021"]


def test_who_does_not_say_from_when_has_a_growth_from_nowhere(tmp_path: Path) -> None:
    pages = pages_of(tmp_path / "x", {**NO_TOTALS, **total("2021-05-05", 4, "countries: [IS]")})
    assert rows(pages)["May 2021"][6:9] == ["4 up to 5 May 2021", "4", "2"]
