"""Which part of the earth the maps of an archive show, and where a place lies on them.

The projection is equirectangular: longitude across, latitude down, both in even steps; across it is
narrowed as the earth is at the middle latitude. Every map of an archive has the same frame, and one
picture of the land lies below all of them.
"""

import math
from collections.abc import Iterable

from dateline.archive import Archive
from dateline.frozen import frozen

# Of a map in its own units: about the pixels that it is wide on a phone.
WIDTH = 360
# Degrees left free around the outermost places, and what the edges are rounded outwards to: a new
# place rarely moves the frame.
PADDING = 2
ROUNDED = 2
# A single place is shown with the coasts around it.
LEAST_HEIGHT = 12
# Width to height.
NARROWEST, WIDEST = 1.0, 1.8


@frozen
class MapFrame:
    """Edges in whole degrees; `east` is beyond 180 where the frame crosses the antimeridian."""

    west: int
    south: int
    east: int
    north: int

    @property
    def height(self) -> int:
        """In the units of WIDTH."""
        across = (self.east - self.west) * narrowing(self.south, self.north)
        return max(1, round(WIDTH * (self.north - self.south) / across))

    def points(self, places: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        """Across and down, in the units of WIDTH, of longitudes and latitudes, taken as they
        are."""
        west, north = self.west, self.north
        across, down, height = self.east - west, north - self.south, self.height
        return [
            ((longitude - west) / across * WIDTH, (north - latitude) / down * height)
            for longitude, latitude in places
        ]

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The point of a place that lies inside, on whichever side of the antimeridian."""
        return self.points([(self.west + (longitude - self.west) % 360, latitude)])[0]


def map_frame(archive: Archive) -> MapFrame | None:
    """Around all places of the archive that have coordinates; None where there is none."""
    return frame_around(
        (place.longitude, place.latitude)
        for entry in archive.locations.values()
        if (place := entry.value).longitude is not None and place.latitude is not None
    )


def frame_around(places: Iterable[tuple[float, float]]) -> MapFrame | None:
    """`places` are longitudes and latitudes."""
    points = list(places)
    if not points:
        return None
    latitudes = [latitude for _, latitude in points]
    south, north = _widened(*_outwards(min(latitudes), max(latitudes)), LEAST_HEIGHT)
    south, north = _between_the_poles(south, north)
    narrow = narrowing(south, north)
    west, east = _outwards(*_shortest_way_round(longitude for longitude, _ in points))
    west, east = _widened(west, east, NARROWEST * (north - south) / narrow)
    if east - west > 360:
        west, east = -180, 180
    south, north = _widened(south, north, (east - west) * narrow / WIDEST)
    south, north = _between_the_poles(south, north)
    return MapFrame(west, south, east, north)


def narrowing(south: int, north: int) -> float:
    """How much shorter a degree of longitude is than one of latitude, at the middle of the two.

    In thousandths, the same on every machine.
    """
    return max(0.2, round(math.cos(math.radians((south + north) / 2)), 3))


def _shortest_way_round(longitudes: Iterable[float]) -> tuple[float, float]:
    """The arc from west to east that holds all: it leaves out the widest gap between two."""
    ordered = sorted({round(longitude % 360, 6) for longitude in longitudes})
    gaps = [
        (after - before, after)
        for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)
    ]
    gap, west = max(gaps)
    west = round((west + 180) % 360 - 180, 6)
    return west, round(west + 360 - gap, 6)


def _outwards(low: float, high: float) -> tuple[int, int]:
    return (
        math.floor((low - PADDING) / ROUNDED) * ROUNDED,
        math.ceil((high + PADDING) / ROUNDED) * ROUNDED,
    )


def _widened(low: int, high: int, least: float) -> tuple[int, int]:
    """To at least that many degrees, as much on either side."""
    more = max(0, math.ceil((least - (high - low)) / 2 / ROUNDED) * ROUNDED)
    return low - more, high + more


def _between_the_poles(south: int, north: int) -> tuple[int, int]:
    """Moved away from the pole that it goes beyond."""
    height = min(180, north - south)
    south = max(-90, min(south, 90 - height))
    return south, south + height
