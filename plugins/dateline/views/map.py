"""A map: a circle for each place, its area in proportion to how many incidents it stands for.

The land below it is a picture of its own, the same for every map of the site (the part
`dateline.maps`); without it there is no map. The table beside a map has the same numbers and the
same links.
"""

from collections.abc import Iterable, Iterator
from math import sqrt

from dateline.archive import Archive
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.link import Link, link_to
from dateline.views.map_frame import WIDTH, MapFrame
from dateline.views.map_labels import Disc, Label, labels
from dateline.views.numbers import how_many, plain

# Radii in the map's units. The largest circle of a map has at most the one; none is smaller than
# the least, so that it can be seen and hit: only there area says less than the number.
LARGEST = 18.0
OF_ONE = 5.0
LEAST = 3.0


@frozen
class Circle:
    """`words` say what it stands for. `is_exact` is False where only the town or the region is
    known. The coordinates are plain numbers, ready to be set."""

    x: str
    y: str
    r: str
    href: str | None
    words: str
    is_exact: bool


@frozen
class MapView:
    """`land` is the address of the picture below. Largest circles first, so that smaller ones lie
    above them. `missing` are the places without coordinates. `notes` say how the map is to be read.
    """

    land: str
    width: int
    height: int
    circles: tuple[Circle, ...]
    labels: tuple[Label, ...]
    missing: tuple[Link, ...]
    notes: tuple[str, ...]


def map_view(
    archive: Archive, site: Site, frame: MapFrame | None, counts: Iterable[tuple[str, int]]
) -> MapView | None:
    """`counts` are (location slug, number of incidents); a place of which there is none is left
    out. None without a picture of the land, and where no place has coordinates."""
    found = [(slug, n) for slug, n in counts if n]
    places = list(_discs(archive, frame, found))
    land = site.url_of("map:land")
    if frame is None or land is None or not places:
        return None
    in_order = sorted(places, key=lambda disc: (-disc.n, disc.slug))
    on_map = {disc.slug for disc in places}
    circles = tuple(_circle(archive, site, disc) for disc in in_order)
    return MapView(
        land=land,
        width=WIDTH,
        height=frame.height,
        circles=circles,
        labels=labels(in_order, WIDTH, frame.height),
        missing=tuple(
            link_to(site, archive.locations[slug].value.name, "location", slug)
            for slug, _ in found
            if slug not in on_map
        ),
        notes=tuple(_notes(circles)),
    )


def place_map(archive: Archive, site: Site, frame: MapFrame | None, slug: str) -> MapView | None:
    """The place alone, marked, with no number and no link: for its own page."""
    place = archive.locations[slug].value
    land = site.url_of("map:land")
    if frame is None or land is None or place.longitude is None or place.latitude is None:
        return None
    x, y = frame.place(place.longitude, place.latitude)
    is_exact = place.precision == "site"
    circle = Circle(plain(x), plain(y), plain(OF_ONE), None, place.name, is_exact)
    return MapView(land, WIDTH, frame.height, (circle,), (), (), ())


def _discs(
    archive: Archive, frame: MapFrame | None, counts: list[tuple[str, int]]
) -> Iterator[Disc]:
    most = max((n for _, n in counts), default=1)
    for slug, n in counts:
        place = archive.locations[slug].value
        if frame is None or place.longitude is None or place.latitude is None:
            continue
        x, y = frame.place(place.longitude, place.latitude)
        yield Disc(slug, place.name, n, x, y, radius(n, most))


def radius(n: int, most: int) -> float:
    """Of the circle of `n` on a map on which the largest stands for `most`."""
    of_one = min(OF_ONE, LARGEST / sqrt(most))
    return max(LEAST, of_one * sqrt(n))


def _circle(archive: Archive, site: Site, disc: Disc) -> Circle:
    return Circle(
        x=plain(disc.x),
        y=plain(disc.y),
        r=plain(disc.r),
        href=site.url_of("location", disc.slug),
        words=f"{disc.name}: {how_many(disc.n, 'incident')}",
        is_exact=archive.locations[disc.slug].value.precision == "site",
    )


def _notes(circles: tuple[Circle, ...]) -> Iterator[str]:
    yield "The area of a circle goes with the number of incidents."
    if not all(circle.is_exact for circle in circles):
        yield "Dashed: not the place itself is known, only the town or the region."
