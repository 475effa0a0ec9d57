"""The strip: its bars, its table and its sentence hold the same numbers, and none is lost."""

import re
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from typing import Literal

import pytest

from dateline.model.brief import Brief, Verification
from dateline.model.facts import facts_of
from dateline.model.moment import Moment
from dateline.model.source import Source
from dateline.views.strip import HEIGHT, StripView, strip_view

FIRST = Day(2021, 5, 3)  # a Monday


Precision = Literal["day", "approximate", "month"]


def brief(day: Day, grade: Verification = "confirmed", precision: Precision = "day") -> Brief:
    source = Source(title="Report", publisher="Gazette", published=None, key="gazette")
    sound = Brief(
        id=f"{day}-x",
        title="Shots",
        summary="Shots.",
        added=day,
        date=Moment(day),
        locations=("pier",),
        verification=grade,
        sources=(source,),
    )
    return replace(sound, date_precision=precision)


def after(*days: int) -> list[Brief]:
    return [brief(FIRST + timedelta(days=n)) for n in days]


def shown(briefs: list[Brief], said: str = "") -> StripView:
    view = strip_view(map(facts_of, briefs), said)
    assert view is not None
    return view


def drawn(view: StripView) -> dict[str, dict[float, float]]:
    """For each grade: how many incidents high its bar is, by where the bar stands."""
    most = int(view.highest.replace(",", ""))
    bars: dict[str, dict[float, float]] = {}
    for part in view.parts:
        found = re.findall(r"M([\d.]+) ([\d.]+)V([\d.]+)H([\d.]+)V([\d.]+)z", part.outline)
        assert "".join("M{} {}V{}H{}V{}z".format(*one) for one in found) == part.outline
        bars[part.grade.word] = {
            float(left): (float(bottom) - float(top)) / view.height * most
            for left, top, bottom, _, _ in found
        }
    return bars


@pytest.mark.parametrize(
    ("days", "unit", "first", "last"),
    [
        (1, "Day", "3 May 2021", "4 May 2021"),
        (55, "Day", "3 May 2021", "27 Jun 2021"),
        (56, "Week", "3 May 2021", "28 Jun 2021"),
        (3 * 366 - 1, "Week", "3 May 2021", "4 May 2024"),
        (3 * 366, "Month", "May 2021", "May 2024"),
        (40 * 366 - 1, "Month", "May 2021", "Jun 2061"),
        (40 * 366, "Year", "2021", "2061"),
    ],
)
def test_the_span_decides_what_a_bar_is(days: int, unit: str, first: str, last: str) -> None:
    view = shown(after(0, days))
    assert (view.unit, view.first, view.last) == (unit, first, last)


@pytest.mark.parametrize("days", [(), (0,), (0, 0, 0)])
def test_there_is_no_strip_without_a_course_of_time(days: tuple[int, ...]) -> None:
    assert strip_view(map(facts_of, after(*days))) is None


def test_the_highest_bar_is_as_high_as_the_strip_and_single_incidents_stay_low() -> None:
    assert shown(after(0, 0, 0, 0, 2)).height == HEIGHT
    assert shown(after(0, 2, 4)).height == HEIGHT / 4


def test_a_week_begins_on_monday() -> None:
    view = shown(after(6, 7, 13, 70))
    assert [(row.when, row.total) for row in view.rows] == [
        ("3 to 9 May 2021", 1),
        ("10 to 16 May 2021", 2),
        ("12 to 18 July 2021", 1),
    ]


GRADES: tuple[Verification, ...] = ("disputed", "claimed", "reported", "confirmed")


@pytest.mark.parametrize("apart", [1, 3, 20, 200])
def test_bars_table_and_sums_are_the_same_numbers(apart: int) -> None:
    """Days, weeks, months, years; uneven numbers of each grade."""
    briefs = [
        brief(FIRST + timedelta(days=apart * (n * n % 50)), GRADES[n % 7 % 4]) for n in range(100)
    ]
    briefs.sort(key=lambda one: one.date.day)
    view = shown(briefs)
    bars = drawn(view)
    assert [share.grade.word for share in view.shares] == [part.grade.word for part in view.parts]
    for column, share in enumerate(view.shares):
        numbers = [row.numbers[column] for row in view.rows]
        assert sum(numbers) == share.n
        heights = [round(high, 1) for _, high in sorted(bars[share.grade.word].items())]
        assert heights == pytest.approx([n for n in numbers if n], abs=0.1)
    assert [row.total for row in view.rows] == [sum(row.numbers) for row in view.rows]
    assert sum(row.total for row in view.rows) == view.total == 100
    assert max(row.total for row in view.rows) == int(view.highest)


