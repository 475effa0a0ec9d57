"""/totals/: every total beside ours, the chart, and the table that has the same numbers."""

import re
from pathlib import Path

import pytest

from harbour_pages import Pages, pages_of
from harbours import brief

NOT_THERE = {"totals/2021-05-09-coalition.md": None, "totals/2021-05-08-pier-watch.md": None}


def total(as_of: str, count: object, *lines: str, by: str = "The port") -> dict[str, str]:
    slug = f"{as_of}-{by.lower().replace(' ', '-')}"
    head = (f"as_of: {as_of}", f"by: {by}", f"count: {count}", *lines)
    return {f"totals/{slug}.md": "\n".join(("---", *head, "---", ""))}


IN_IS = ("since: 2021-05-01", "countries: [IS]")
OWN = "sources: [{key: page, title: PAGE, publisher: Gazette, published: 2021-05-05}]"
SCOPE, CLOCK = "scope: Ships only.", "timezone: UTC"
FILES = {
    **NOT_THERE,
    **total("2021-05-03", 1, *IN_IS, OWN.replace("PAGE", "Third of May")),
    **total("2021-05-05", "{low: 2, high: 4}", *IN_IS, OWN.replace("PAGE", "Fifth of May")),
    **total("2021-05-06", 9, "since: 2021-05-02", "countries: [IS]", by="The mayor"),
    **total("2021-05-07", "unknown", *IN_IS, "by_country: {IS: unknown}", SCOPE, CLOCK),
    **total("2021-05-08", 7, *IN_IS, "official: false", by="A monitor"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages_of(tmp_path_factory.mktemp("totals"), FILES)


def rows(pages: Pages) -> list[list[str]]:
    """Day, who counts, their count, ours, and ours in the official counts."""
    cells = pages.texts("totals", "//table//tr[@id]/*")
    return [cells[at : at + 5] for at in range(0, len(cells), 5)]


def headed(pages: Pages) -> list[str]:
    """Over which days and where those below count."""
    return pages.texts("totals", "//tr[@class='group']")


def test_each_total_stands_beside_ours(pages: Pages) -> None:
    assert rows(pages) == [
        ["3 May 2021", "The port[1]", "1", "0", ""],
        ["5 May 2021", "The port[2]", "2 to 4", "2", "1 for 1"],
        ["7 May 2021", SHIPS, "not known", "2", "1 for 1"],
        ["6 May 2021", "The mayor", "9", "2", "1 for 1"],
        ["8 May 2021", "A monitor", "7", "2", "1 for 1"],
    ]


SHIPS = "The port Iceland not known, ours 2 (1 for 1). Ships only. By UTC."


def test_totals_of_one_scope_stand_together(pages: Pages) -> None:
    assert headed(pages) == [
        "Counted from 1 May 2021, in Iceland",
        "Counted from 2 May 2021, in Iceland",
        "Counted from 1 May 2021, in Iceland",
    ]


def test_monitors_stand_apart(pages: Pages) -> None:
    _, official, monitors = pages.page("totals").xpath("//table")
    assert len(official.xpath(".//tr[@id]")) == 4
    assert len(monitors.xpath(".//tr[@id]")) == 1
    assert "which no official body gave" in monitors.xpath("string(caption)")


def test_what_all_of_a_scope_say_is_said_once(tmp_path: Path) -> None:
    of_all, of_one = "scope: Ships only.", "timezone: UTC"
    files = {
        **total("2021-05-03", 1, *IN_IS, of_all),
        **total("2021-05-05", 3, *IN_IS, of_all, of_one),
    }
    pages = pages_of(tmp_path / "x", {**NOT_THERE, **files})
    assert headed(pages) == ["Counted from 1 May 2021, in Iceland Ships only."]
    assert [row[1] for row in rows(pages)] == ["The port", "The port By UTC."]


def test_two_sources_of_one_key_are_two(pages: Pages) -> None:
    listed = pages.texts("totals", "//section[@class='sources']//p[@class='source-title']")
    assert listed == ["Third of May", "Fifth of May"]
    ids = pages.page("totals").xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_chart_joins_totals_of_one_scope_only(pages: Pages) -> None:
    """The mayor counts from another day, the monitor holds no office, one number is not known."""
    page = pages.page("totals")
    (chart,) = page.xpath("//svg[@role='img']")
    assert len(chart.xpath(".//circle")) == 2
    assert "2 official totals are on no line" in pages.texts("totals", "//figcaption")[0]
    assert chart.xpath("./text/text()") == ["Official: 2 to 4", "Ours: 2"]
    labels = chart.attrib["aria-labelledby"].split()
    assert [page.get_element_by_id(label).tag for label in labels] == ["title", "desc"]


def test_the_lines_of_the_chart_are_the_numbers(pages: Pages) -> None:
    """Ours is nothing until 4 May, then 2; theirs 1 on 3 May, then at least 2 and at most 4."""
    page = pages.page("totals")
    zero = float(page.xpath("//path[@class='chart-zero']/@d")[0].split()[1].split("H")[0])

    def drawn(name: str) -> list[tuple[float, float]]:
        words = page.xpath(f"//path[@class='chart-{name}']/@d")[0]
        return [(float(x), float(y)) for x, y in re.findall(r"[MH]([\d.]+)[ V]([\d.]+)", words)]

    two = (zero + 14) / 2
    assert drawn("ours") == [(0, zero), (75, two), (100, two)]
    assert drawn("official") == [(50, (zero + two) / 2), (100, two)]
    assert page.xpath("//path[@class='chart-reach']/@d") == ["M100 51V14"]


def test_the_months_rule_is_said_where_it_is_needed(pages: Pages, tmp_path: Path) -> None:
    assert not [words for words in pages.texts("totals", "//li") if "only the month" in words]
    month = brief("2021-05-01-may", "date_precision: month")
    other = pages_of(tmp_path / "x", {**FILES, "briefs/2021-05-01-may.md": month})
    assert [words for words in other.texts("totals", "//li") if "only the month" in words]
    assert rows(other)[1][4] == "1 for 1; 1 more is known to the month only, and not counted"


def test_a_total_that_does_not_say_from_when(tmp_path: Path) -> None:
    pages = pages_of(tmp_path / "x", {**NOT_THERE, **total("2021-05-05", 3)})
    assert rows(pages) == [["5 May 2021", "The port", "3", "2", "1 for 1"]]
    assert headed(pages) == ["Counted from a day that is not given, on all land"]


def test_an_archive_without_totals_says_so(tmp_path: Path) -> None:
    pages = pages_of(tmp_path / "x", NOT_THERE)
    assert pages.texts("totals", "//main/p") == ["No total is recorded in this archive."]
    (months,) = pages.page("totals").xpath("//main//table")
    assert "by-month" in months.get("class")
    assert not pages.page("totals").xpath("//main//svg[@role='img'] | //*[@class='reasons']")
