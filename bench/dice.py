"""Chance that falls the same on every machine."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """What falls follows from the names alone. Of Python's generator only `random` is used: it is
    the one method that is promised to give the same numbers in every version."""

    def __init__(self, *names: object) -> None:
        self._next = Random("/".join(map(str, names))).random  # noqa: S311 - nothing secret

    def below(self, end: int) -> int:
        return int(self._next() * end)

    def between(self, low: int, high: int) -> int:
        """Both may fall."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def pick(self, items: Sequence[T]) -> T:
        return items[self.below(len(items))]

    def crowded(self, end: int) -> int:
        """Below `end`, the small numbers far more often: as some places are named again and again,
        and most of them seldom."""
        return int(self._next() ** 2 * end)
