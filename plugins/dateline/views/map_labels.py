"""Names beside the largest circles of a map, where there is room for them."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.frozen import frozen
from dateline.views.numbers import plain

MOST = 6

# In the units of the map, as large as the letters are on a phone; on a wide screen they are smaller
# in these units, and what fits here fits there.
LETTER = 13.0
# How wide a letter is at the most, on average: a font of the reader's own sets the name.
WIDE = 0.54
GAP = 3.0


@frozen
class Disc:
    """A place on the map: its circle, and how many it stands for."""

    slug: str
    name: str
    n: int
    x: float
    y: float
    r: float


@frozen
class Label:
    """`anchor` and `dy` are those of an SVG text: which end of it lies at x, and how far below y
    its line is, in its own size."""

    words: str
    x: str
    y: str
    anchor: str
    dy: str


@frozen
class _Spot:
    """A label where it might stand, and the box that it would fill."""

    label: Label
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Spot") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def hides(self, disc: Disc) -> bool:
        """Whether the middle of a circle lies below it."""
        return self.left < disc.x < self.right and self.top < disc.y < self.bottom

    def covers(self, disc: Disc) -> bool:
        return (
            self.left < disc.x + disc.r
            and disc.x - disc.r < self.right
            and self.top < disc.y + disc.r
            and disc.y - disc.r < self.bottom
        )

    def is_inside(self, width: float, height: float) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


def labels(largest_first: Sequence[Disc], width: float, height: float) -> tuple[Label, ...]:
    """The names of the largest; one for which no side of its circle has room is left to the list.

    A name lies on no other name and on the middle of no circle. Of several sides that have room,
    the one where the fewest circles are covered.
    """
    taken: list[_Spot] = []
    for disc in largest_first[:MOST]:
        free = [
            spot
            for spot in _around(disc)
            if spot.is_inside(width, height)
            and not any(map(spot.meets, taken))
            and not any(map(spot.hides, largest_first))
        ]
        if free:
            taken.append(min(free, key=lambda spot: _covered(spot, largest_first)))
    return tuple(spot.label for spot in taken)


def _covered(spot: _Spot, discs: Iterable[Disc]) -> int:
    return sum(spot.covers(disc) for disc in discs)


def _around(disc: Disc) -> Iterator[_Spot]:
    """Right, left, above, below."""
    wide = len(disc.name) * LETTER * WIDE
    half = LETTER * 0.6
    away = disc.r + GAP
    right, left = disc.x + away, disc.x - away
    above, below = disc.y - away, disc.y + away
    yield _Spot(
        _label(disc, right, disc.y, "start", "0.35em"),
        right,
        disc.y - half,
        right + wide,
        disc.y + half,
    )
    yield _Spot(
        _label(disc, left, disc.y, "end", "0.35em"), left - wide, disc.y - half, left, disc.y + half
    )
    yield _Spot(
        _label(disc, disc.x, above, "middle", "0"),
        disc.x - wide / 2,
        above - LETTER,
        disc.x + wide / 2,
        above + 0.25 * LETTER,
    )
    yield _Spot(
        _label(disc, disc.x, below, "middle", "0.8em"),
        disc.x - wide / 2,
        below - 0.2 * LETTER,
        disc.x + wide / 2,
        below + 1.1 * LETTER,
    )


def _label(disc: Disc, x: float, y: float, anchor: str, dy: str) -> Label:
    return Label(disc.name, plain(x), plain(y), anchor, dy)
