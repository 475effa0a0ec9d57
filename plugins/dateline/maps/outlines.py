"""Outlines fitted to a picture: cut at its edges, and no finer than can be seen."""

from collections.abc import Sequence

Point = tuple[float, float]
Ring = Sequence[Point]


def clipped(ring: Ring, left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The part of an area inside a rectangle, edge by edge (Sutherland and Hodgman).

    Where it leaves the rectangle it goes on along the edge.
    """
    found = list(ring)
    for axis, limit, is_upper in (
        (0, left, False),
        (0, right, True),
        (1, top, False),
        (1, bottom, True),
    ):
        found = _cut(found, axis, limit, is_upper)
    return found


def _cut(ring: list[Point], axis: int, limit: float, is_upper: bool) -> list[Point]:
    along = [point[axis] for point in ring]
    if not ring or (max(along) <= limit if is_upper else min(along) >= limit):
        return ring
    is_inside = [at <= limit if is_upper else at >= limit for at in along]
    found: list[Point] = []
    before, was_inside = ring[-1], is_inside[-1]
    for point, is_in in zip(ring, is_inside, strict=True):
        if was_inside != is_in:
            found.append(_crossing(before, point, axis, limit))
        if is_in:
            found.append(point)
        before, was_inside = point, is_in
    return found


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    along = one[1 - axis] + part * (other[1 - axis] - one[1 - axis])
    return (limit, along) if axis == 0 else (along, limit)


def simplified(ring: list[Point], tolerance: float) -> list[Point]:
    """Without the points that lie less than `tolerance` beside the line of those kept (Douglas and
    Peucker)."""
    if len(ring) < 4:
        return ring
    # A ring has no ends: it is halved at the point farthest from its first.
    x, y = ring[0]
    away = [(px - x) * (px - x) + (py - y) * (py - y) for px, py in ring]
    far = away.index(max(away))
    return _line(ring[: far + 1], tolerance)[:-1] + _line([*ring[far:], ring[0]], tolerance)[:-1]


def _line(points: list[Point], tolerance: float) -> list[Point]:
    kept = {0, len(points) - 1}
    stretches = [(0, len(points) - 1)]
    while stretches:
        start, end = stretches.pop()
        at, away = _farthest(points, start, end)
        if away > tolerance * tolerance:
            kept.add(at)
            stretches += [(start, at), (at, end)]
    return [points[at] for at in sorted(kept)]


def _farthest(points: list[Point], start: int, end: int) -> tuple[int, float]:
    """Which of the points between two lies farthest from the line between them, and the square of
    how far; the first of them with 0 where all lie on it. Asked about every point of a coast many
    times, so it is one loop."""
    (x, y), (end_x, end_y) = points[start], points[end]
    dx, dy = end_x - x, end_y - y
    length = dx * dx + dy * dy
    at, away = start, 0.0
    for middle in range(start + 1, end):
        px, py = points[middle]
        px -= x
        py -= y
        if length:
            part = (px * dx + py * dy) / length
            if part >= 1:
                px -= dx
                py -= dy
            elif part > 0:
                px -= part * dx
                py -= part * dy
        distance = px * px + py * py
        if distance > away:
            at, away = middle, distance
    return at, away
