"""Ours beside a total: the rule of the brief format, "What counts"."""

from datetime import date as Day
from typing import Any

import pytest

from dateline.archive import Archive
from dateline.archive.reckoning import Reckoner, scope_of
from dateline.model.count import UNKNOWN, Bounds, Count
from dateline.model.registry import CountryCounts, Total
from harbour_pages import archive_of
from harbours import brief

PLACES = {"east-bay": "NO", "far-bay": "FI", "high-sea": "XZ"}
MONTH = "date_precision: month"
OFFICIAL = "official_count: {{n: {n}, by: The port, sources: [gazette]}}"
WITHDRAWN = (
    "status: withdrawn",
    "revisions: [{date: 2021-05-08, kind: withdrawal, note: Wrong., sources: [gazette]}]",
)


def one(day: str, name: str, places: str, *lines: str) -> dict[str, str]:
    brief_id = f"2021-{day}-{name}"
    text = brief(brief_id, *lines).replace("locations: [south-pier]", f"locations: [{places}]")
    return {f"briefs/2021/{brief_id}.md": text}


FILES = {
    **{
        f"locations/{slug}.md": f"---\nname: {slug}\ncountry: {country}\n---\n"
        for slug, country in PLACES.items()
    },
    **one("04-30", "before", "east-bay", OFFICIAL.format(n=4)),
    **one("05-01", "first", "east-bay", OFFICIAL.format(n=2)),
    **one("05-02", "two-places", "east-bay, high-sea", OFFICIAL.format(n="{low: 1, high: 3}")),
    **one("05-02", "two-countries", "east-bay, far-bay"),
    **one("05-03", "sea", "high-sea", OFFICIAL.format(n="{low: 1}")),
    **one("05-03", "far", "far-bay", OFFICIAL.format(n=0)),
    **one("05-02", "withdrawn", "east-bay", *WITHDRAWN),
    **one("05-02", "merged", "east-bay", "status: merged", "merged_into: 2021-05-03-far"),
    **one("05-02", "draft", "east-bay", "status: draft"),
    **one("03-01", "march", "far-bay", MONTH),
    **one("05-01", "may", "far-bay", MONTH),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Beside these the harbour has two briefs of 4 May in IS, and one of 2 May at sea."""
    return archive_of(tmp_path_factory.mktemp("totals"), FILES)


def total(since: str | None, as_of: str, **more: Any) -> Total:
    first = None if since is None else Day.fromisoformat(f"2021-{since}")
    return Total(Day.fromisoformat(f"2021-{as_of}"), "The port", UNKNOWN, since=first, **more)


@pytest.mark.parametrize(
    ("since", "as_of", "more", "n"),
    [
        # Both days are in it; what is withdrawn, merged or a draft is not.
        ("04-30", "05-01", {"countries": ("NO",)}, 2),
        ("05-01", "05-02", {"countries": ("NO",)}, 3),
        ("05-02", "05-02", {"countries": ("NO",)}, 2),
        ("05-03", "05-09", {"countries": ("NO",)}, 0),
        # Any place in its countries; a brief at two places is one.
        ("05-01", "05-04", {"countries": ("FI",)}, 2),
        ("05-01", "05-04", {"countries": ("NO", "FI")}, 4),
        # With `sea` international waters too; as a country they are themselves.
        ("05-01", "05-04", {"countries": ("NO",), "sea": True}, 5),
        ("05-01", "05-04", {"countries": ("XZ",)}, 3),
        # Without countries all land, which a brief at a place on land is in.
        ("05-01", "05-04", {}, 6),
        ("05-01", "05-04", {"sea": True}, 8),
        # Without `since` everything up to its day.
        (None, "04-30", {"countries": ("NO",)}, 1),
        ("05-04", "05-01", {}, 0),
    ],
)
def test_what_is_counted(
    archive: Archive, since: str | None, as_of: str, more: dict[str, Any], n: int
) -> None:
    assert Reckoner(archive).ours(total(since, as_of, **more)).n == n


def test_the_countries_are_those_of_by_country_unless_given(archive: Archive) -> None:
    shares = CountryCounts((("FI", Count(Bounds(3, 3))), ("NO", UNKNOWN)))
    reckoner = Reckoner(archive)
    assert reckoner.ours(total("05-01", "05-04", by_country=shares)).n == 4
    assert reckoner.ours(total("05-01", "05-04", by_country=shares, countries=("NO",))).n == 3
    assert reckoner.ours_in(total("05-01", "05-04", by_country=shares), "FI").n == 2


@pytest.mark.parametrize(
    ("since", "as_of", "n", "undecided"),
    [
        ("05-01", "05-31", 3, 0),
        ("05-01", "05-30", 2, 1),
        ("05-02", "05-31", 2, 1),
        ("03-01", "05-31", 4, 0),
        ("03-31", "05-01", 0, 2),
        ("04-01", "04-30", 0, 0),
    ],
)
def test_a_month_counts_where_all_of_it_lies_in_the_span(
    archive: Archive, since: str, as_of: str, n: int, undecided: int
) -> None:
    ours = Reckoner(archive).ours(total(since, as_of, countries=("FI",)))
    assert (ours.n, ours.undecided) == (n, undecided)


@pytest.mark.parametrize(
    ("since", "as_of", "more", "known", "unknown"),
    [
        ("04-30", "05-01", {"countries": ("NO",)}, Bounds(6, 6), 0),
        ("05-01", "05-02", {"countries": ("NO",)}, Bounds(3, 5), 1),
        ("05-03", "05-03", {"countries": ("FI",)}, Bounds(0, 0), 0),
        ("05-03", "05-03", {"sea": True}, Bounds(1, None), 0),
        ("03-01", "03-31", {}, None, 1),
        ("06-01", "06-02", {}, None, 0),
    ],
)
def test_official_counts_are_added_up_and_change_nothing(
    archive: Archive,
    since: str,
    as_of: str,
    more: dict[str, Any],
    known: Bounds | None,
    unknown: int,
) -> None:
    """A count of 0 is known; what nobody gives is counted as not known, never as 0."""
    official = Reckoner(archive).ours(total(since, as_of, **more)).official
    assert (official.sum, official.unknown) == (known, unknown)


def test_ours_by_day_comes_to_ours(archive: Archive) -> None:
    held = total("05-01", "05-31", countries=("NO", "FI"))
    reckoner = Reckoner(archive)
    grown = list(reckoner.by_day(scope_of(held), held.as_of))
    assert grown == [
        (Day(2021, 5, 1), 1),
        (Day(2021, 5, 2), 3),
        (Day(2021, 5, 3), 4),
        (Day(2021, 5, 31), 5),
    ]
    assert grown[-1][1] == reckoner.ours(held).n


def test_totals_of_another_day_or_area_have_another_scope() -> None:
    held = total("05-01", "05-03", countries=("NO", "FI"))
    assert scope_of(held) == scope_of(total("05-01", "05-09", countries=("FI", "NO")))
    for other in (
        total("05-02", "05-03", countries=("NO", "FI")),
        total("05-01", "05-03", countries=("NO",)),
        total("05-01", "05-03", countries=("NO", "FI"), sea=True),
        total(None, "05-03", countries=("NO", "FI")),
    ):
        assert scope_of(other) != scope_of(held)
