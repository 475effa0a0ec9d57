"""The bytes of many outputs, made by two processes where they are many."""

from collections.abc import Iterator, Sequence

from dateline.publish import Item
from dateline.workers import FEW, divided

# As many as one process takes at once of a few thousand.
_STRETCH = 16


# Of so many outputs these few are worth a second process: those that an edit changes are long.
_MANY = 60_000
_FEW_OF_MANY = 16


def made(items: Sequence[Item], processes: int, of: int) -> Iterator[tuple[Item, bytes]]:
    """Each item once, in any order; `of` is how many outputs the site has. Raises WorkerLost, and
    what an item's `make` raises."""
    ordered = _from_both_ends(items)

    def make(number: int) -> bytes:
        return ordered[number].make()

    few = FEW if of < _MANY else _FEW_OF_MANY
    for n, data in divided(len(ordered), make, bytes, bytes, processes, few):
        yield ordered[n], data


def _from_both_ends(items: Sequence[Item]) -> list[Item]:
    """Stretches from the beginning and from the end, in turns. Outputs of one kind stand together:
    so the two processes begin with different kinds, and the template that one has compiled is
    there when the other comes to it."""
    stretches = [items[at : at + _STRETCH] for at in range(0, len(items), _STRETCH)]
    ordered: list[Item] = []
    while stretches:
        ordered += stretches.pop(0)
        if stretches:
            ordered += stretches.pop()
    return ordered
