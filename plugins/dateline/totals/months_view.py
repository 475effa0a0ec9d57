"""The months of the archive as /totals/ shows them: ours by grade, the official count, and why the
two differ."""

from collections.abc import Iterator, Sequence

from dateline.archive.months import ByGrade, Counted, Month
from dateline.archive.series import Series
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.totals.why import why
from dateline.totals.words import difference_words, since_words
from dateline.views.area import area_words
from dateline.views.days import month_words, short_day
from dateline.views.grades import GRADES, Grade
from dateline.views.link import Link, link_to
from dateline.views.numbers import bounds_words


@frozen
class CountedView:
    """`number` leads to the total itself. `until` and `since` are the ends of the days in which it
    grew and over which `ours` is counted."""

    number: Link
    until: str
    grown: str
    since: str
    ours: str
    why: str


@frozen
class MonthRow:
    """`grades` are in the order of the columns. `others` are official counts of the month that are
    of another first day or area; only a month without `counted` names them."""

    month: Link
    machine: str
    grades: tuple[int, ...]
    n: int
    elsewhere: int
    counted: CountedView | None
    others: tuple[Link, ...]


@frozen
class MonthsView:
    """`has_elsewhere` and `has_counts`: there is something to show in these columns."""

    caption: str
    grades: tuple[Grade, ...]
    rows: tuple[MonthRow, ...]
    sums: tuple[int, ...]
    n: int
    elsewhere: int
    has_elsewhere: bool
    has_counts: bool


def months_view(site: Site, series: Series | None, months: Sequence[Month]) -> MonthsView | None:
    """None in an archive without a month."""
    if not months:
        return None
    sums = tuple(sum(month.here.get(key, 0) for month in months) for key in GRADES)
    elsewhere = sum(month.n_elsewhere for month in months)
    return MonthsView(
        caption=" ".join(_caption(series, elsewhere)),
        grades=tuple(GRADES.values()),
        rows=tuple(_row(site, month) for month in months),
        sums=sums,
        n=sum(sums),
        elsewhere=elsewhere,
        has_elsewhere=elsewhere > 0,
        has_counts=series is not None,
    )


def _caption(series: Series | None, elsewhere: int) -> Iterator[str]:
    if series is None:
        yield "The incidents of this archive by month and grade."
        return
    area = area_words(series.scope.area)
    yield f"Incidents {area} by month and grade; beside them the last official count of the month,"
    yield f"of those that count {since_words(series.scope.since)}."
    if elsewhere:
        yield "Elsewhere: those with no place in that area."


def _row(site: Site, month: Month) -> MonthRow:
    words = month_words(month.first.year, month.first.month)
    return MonthRow(
        month=link_to(site, words, "month", month.slug),
        machine=month.slug,
        grades=_in_order(month.here),
        n=month.n,
        elsewhere=month.n_elsewhere,
        counted=None if month.counted is None else _counted(month.counted),
        others=() if month.counted is not None else tuple(_others(month)),
    )


def _in_order(grades: ByGrade) -> tuple[int, ...]:
    return tuple(grades.get(key, 0) for key in GRADES)


def _counted(counted: Counted) -> CountedView:
    return CountedView(
        number=Link(bounds_words(counted.number), f"#{counted.totals[-1].slug}"),
        until=f"up to {short_day(counted.day)}",
        grown=difference_words(counted.grown),
        since=_since(counted),
        ours=f"{counted.held.n:,}",
        why=why(counted),
    )


def _since(counted: Counted) -> str:
    if counted.before is not None:
        return f"since {short_day(counted.before)}"
    return "" if counted.since is None else f"from {short_day(counted.since)}"


def _others(month: Month) -> Iterator[Link]:
    for entry in month.others:
        number = bounds_words(entry.value.count.reckoned)
        yield Link(f"{number} up to {short_day(entry.value.as_of)}", f"#{entry.slug}")
