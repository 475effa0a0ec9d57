"""How this project cuts long lists into pages, so that Hugo is asked for as many.

Told again here and not imported: a benchmark that took the numbers from the build it measures
would not see that the two sites differ.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Day
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")

LIST_ROWS = 100
FEED_ITEMS = 50
FEED_PAGE_ROWS = 150

UNDATED = "undated"
_YEAR, _MONTH, _DAY = 4, 7, 10


def periods(
    items: Iterable[T], day_of: Callable[[T], Day | None], most: int, length: int = _YEAR
) -> Iterator[tuple[str, tuple[T, ...]]]:
    """By year; a year of more than `most` by month, and such a month by day."""

    def name_of(item: T) -> str:
        day = day_of(item)
        return UNDATED if day is None else day.isoformat()[:length]

    for name, found in groupby(items, key=name_of):
        together = tuple(found)
        if len(together) <= most or length == _DAY or name == UNDATED:
            yield name, together
        else:
            yield from periods(together, day_of, most, _MONTH if length == _YEAR else _DAY)


def feed_archives(total: int) -> int:
    """How many archive pages of 25 a feed of `total` items has."""
    return -(-max(0, total - FEED_ITEMS * 4 // 5) // (FEED_ITEMS // 2))


def slices(parts: Sequence[tuple[str, tuple[T, ...]]]) -> Iterator[tuple[str, int, int]]:
    """Of consecutive parts: the name, how many there are up to its end, and how many it has."""
    end = 0
    for name, items in parts:
        end += len(items)
        yield name, end, len(items)
