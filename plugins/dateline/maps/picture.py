"""The picture of the land in a frame, as SVG.

It is shown as an image below the circles of a page, so that its colours are its own: the tokens of
the theme, light and dark.
"""

import math
from collections.abc import Iterator, Sequence

from dateline.maps.land import Ring, land
from dateline.maps.outlines import Point, clipped, simplified
from dateline.views.map_frame import WIDTH, MapFrame

# Units of the picture in one of the map's, so that whole numbers are fine enough.
FINE = 10
# In units of the map: how far a coast may be off, and how large an island must be.
TOLERANCE = 0.2
SMALLEST = 0.6
# Beyond the edges, where the line of a coast that is cut there goes.
BEYOND = 4

STYLE = (
    "path{fill:#efebe2;stroke:#c9c3b4;stroke-width:6;stroke-linejoin:round}"
    "@media(prefers-color-scheme:dark){path{fill:#25272c;stroke:#474a52}}"
)


def picture(frame: MapFrame) -> bytes:
    outlines = "".join(_outline(points) for points in shapes(frame))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{frame.height}" '
        f'viewBox="0 0 {WIDTH * FINE} {frame.height * FINE}">'
        f'<style>{STYLE}</style><path fill-rule="evenodd" d="{outlines}"/></svg>\n'
    ).encode()


def shapes(frame: MapFrame) -> Iterator[list[Point]]:
    """The land inside the frame, in units of the map."""
    edge = (-BEYOND, -BEYOND, WIDTH + BEYOND, frame.height + BEYOND)
    for ring in land():
        for turn in _turns(ring, frame):
            points = frame.points(_turned(ring, turn))
            inside = clipped(points, *edge)
            # What is small is not worth the work of the next step, which makes nothing larger.
            if len(inside) > 2 and _extent(inside) >= SMALLEST:
                shape = simplified(inside, TOLERANCE)
                if len(shape) > 2 and _extent(shape) >= SMALLEST:
                    yield shape


def _turns(ring: Ring, frame: MapFrame) -> Iterator[int]:
    """By how many degrees a ring is turned to be seen in the frame, whose east may lie beyond the
    antimeridian."""
    longitudes, latitudes = zip(*ring, strict=True)
    west, east, south, north = *_ends(longitudes), *_ends(latitudes)
    if south > frame.north + 1 or north < frame.south - 1:
        return
    first = math.ceil((frame.west - 1 - east) / 360)
    last = math.floor((frame.east + 1 - west) / 360)
    yield from (number * 360 for number in range(first, last + 1))


def _turned(ring: Ring, turn: int) -> Ring:
    return [(longitude + turn, latitude) for longitude, latitude in ring] if turn else ring


def _ends(numbers: Sequence[float]) -> tuple[float, float]:
    return min(numbers), max(numbers)


def _extent(shape: list[Point]) -> float:
    (left, right), (top, bottom) = map(_ends, zip(*shape, strict=True))
    return max(right - left, bottom - top)


def _outline(points: list[Point]) -> str:
    """In whole units of the picture, each point from the one before."""
    found = ""
    last = (0, 0)
    for x, y in points:
        at = (round(x * FINE), round(y * FINE))
        step = f"{at[0] - last[0]} {at[1] - last[1]}".replace(" -", "-")
        if not found:
            found = f"M{step}l"
        elif at != last:
            found += step if found.endswith("l") or step.startswith("-") else f" {step}"
        last = at
    return found.removesuffix("l") + "z"
