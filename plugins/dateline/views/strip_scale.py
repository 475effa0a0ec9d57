"""What a bar of a strip stands for: a day, a week, a month or a year."""

from collections.abc import Callable, Sequence
from datetime import date as Day

from dateline.frozen import frozen
from dateline.model.facts import Facts
from dateline.views.days import day_words, month_words, short_day, span_words

# The longest spans, in days, that are shown by day, by week and by month.
BY_DAY = 8 * 7
BY_WEEK = 3 * 366
BY_MONTH = 40 * 366


@frozen
class Scale:
    """`number` is that of the bar of a day, `words` the name of a bar by its number.

    `end_words` names a day at an end of the strip, `span_words` the time from one to another.
    `holds_months`: a brief of which only the month is known has a bar.
    """

    unit: str
    preposition: str
    holds_months: bool
    number: Callable[[Day], int]
    words: Callable[[int], str]
    end_words: Callable[[Day], str]
    span_words: Callable[[Day, Day], str]


def scale_of(briefs: Sequence[Facts]) -> Scale:
    """By the span of all of them. Where no day is known at all, never finer than by month."""
    days = [brief.date for brief in briefs]
    span = (max(days) - min(days)).days + 1
    if span > BY_MONTH:
        return YEARS
    if span > BY_WEEK or all(brief.precision == "month" for brief in briefs):
        return MONTHS
    return DAYS if span <= BY_DAY else WEEKS


def _week(day: Day) -> int:
    """Weeks from Monday to Sunday; day 1 of the calendar is a Monday."""
    return (day.toordinal() - 1) // 7


def _week_words(week: int) -> str:
    return span_words(Day.fromordinal(week * 7 + 1), Day.fromordinal(week * 7 + 7))


def _month(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _month_words(month: int) -> str:
    return month_words(month // 12, month % 12 + 1)


def _short_month(day: Day) -> str:
    return short_day(day).split(" ", 1)[1]


def _year(day: Day) -> int:
    return day.year


DAYS = Scale(
    unit="Day",
    preposition="on",
    holds_months=False,
    number=Day.toordinal,
    words=lambda day: day_words(Day.fromordinal(day)),
    end_words=short_day,
    span_words=span_words,
)
WEEKS = Scale(
    unit="Week",
    preposition="from",
    holds_months=False,
    number=_week,
    words=_week_words,
    end_words=short_day,
    span_words=span_words,
)
MONTHS = Scale(
    unit="Month",
    preposition="in",
    holds_months=True,
    number=_month,
    words=_month_words,
    end_words=_short_month,
    span_words=lambda first, last: f"{_month_words(_month(first))} to {_month_words(_month(last))}",
)
YEARS = Scale(
    unit="Year",
    preposition="in",
    holds_months=True,
    number=_year,
    words=str,
    end_words=lambda day: str(day.year),
    span_words=lambda first, last: f"{first.year} to {last.year}",
)
