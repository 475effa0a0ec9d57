"""Counts: how many, as far as anybody has said.

Unknown is never 0. A count is what the front matter says; its bounds are what lists, sums and data
work with (brief format, "Counts").
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated

from dateline.model.kinds import NotEmpty, SourceKey, Text


@dataclass(frozen=True, slots=True)
class Bounds:
    """`low` to `high`; `high` None with `open` means "at least low"; `best` where one is named."""

    low: int
    high: int | None
    best: int | None = None

    @property
    def open(self) -> bool:
        return self.high is None


@dataclass(frozen=True, slots=True)
class Account:
    """One number in a list of them: who gave it, when, and where it is written."""

    n: Bounds | None
    by: Annotated[str, Text(300)]
    sources: Annotated[tuple[Annotated[str, SourceKey()], ...], NotEmpty()]
    as_of: Day | None = None
    best: bool = False
    superseded: bool = False
    note: Annotated[str, Text()] = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A plain figure or a list of accounts; without either it is unknown."""

    plain: Bounds | None = None
    accounts: tuple[Account, ...] = ()

    @property
    def bounds(self) -> Bounds | None:
        """What the count comes to, or None when it is unknown."""
        if not self.accounts:
            return self.plain
        return _of_accounts(self.accounts)

    @property
    def best(self) -> Bounds | None:
        """What is taken as best: a plain figure's best, or the account so marked, be it a range."""
        if not self.accounts:
            return self.plain and _best_of(self.plain)
        marked = (a.n for a in self.accounts if a.best and a.n is not None and not a.superseded)
        chosen = next(marked, None)
        return chosen and (_best_of(chosen) or chosen)

    @property
    def reckoned(self) -> Bounds | None:
        """What a sum takes: the best figure where there is one, else low to high."""
        return self.best or self.bounds

    @property
    def is_unknown(self) -> bool:
        return self.bounds is None


UNKNOWN = Count()


def _of_accounts(accounts: Iterable[Account]) -> Bounds | None:
    """Low is the least low, high the greatest number named.

    The result is open only if the account with the greatest number is open; at a tie one open
    account is enough. Superseded and unknown accounts are left out.
    """
    live = [(a.n, a.best) for a in accounts if a.n is not None and not a.superseded]
    if not live:
        return None
    greatest = max(_named(bounds) for bounds, _ in live)
    is_open = any(bounds.open and _named(bounds) == greatest for bounds, _ in live)
    best = next((bounds for bounds, marked in live if marked), None)
    return Bounds(
        low=min(bounds.low for bounds, _ in live),
        high=None if is_open else greatest,
        best=_single(best) if best else None,
    )


def _named(bounds: Bounds) -> int:
    """The greatest number that an account names: an open one names only its low."""
    return bounds.low if bounds.high is None else bounds.high


def _best_of(bounds: Bounds) -> Bounds | None:
    return None if bounds.best is None else Bounds(bounds.best, bounds.best, bounds.best)


def _single(bounds: Bounds) -> int | None:
    if bounds.best is not None:
        return bounds.best
    return bounds.low if bounds.low == bounds.high else None
