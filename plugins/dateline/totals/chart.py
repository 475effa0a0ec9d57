"""Two step lines: ours as it grows by day, and the official counts as they were given.

All numbers are drawn here; the template only sets them. Places are percentages of the chart, so
that it stretches with the page while its words keep their size.
"""

from collections.abc import Iterable, Sequence
from datetime import date as Day

from dateline.archive.reckoning import Reckoner
from dateline.archive.series import Series
from dateline.frozen import frozen
from dateline.model.count import Bounds
from dateline.views.days import day_words
from dateline.views.numbers import bounds_words

# What the lines leave free above and below, for the words at their ends.
TOP, BOTTOM = 14.0, 88.0
# How much of the width such words take on a phone.
WORDS = 25


@frozen
class Point:
    x: float
    y: float


@frozen
class Label:
    """The words at the end of a line, above or below it."""

    words: str
    y: float
    is_above: bool


@frozen
class ChartView:
    """`ours` and `official` are paths in a square of 100; `points` are the official counts as they
    were given, and `reach` from the least to the greatest of a count with bounds."""

    title: str
    description: str
    ours: str
    official: str
    points: tuple[Point, ...]
    reach: str
    zero: float
    our_label: Label
    official_label: Label
    first: str
    last: str


def chart_view(series: Series, reckoner: Reckoner) -> ChartView:
    given = [
        (entry.value.as_of, bounds)
        for entry in series.totals
        if (bounds := entry.value.count.reckoned) is not None
    ]
    last = given[-1][0]
    grown = list(reckoner.by_day(series.scope, last))
    first = min([given[0][0], *(day for day, _ in grown[:1])])
    first = min(first, series.scope.since or first)
    sheet = _Sheet(first, last, max([1, *(n for _, n in grown), *(_top(b) for _, b in given)]))
    our_line = [(first, 0), *grown, (last, grown[-1][1] if grown else 0)]
    official_line = [(day, bounds.low) for day, bounds in given]
    ours = our_line[-1][1]
    official = given[-1][1]
    ours_is_above = ours > official.low
    official_words = bounds_words(official)
    return ChartView(
        title=f"Ours and the official counts, {day_words(first)} to {day_words(last)}",
        description=(
            f"Two lines that grow by steps. On {day_words(last)} ours has come to {ours:,}, the "
            f"official count to {official_words}. The table below has the same numbers."
        ),
        ours=sheet.steps(our_line),
        official=sheet.steps(official_line),
        points=tuple(sheet.point(day, bounds.low) for day, bounds in given),
        reach=" ".join(
            sheet.reach(day, bounds) for day, bounds in given if _top(bounds) > bounds.low
        ),
        zero=sheet.point(first, 0).y,
        our_label=sheet.label(f"Ours: {ours:,}", our_line, ours_is_above),
        official_label=sheet.label(f"Official: {official_words}", official_line, not ours_is_above),
        first=day_words(first),
        last=day_words(last),
    )


def _top(bounds: Bounds) -> int:
    return bounds.low if bounds.high is None else bounds.high


@frozen
class _Sheet:
    first: Day
    last: Day
    most: int

    def point(self, day: Day, n: int) -> Point:
        days = max(1, (self.last - self.first).days)
        x = 100 * (day - self.first).days / days
        return Point(round(x, 2), round(BOTTOM - (BOTTOM - TOP) * n / self.most, 2))

    def steps(self, values: Iterable[tuple[Day, int]]) -> str:
        """A line that stays level until the day of a number, and then goes straight to it."""
        path = ""
        for day, n in values:
            at = self.point(day, n)
            path += f"H{at.x:g}V{at.y:g}" if path else f"M{at.x:g} {at.y:g}"
        return path

    def label(self, words: str, line: Sequence[tuple[Day, int]], is_above: bool) -> Label:
        """At the end of a line: above its last point, or below all that the words pass under."""
        _, n = line[-1]
        if not is_above:
            passed = [n for day, n in line if self.point(day, n).x <= 100 - WORDS]
            n = passed[-1] if passed else line[0][1]
        return Label(words, self.point(self.last, n).y, is_above)

    def reach(self, day: Day, bounds: Bounds) -> str:
        low, high = self.point(day, bounds.low), self.point(day, _top(bounds))
        return f"M{low.x:g} {low.y:g}V{high.y:g}"
