"""The land below the maps: whole, cut to its frame, small, and the same bytes every time."""

from datetime import date as Day

import pytest
from lxml import etree

from building import HARBOUR
from dateline.archive import build
from dateline.check import collect
from dateline.maps import outputs
from dateline.maps.land import land
from dateline.maps.outlines import clipped, simplified
from dateline.maps.picture import picture, shapes
from dateline.plan import Site, SiteSettings
from dateline.read.content import read_content
from dateline.views.map_frame import WIDTH, MapFrame

WORLD = MapFrame(-180, -90, 180, 90)
FRAMES = [
    MapFrame(26, 10, 60, 40),
    MapFrame(-38, 58, -4, 72),
    MapFrame(176, -22, 190, -10),
    MapFrame(-2, -62, 192, 62),
    WORLD,
]


def test_no_coast_leaps_to_the_other_side_of_the_earth() -> None:
    """Rings that cross the antimeridian, and Antarctica, which goes round the pole."""
    rings = list(land())
    assert len(rings) > 1000
    steps = [
        abs(one[0] - other[0])
        for ring in rings
        for one, other in zip(ring, [*ring[1:], ring[0]], strict=True)
    ]
    assert max(steps) <= 180
    # Only along the pole, where a line has no length on the earth, is a step long.
    assert sum(step > 20 for step in steps) == 4
    assert all(-90 <= latitude <= 90 for ring in rings for _, latitude in ring)


def is_land(longitude: float, latitude: float) -> bool:
    """Even-odd, in a map of the world, as the picture is filled."""
    [(x, y)] = WORLD.points([(longitude, latitude)])
    inside = False
    for shape in SHAPES:
        for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


SHAPES = list(shapes(WORLD))


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        (-19, 65, True),  # Iceland
        (44, 33, True),  # between two rivers
        (25, 0, True),  # the middle of Africa
        (178, 67, True),  # the east of Asia, this side of the antimeridian
        (-175, 66.5, True),  # and beyond it
        (0, -80, True),  # Antarctica, closed along the pole
        (179, -86, True),
        (-179, -88, True),
        (38, 21, False),  # a narrow sea
        (51, 42, False),  # a lake as large as a sea: a hole in the land
        (-30, 30, False),
        (179, 0, False),
        (-179, 60, False),
        (0, 88, False),
    ],
)
def test_land_is_land_and_sea_is_sea(longitude: float, latitude: float, expected: bool) -> None:
    assert is_land(longitude, latitude) is expected


@pytest.mark.parametrize("frame", FRAMES)
def test_the_picture_is_well_formed_small_and_stays_about_its_frame(frame: MapFrame) -> None:
    made = picture(frame)
    assert made == picture(frame)
    assert 1_000 < len(made) < 50_000
    root = etree.fromstring(made)
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(frame.height))
    assert b"prefers-color-scheme:dark" in made
    assert b"http" not in made.replace(b'xmlns="http://www.w3.org/2000/svg"', b"")
    for shape in shapes(frame):
        assert all(-5 <= x <= WIDTH + 5 and -5 <= y <= frame.height + 5 for x, y in shape)


def test_the_two_sides_of_the_antimeridian_meet() -> None:
    """A coast that goes across it is one shape in a frame that does."""
    frame = MapFrame(160, 60, 200, 74)
    [(middle, _)] = frame.points([(180, 71)])
    assert [
        shape
        for shape in shapes(frame)
        if min(x for x, _ in shape) < middle - 1 and max(x for x, _ in shape) > middle + 1
    ]


def test_what_is_cut_off_goes_along_the_edge() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert set(clipped(square, 5, -5, 20, 5)) == {(5, 0), (10, 0), (10, 5), (5, 5)}
    assert clipped(square, 20, 20, 30, 30) == []
    assert clipped(square, -1, -1, 11, 11) == square


def test_a_line_keeps_what_can_be_seen() -> None:
    ring = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (5.0, 13.0), (0.0, 10.0)]
    assert simplified(ring, 0.5) == [(0, 0), (10, 0), (10, 10), (5, 13), (0, 10)]


@pytest.mark.parametrize("has_coordinates", [True, False])
def test_an_archive_without_coordinates_has_no_picture(has_coordinates: bool) -> None:
    read = read_content(HARBOUR, "")
    archive = build(collect(read))
    if not has_coordinates:
        object.__setattr__(archive, "locations", {"south-pier": archive.locations["south-pier"]})
    settings = SiteSettings("A", "https://x.example", "B", "C", "D", ("x.example", 2021))
    assert Day(2021, 5, 4) in {entry.value.date.day for entry in archive.briefs}
    made = [output.path for output in outputs(archive, Site(settings))]
    assert made == (["map/land.svg"] if has_coordinates else [])
