"""The bytes of many outputs, made by two processes where they are many."""

from collections.abc import Iterator, Sequence

from dateline.publish import Item
from dateline.workers import FEW, divided

# Of so many outputs these few are worth a second process: those that an edit changes are long.
_MANY = 60_000
_FEW_OF_MANY = 16


def made(items: Sequence[Item], processes: int, of: int) -> Iterator[tuple[Item, bytes]]:
    """Each item once, in any order; `of` is how many outputs the site has. Raises WorkerLost, and
    what an item's `make` raises."""

    def make(number: int) -> bytes:
        return items[number].make()

    few = FEW if of < _MANY else _FEW_OF_MANY
    for n, data in divided(len(items), make, bytes, bytes, processes, few):
        yield items[n], data
