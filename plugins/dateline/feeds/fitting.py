"""The limit in bytes: how many items a feed's file holds, and in which of their two forms."""

from collections.abc import Callable, Sequence


def fitted(
    items: Sequence[bytes], shorter: Callable[[int], bytes], room: int, needed: int, between: int
) -> list[bytes]:
    """As many of the `items`, newest first, as there is `room` for; never fewer than `needed`.

    `needed` are those that stand nowhere else. Where even they have too little room, the oldest of
    them are given as `shorter` of their place, as many as it takes: an item without its words is
    still told of, a lost one is not. Only texts many times the usual size come to that. `between`
    is how many bytes stand between two items.
    """
    held: list[bytes] = []
    left = room + between
    for item in items:
        if len(item) + between > left:
            break
        held.append(item)
        left -= len(item) + between
    if len(held) >= needed:
        return held
    return _shortened(list(items[:needed]), shorter, room - between * (needed - 1))


def _shortened(held: list[bytes], shorter: Callable[[int], bytes], room: int) -> list[bytes]:
    over = sum(map(len, held)) - room
    for place in reversed(range(len(held))):
        if over <= 0:
            break
        short = shorter(place)
        over -= len(held[place]) - len(short)
        held[place] = short
    return held
