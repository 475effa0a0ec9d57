"""An archive month by month: what it holds, what officials counted, and where the two part.

The official counts are those of one series, which count on from one day over one area. Of each
month that has one the last is taken, and held against the last of an earlier month: what lies
between them is compared with ours of exactly the same days. Of several counts of one day all are
accounts of one number (brief format, "Counts").

What a count of "at least n" grew by is as open as the counts are: the growth and all that is taken
from it are reckoned on bounds.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date as Day
from datetime import timedelta
from itertools import groupby

from dateline.archive.archive import Archive
from dateline.archive.entry import Entry
from dateline.archive.reckoning import Area, Reckoner, in_area, official_of
from dateline.archive.series import Series, in_order
from dateline.frozen import frozen
from dateline.model.brief import Brief, Verification
from dateline.model.count import Account, Bounds, Count
from dateline.model.registry import Total

ByGrade = Mapping[Verification, int]

_YEAR = 12


@frozen
class Difference:
    """From `low` to `high`; either may be negative, and None where nothing bounds it."""

    low: int | None
    high: int | None

    def less(self, part: Bounds) -> "Difference":
        return Difference(
            None if self.low is None or part.high is None else self.low - part.high,
            None if self.high is None else self.high - part.low,
        )


@frozen
class Held:
    """Ours in the days between two counts. `undecided` more are known to a month that lies there
    only in part.

    `several` is of how many briefs the official counts make another number than one, and `made`
    what they make of these; `outside` are beyond their scope; `one` are those of which they make
    one. Of the others, `open`, nobody says. `unconfirmed` has all that are of another grade than
    confirmed, and `open_unconfirmed` is how many of them are among the others.
    """

    n: int
    undecided: int
    several: int
    made: Bounds
    outside: int
    one: int
    open: int
    unconfirmed: ByGrade
    open_unconfirmed: int

    def counted(self, *, confirmed_only: bool = False) -> Bounds:
        """What the official counts come to if each of the others is one attack in them; or if,
        among these, only the confirmed ones are."""
        ones = self.one + self.open - (self.open_unconfirmed if confirmed_only else 0)
        return _sum([self.made, Bounds(ones, ones)])


@frozen
class Counted:
    """What the last count of a month says. `totals` are those of its day. `before` is the day of
    the last one of an earlier month; without one it is held against the series' first day.
    `grown` is by how much the count grew, from `since`, None where nobody says from when it counts.
    """

    totals: tuple[Entry[Total], ...]
    number: Bounds
    day: Day
    before: Day | None
    since: Day | None
    grown: Difference
    held: Held


@frozen
class Month:
    """`here` are the briefs of the area by grade, `elsewhere` all others. `others` are the official
    counts of the month that are of no such series."""

    first: Day
    here: ByGrade
    elsewhere: ByGrade
    counted: Counted | None = None
    others: tuple[Entry[Total], ...] = ()

    @property
    def slug(self) -> str:
        return self.first.isoformat()[:7]

    @property
    def n(self) -> int:
        return sum(self.here.values())

    @property
    def n_elsewhere(self) -> int:
        return sum(self.elsewhere.values())


def months(archive: Archive, series: Series | None, reckoner: Reckoner) -> tuple[Month, ...]:
    """From the first month with a brief or a count to the last, those with neither too. Without a
    series every brief is in `here`."""
    held = _by_month(archive, None if series is None else series.scope.area)
    counted = {} if series is None else dict(_counted(series, reckoner))
    joined = {entry.slug for entry in series.totals} if series is not None else set()
    others: dict[int, list[Entry[Total]]] = {}
    for entry in in_order(archive.totals.values()):
        found = others.setdefault(_number(entry.value.as_of), [])
        if entry.value.official and entry.slug not in joined and not entry.value.count.is_unknown:
            found.append(entry)
    named = held.keys() | others.keys()
    nothing = _Held()
    return tuple(
        Month(
            first=Day(number // _YEAR, number % _YEAR + 1, 1),
            here=held.get(number, nothing).here,
            elsewhere=held.get(number, nothing).elsewhere,
            counted=counted.get(number),
            others=tuple(others.get(number, ())),
        )
        for number in (range(min(named), max(named) + 1) if named else ())
    )


def _number(day: Day) -> int:
    return day.year * _YEAR + day.month - 1


@frozen
class _Held:
    here: Counter[Verification] = field(default_factory=Counter)
    elsewhere: Counter[Verification] = field(default_factory=Counter)


def _by_month(archive: Archive, area: Area | None) -> dict[int, _Held]:
    inside = None if area is None else {entry.slug for entry in in_area(area, archive)}
    found: dict[int, _Held] = {}
    for entry in archive.briefs:
        month = found.setdefault(_number(entry.facts.date), _Held())
        part = month.here if inside is None or entry.slug in inside else month.elsewhere
        part[entry.facts.verification] += 1
    return found


def _counted(series: Series, reckoner: Reckoner) -> Iterator[tuple[int, Counted]]:
    scope = series.scope
    before: tuple[Day, Bounds] | None = None
    for number, entries in groupby(series.totals, key=lambda entry: _number(entry.value.as_of)):
        of_month = tuple(entries)
        day = of_month[-1].value.as_of
        last = tuple(entry for entry in of_month if entry.value.as_of == day)
        bounds = _together(last)
        since = scope.since if before is None else before[0] + timedelta(1)
        grown = Difference(bounds.low, bounds.high)
        yield (
            number,
            Counted(
                totals=last,
                number=bounds,
                day=day,
                before=None if before is None else before[0],
                since=since,
                grown=grown if before is None else grown.less(before[1]),
                held=_held(reckoner, scope.area, since, last[-1].value),
            ),
        )
        before = day, bounds


def _together(totals: Iterable[Entry[Total]]) -> Bounds:
    """Of counts of one day. A series holds none without a number."""
    accounts = tuple(Account(one.value.count.reckoned, one.value.by, ()) for one in totals)
    bounds = Count(accounts=accounts).bounds
    if bounds is None:
        raise ValueError("a series holds a count without a number")
    return bounds


def _held(reckoner: Reckoner, area: Area, since: Day | None, total: Total) -> Held:
    briefs = tuple(reckoner.within(area, since, total.as_of))
    known = [(entry, official_of(entry)) for entry in briefs]
    made = [bounds for _, bounds in known if bounds is not None]
    several = [bounds for bounds in made if bounds.high != 0 and not _is_one(bounds)]
    others = [entry for entry, bounds in known if bounds is None]
    return Held(
        n=len(briefs),
        undecided=reckoner.undecided(area, since, total.as_of),
        several=len(several),
        made=_sum(several),
        outside=sum(bounds.high == 0 for bounds in made),
        one=sum(map(_is_one, made)),
        open=len(others),
        unconfirmed=_unconfirmed(briefs),
        open_unconfirmed=sum(_unconfirmed(others).values()),
    )


def _is_one(bounds: Bounds) -> bool:
    return bounds.low == bounds.high == 1


def _unconfirmed(briefs: Iterable[Entry[Brief]]) -> Counter[Verification]:
    grades = Counter(entry.facts.verification for entry in briefs)
    del grades["confirmed"]
    return grades


def _sum(parts: Iterable[Bounds]) -> Bounds:
    """One open number makes the sum open."""
    low = high = 0
    is_open = False
    for part in parts:
        low += part.low
        high += part.high or 0
        is_open = is_open or part.open
    return Bounds(low, None if is_open else high)
