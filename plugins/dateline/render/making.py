"""The bytes of many outputs, made by two processes where they are many."""

from collections.abc import Iterator, Sequence

from dateline.publish import Item
from dateline.workers import divided


def made(items: Sequence[Item], processes: int) -> Iterator[tuple[Item, bytes]]:
    """Each item once, in any order. Raises WorkerLost, and what an item's `make` raises."""
    for n, data in divided(len(items), lambda n: items[n].make(), bytes, bytes, processes):
        yield items[n], data
