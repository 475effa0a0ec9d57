"""Official totals that may stand on one line: those that count from the same day, over the same
area. Totals of another scope are another line, and are never joined to it."""

from collections.abc import Iterable

from dateline.archive.entry import Entry
from dateline.archive.reckoning import Scope, scope_of
from dateline.frozen import frozen
from dateline.model.registry import Total


@frozen
class Series:
    """`totals` by the day up to which they count."""

    scope: Scope
    totals: tuple[Entry[Total], ...]


def in_order(totals: Iterable[Entry[Total]]) -> tuple[Entry[Total], ...]:
    return tuple(sorted(totals, key=lambda entry: (entry.value.as_of, entry.slug)))


def most_common(totals: Iterable[Entry[Total]]) -> Series | None:
    """The series with the most official totals whose number is known; of two, the one that goes on
    longer. None where there is none."""
    by_scope: dict[Scope, list[Entry[Total]]] = {}
    for entry in in_order(totals):
        if entry.value.official and not entry.value.count.is_unknown:
            by_scope.setdefault(scope_of(entry.value), []).append(entry)
    if not by_scope:
        return None
    scope = max(by_scope, key=lambda one: (len(by_scope[one]), by_scope[one][-1].value.as_of))
    return Series(scope, tuple(by_scope[scope]))
