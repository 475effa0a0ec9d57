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
    numbers = _numbers(line)
    ring: Ring = []
    x = y = 0
    for dx, dy in zip(numbers, numbers, strict=True):
        x, y = x + dx, y + dy
        ring.append((x / STEPS, y / STEPS))
    return ring


def _numbers(line: str) -> Iterator[int]:
    value = shift = 0
    for character in line:
        bits = ord(character) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            yield -(value + 1) // 2 if value & 1 else value // 2
            value = shift = 0
