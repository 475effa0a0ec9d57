"""What ours comes to beside a total: the rule of the brief format ("What counts"), and only that.

Ours is the number of listed briefs dated `since` to `as_of`, both days included, with any place in
the total's countries: its `countries`, or those of its `by_country`; with `sea` international
waters too; without any country all land, which is every place but those waters.

Decided here, where the format says nothing:

- A brief of which only the month is known is counted where the whole month lies in the span. Where
  only a part of it does, nobody can say, and it is left out and named as left out.
- A total that does not say from which day it counts is held against everything up to its day.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date as Day
from itertools import accumulate

from dateline.archive.archive import Archive
from dateline.archive.entry import Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.model.count import Bounds
from dateline.model.country import INTERNATIONAL_WATERS
from dateline.model.registry import Total


@frozen
class Area:
    """Where a total counts. Without countries it is all land; `sea` adds international waters."""

    countries: frozenset[str] = frozenset()
    sea: bool = False

    def holds(self, country: str) -> bool:
        if country == INTERNATIONAL_WATERS:
            return self.sea or country in self.countries
        return not self.countries or country in self.countries


@frozen
class Scope:
    """What makes two totals counts of the same thing: the day from which, and where."""

    since: Day | None
    area: Area


@frozen
class Official:
    """What the official counts make of a set of briefs: the sum of their official_count.

    `sum` is None where it is known of none of them; `unknown` is of how many it is not known.
    """

    sum: Bounds | None
    unknown: int


@frozen
class Ours:
    """`n` briefs are counted. `undecided` more are known to a month that only in part lies in the
    span, and are not in `n`."""

    n: int
    undecided: int
    official: Official


def scope_of(total: Total) -> Scope:
    countries = total.countries
    if not countries and total.by_country is not None:
        countries = tuple(code for code, _ in total.by_country.pairs)
    return Scope(total.since, Area(frozenset(countries), total.sea))


class Reckoner:
    """Counts the listed briefs of an archive. Each area is gone through once, however many totals
    there are."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lines: dict[Area, _Line] = {}

    def ours(self, total: Total) -> Ours:
        scope = scope_of(total)
        return self._line(scope.area).ours(scope.since, total.as_of)

    def ours_in(self, total: Total, country: str) -> Ours:
        """Ours in one country, in the span of the total."""
        return self._line(Area(frozenset((country,)))).ours(total.since, total.as_of)

    def within(self, area: Area, since: Day | None, until: Day) -> Iterator[Entry[Brief]]:
        """The briefs that are counted in a span: `n` of `Ours`."""
        return self._line(area).within(since, until)

    def undecided(self, area: Area, since: Day | None, until: Day) -> int:
        """`undecided` of `Ours`."""
        return self._line(area).ours(since, until).undecided

    def by_day(self, scope: Scope, until: Day) -> Iterator[tuple[Day, int]]:
        """The days on which ours grows, each with what it then comes to. A month's brief is
        counted on the month's last day."""
        return self._line(scope.area).by_day(scope.since, until)

    def _line(self, area: Area) -> "_Line":
        if area not in self._lines:
            self._lines[area] = _Line(in_area(area, self._archive))
        return self._lines[area]


def in_area(area: Area, archive: Archive) -> Iterator[Entry[Brief]]:
    """The listed briefs with any place in it."""
    held = {slug for slug, place in archive.locations.items() if area.holds(place.value.country)}
    return (entry for entry in archive.briefs if not held.isdisjoint(entry.facts.locations))


class _Line:
    """The briefs of one area: those of a day, and those known to the month only."""

    def __init__(self, entries: Iterable[Entry[Brief]]) -> None:
        dated: list[Entry[Brief]] = []
        months: list[Entry[Brief]] = []
        for entry in entries:
            (months if entry.facts.precision == "month" else dated).append(entry)
        self._dated = _Row(dated, [entry.facts.date for entry in dated])
        self._months = _Row(months, [_last(entry.facts.date) for entry in months])

    def ours(self, since: Day | None, until: Day) -> Ours:
        dated, months = self._dated.whole(since, until), self._months.whole(since, until)
        touched = self._months.touched(since, until)
        official = _sum([self._dated.official(dated), self._months.official(months)])
        return Ours(len(dated) + len(months), touched - len(months), official)

    def within(self, since: Day | None, until: Day) -> Iterator[Entry[Brief]]:
        for row in (self._dated, self._months):
            yield from (row.entries[at] for at in row.whole(since, until))

    def by_day(self, since: Day | None, until: Day) -> Iterator[tuple[Day, int]]:
        days = sorted(
            row.lasts[at] for row in (self._dated, self._months) for at in row.whole(since, until)
        )
        for n, day in enumerate(days, start=1):
            if n == len(days) or days[n] != day:
                yield day, n


class _Row:
    """Briefs in the order of their days, each with the first and the last on which it may have
    been; with sums up to each, so that a span is two look-ups."""

    def __init__(self, entries: list[Entry[Brief]], lasts: list[Day]) -> None:
        self.entries = entries
        self.lasts = lasts
        self._firsts = [entry.facts.date for entry in entries]
        self._sums = _Sums(entries)

    def whole(self, since: Day | None, until: Day) -> range:
        """The places of those that lie in the span."""
        first = 0 if since is None else bisect_left(self._firsts, since)
        return range(first, max(first, bisect_right(self.lasts, until)))

    def touched(self, since: Day | None, until: Day) -> int:
        """How many may have been in the span."""
        first = 0 if since is None else bisect_left(self.lasts, since)
        return max(0, bisect_right(self._firsts, until) - first)

    def official(self, places: range) -> Official:
        return self._sums.between(places.start, places.stop)


def _last(first: Day) -> Day:
    """The last day of a month."""
    return first.replace(day=monthrange(first.year, first.month)[1])


def official_of(entry: Entry[Brief]) -> Bounds | None:
    """How many attacks the official counts make of a brief."""
    official = entry.facts.official
    return None if official is None else Bounds(*official)


def _sum(parts: Iterable[Official]) -> Official:
    """Unknown ones are counted and never summed; one open number makes the sum open."""
    known: list[Bounds] = []
    unknown = 0
    for part in parts:
        unknown += part.unknown
        if part.sum is not None:
            known.append(part.sum)
    if not known:
        return Official(None, unknown)
    highs = [bounds.high for bounds in known if bounds.high is not None]
    high = sum(highs) if len(highs) == len(known) else None
    return Official(Bounds(sum(bounds.low for bounds in known), high), unknown)


class _Sums:
    """Of official counts, up to each brief: lows, highs, how many known, how many of them open."""

    def __init__(self, briefs: list[Entry[Brief]]) -> None:
        found = [official_of(entry) for entry in briefs]
        self._low = _up_to(0 if one is None else one.low for one in found)
        self._high = _up_to(0 if one is None or one.high is None else one.high for one in found)
        self._known = _up_to(int(one is not None) for one in found)
        self._open = _up_to(int(one is not None and one.open) for one in found)

    def between(self, first: int, behind: int) -> Official:
        known = self._known[behind] - self._known[first]
        unknown = behind - first - known
        if not known:
            return Official(None, unknown)
        is_open = self._open[behind] > self._open[first]
        high = None if is_open else self._high[behind] - self._high[first]
        return Official(Bounds(self._low[behind] - self._low[first], high), unknown)


def _up_to(numbers: Iterable[int]) -> list[int]:
    return list(accumulate(numbers, initial=0))
