"""Makes plugins/dateline/maps/land.txt, the land of the maps, from Natural Earth's.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/land.py package/land-50m.json > plugins/dateline/maps/land.txt

Run once; plugins/dateline/maps/README.md says what the file holds and where it comes from.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

# A degree in steps of the file. A step of 0.02° is 2 km: less than a pixel of a map that is ten
# degrees wide.
STEPS = 50
TURN = 360 * STEPS

Point = tuple[int, int]
Ring = list[Point]


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_bytes())
    lines = sorted(encoded(ring) for ring in rings(topology))
    sys.stdout.write("\n".join(lines) + "\n")


def rings(topology: dict[str, Any]) -> Iterator[Ring]:
    """Every ring of the land, outer ones and holes alike, in whole steps, longitude first. The line
    that the source draws round a pole is none."""
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            for indices in polygon:
                ring = closed(unwrapped(thinned(_joined(indices, arcs))))
                if len({latitude for _, latitude in ring}) > 1:
                    yield ring


def _arc(deltas: Iterable[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        yield round((x * scale_x + left) * STEPS), round((y * scale_y + bottom) * STEPS)


def _joined(indices: Iterable[int], arcs: list[Ring]) -> Ring:
    """Arcs end to end; ~i is the arc i backwards."""
    points: Ring = []
    for index in indices:
        points += arcs[index] if index >= 0 else reversed(arcs[~index])
    return points


def thinned(points: Iterable[Point]) -> Ring:
    """Without points that fell on the one before."""
    found: Ring = []
    for point in points:
        if not found or point != found[-1]:
            found.append(point)
    return found


def unwrapped(points: Ring) -> Ring:
    """Longitudes that go on beyond 180° instead of leaping to the other side: a coast that crosses
    the antimeridian stays one line."""
    found = points[:1]
    for x, y in points[1:]:
        turns = round((found[-1][0] - x) / TURN)
        found.append((x + turns * TURN, y))
    return found


def closed(points: Ring) -> Ring:
    """Without the last point, which is the first again. A ring that goes round the earth ends a
    whole turn away from where it began: it is closed along the pole, a quarter turn at a time."""
    (first, start), (last, _) = points[0], points[-1]
    if first == last:
        return points[:-1]
    pole = (90 if start > 0 else -90) * STEPS
    quarter = (first - last) // 4
    return [*points, *((last + n * quarter, pole) for n in range(5))]


def encoded(ring: Ring) -> str:
    """Differences from point to point, each in characters of five bits, the lowest first."""
    x = y = 0
    text = []
    for to_x, to_y in ring:
        text += [_number(to_x - x), _number(to_y - y)]
        x, y = to_x, to_y
    return "".join(text)


def _number(value: int) -> str:
    left = value * 2 if value >= 0 else -value * 2 - 1
    text = ""
    while left >= 32:
        text += chr(63 + (left & 31 | 32))
        left >>= 5
    return text + chr(63 + left)


if __name__ == "__main__":
    main()
