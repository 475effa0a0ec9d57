"""The land of the earth as rings of points; README.md says how the file holds them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

FILE = Path(__file__).with_name("land.txt")
STEPS = 50

Point = tuple[float, float]
Ring = list[Point]


def land_digest() -> str:
    return sha256(FILE.read_bytes()).hexdigest()


def land() -> Iterator[Ring]:
    """Longitudes and latitudes. A ring is closed from its last point to its first; longitudes go on
    beyond 180° where it crosses the antimeridian."""
    for line in FILE.read_text("ascii").splitlines():
        yield _ring(line)


def _ring(line: str) -> Ring:
    """One loop, for a map of the whole earth is drawn from a hundred thousand numbers."""
    ring: Ring = []
    x = y = value = shift = 0
    is_longitude = True
    for character in line.encode("ascii"):
        bits = character - 63
        value |= (bits & 31) << shift
        if bits >= 32:
            shift += 5
            continue
        step = -(value + 1) // 2 if value & 1 else value // 2
        value = shift = 0
        if is_longitude:
            x += step
        else:
            y += step
            ring.append((x / STEPS, y / STEPS))
        is_longitude = not is_longitude
    return ring