def test_bars_stand_in_the_order_of_time_and_inside_the_drawing() -> None:
    view = shown(after(0, 10, 40))
    lefts = sorted(drawn(view)["Confirmed"])
    rights = [float(right) for right in re.findall(r"H([\d.]+)", view.parts[0].outline)]
    assert lefts[0] == 0
    assert max(rights) == 1000
    assert (lefts[1] - lefts[0]) / (lefts[2] - lefts[0]) == pytest.approx(0.25, abs=0.001)


def test_grades_are_stacked_and_never_lie_on_each_other() -> None:
    view = shown([brief(FIRST, grade) for grade in GRADES] + after(5))
    pairs = [
        (float(top), float(bottom))
        for part in view.parts
        for left, top, bottom in re.findall(r"M([\d.]+) ([\d.]+)V([\d.]+)", part.outline)
        if left == "0"
    ]
    assert pairs == [(48, 64), (32, 48), (16, 32), (0, 16)]
    assert [part.grade.word for part in view.parts] == [
        "Confirmed",
        "Reported",
        "Claimed",
        "Disputed",
    ]


def test_what_is_known_to_the_month_only_is_told_and_stands_in_no_bar_of_days() -> None:
    briefs = [
        *after(0, 1, 1),
        brief(Day(2021, 5, 1), "claimed", precision="month"),
        brief(Day(2021, 5, 1), precision="month"),
    ]
    view = shown(briefs)
    assert sum(row.total for row in view.rows) == 3
    assert [(row.when, row.numbers, row.total) for row in view.undated] == [
        ("May 2021, day not known", (1, 1), 2)
    ]
    assert [share.n for share in view.shares] == [4, 1]
    assert view.total == 5
    assert view.undated_note == "Of 2 more incidents only the month is known; no bar shows them."
    assert view.sentence == (
        "3 incidents from 3 to 4 May 2021; most in a day: 2 on 4 May 2021; "
        "of 2 more only the month is known"
    )


def test_by_month_what_is_known_to_the_month_has_its_bar() -> None:
    view = shown([*after(0), brief(Day(2021, 5, 1), precision="month"), *after(2000)])
    assert [(row.when, row.total) for row in view.rows] == [("May 2021", 2), ("October 2026", 1)]
    assert view.undated == ()
    assert view.undated_note == ""


def test_where_no_day_is_known_bars_are_months() -> None:
    months = [brief(Day(2021, month, 1), precision="month") for month in (5, 6)]
    assert [row.when for row in shown(months).rows] == ["May 2021", "June 2021"]


def test_an_approximate_day_is_told() -> None:
    view = shown([*after(0), brief(FIRST + timedelta(days=2), precision="approximate")])
    assert view.total == 2
    assert view.about_note.startswith("The day of 1 incident is approximate")
    assert shown(after(0, 2)).about_note == ""


@pytest.mark.parametrize(
    ("days", "said", "sentence"),
    [
        (
            (0, 2, 2),
            "",
            "3 incidents from 3 to 5 May 2021; most in a day: 2 on 5 May 2021",
        ),
        (
            (0, 0, 2, 2),
            "",
            "4 incidents from 3 to 5 May 2021; most in a day: 2 on 3 May 2021 and 5 May 2021",
        ),
        (
            (0, 0, 1, 1, 2, 2),
            "",
            "6 incidents from 3 to 5 May 2021; most in a day: 2, in 3 of them",
        ),
        (
            (0, 2),
            "claimed or attributed",
            "2 incidents claimed or attributed from 3 to 5 May 2021; never more than one in a day",
        ),
        (
            (0, 2000, 2001),
            "",
            "3 incidents from May 2021 to October 2026; most in a month: 2 in October 2026",
        ),
    ],
)
def test_the_sentence_says_the_gist(days: tuple[int, ...], said: str, sentence: str) -> None:
    assert shown(after(*days), said).sentence == sentence


def test_forty_years_by_month_stay_small() -> None:
    """The longest strip there is, every bar of every grade."""
    briefs = [brief(Day(1980 + n // 12, n % 12 + 1, 1), g) for n in range(480) for g in GRADES]
    view = shown(briefs)
    assert len(view.rows) == 480
    assert sum(len(part.outline) for part in view.parts) < 60_000
