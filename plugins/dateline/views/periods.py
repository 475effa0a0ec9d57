"""How a long list of dated things is cut into pages of its own: by year, a full year by
month, and a full month by day.

The calendar cuts, not a count from either end: what comes or goes changes the page of its own
period, and no other page of the list.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date as Day
from itertools import groupby
from typing import Generic, TypeVar

from dateline.frozen import frozen
from dateline.views.days import day_words, month_words

T = TypeVar("T")

# The period of what nobody dates.
UNDATED = "undated"

# How much of an ISO day names its year, its month and itself.
YEAR, MONTH, DAY = 4, 7, 10


@frozen
class Period(Generic[T]):
    """`name` is "2023", "2023-10", "2023-10-18" or "undated", as it stands in addresses."""

    name: str
    items: tuple[T, ...]

    @property
    def words(self) -> str:
        return period_words(self.name)


def period_words(name: str) -> str:
    """ "2023", "October 2023", "18 October 2023", "day not known"."""
    if name == UNDATED:
        return "day not known"
    if len(name) == DAY:
        return day_words(Day.fromisoformat(name))
    return name if len(name) == YEAR else month_words(int(name[:YEAR]), int(name[YEAR + 1 :]))


def periods(
    items: Iterable[T], day_of: Callable[[T], Day | None], most: int, length: int = YEAR
) -> Iterator[Period[T]]:
    """In the order of the items, which is that of their days; undated ones stand together.

    A year with more than `most` is cut into its months, and such a month into its days. A day is
    never cut.
    """
    for name, found in groupby(items, key=lambda item: _name(day_of(item), length)):
        together = tuple(found)
        if len(together) <= most or length == DAY or name == UNDATED:
            yield Period(name, together)
        else:
            yield from periods(together, day_of, most, MONTH if length == YEAR else DAY)


def _name(day: Day | None, length: int) -> str:
    return UNDATED if day is None else day.isoformat()[:length]
