"""Maps: the frame around an archive's places, circles in proportion, names that do not collide."""

from itertools import combinations
from typing import Literal

import pytest

from dateline.archive import Archive, Entry
from dateline.model.registry import Location
from dateline.plan import Address, Site, SiteSettings
from dateline.views.map import MapView, map_view, place_map
from dateline.views.map_frame import WIDTH, MapFrame, frame_around, map_frame
from dateline.views.map_labels import LETTER, WIDE, Disc, Label, labels

SETTINGS = SiteSettings("Harbour", "https://x.example", "A", "B", "C", ("x.example", 2021))


def place(
    name: str,
    where: tuple[float, float] | None = None,
    precision: Literal["site", "town", "region"] = "site",
) -> Location:
    longitude, latitude = where if where else (None, None)
    return Location(
        name=name,
        country="IS",
        longitude=longitude,
        latitude=latitude,
        precision=precision if where else None,
    )


def archive(**places: Location) -> Archive:
    locations = {slug: Entry(slug, value, "", "") for slug, value in places.items()}
    return Archive((), (), (), 0, {}, {}, {}, locations, {}, {}, {})


def site(*kinds: str, pages: tuple[str, ...] = ()) -> Site:
    found = Site(SETTINGS)
    found.fix(
        [Address("map/land.svg", kind) for kind in kinds]
        + [Address(f"locations/{slug}/index.html", "location", slug) for slug in pages]
    )
    return found


PLACES = archive(
    inner=place("Inner Pier", (-22.0, 64.0)),
    outer=place("Outer Pier", (-14.0, 66.0), "region"),
    far=place("Far Pier", (-18.0, 65.0), "town"),
    lost=place("Lost Pier"),
)


def shown(counts: dict[str, int], *pages: str) -> MapView:
    here = site("map:land", pages=pages)
    view = map_view(PLACES, here, map_frame(PLACES), counts.items())
    assert view is not None
    return view


@pytest.mark.parametrize(
    ("places", "frame"),
    [
        ([(38.0, 12.0), (48.0, 37.167)], MapFrame(26, 10, 60, 40)),
        ([(-21.9, 64.1)], MapFrame(-38, 58, -4, 72)),
        ([(178.0, -18.0), (-172.0, -14.0)], MapFrame(176, -22, 190, -10)),
        ([(-60.0, 0.0), (0.0, 1.0), (60.0, 0.0)], MapFrame(-62, -34, 62, 36)),
    ],
)
def test_the_frame_holds_the_places_in_whole_degrees(
    places: list[tuple[float, float]], frame: MapFrame
) -> None:
    assert frame_around(places) == frame


@pytest.mark.parametrize(
    "places",
    [
        [(0.0, 89.9)],
        [(0.0, -90.0), (10.0, -80.0)],
        [(180.0, 0.0)],
        [(-180.0, 0.0), (180.0, 0.0)],
        [(longitude, 0.0) for longitude in range(-180, 180, 10)],
        [(-170.0, 80.0), (0.0, -80.0), (170.0, 0.0)],
        [(20.0, -60.0), (20.1, 75.0)],
    ],
)
def test_every_place_lies_inside_its_frame(places: list[tuple[float, float]]) -> None:
    frame = frame_around(places)
    assert frame is not None
    assert -90 <= frame.south < frame.north <= 90
    assert frame.west < frame.east <= frame.west + 360
    assert -180 <= frame.west <= 180 or frame.west >= -360
    for longitude, latitude in places:
        x, y = frame.place(longitude, latitude)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= frame.height


def test_a_new_place_between_the_others_does_not_move_the_frame() -> None:
    places = [(38.0, 12.0), (48.0, 37.0)]
    assert frame_around(places) == frame_around([*places, (40.3, 20.1), (47.2, 36.9)])


def test_longitude_goes_across_and_latitude_down_in_even_steps() -> None:
    frame = MapFrame(20, 0, 60, 40)
    assert frame.place(20, 40) == (0, 0)
    assert frame.place(60 - 1e-9, 0) == pytest.approx((WIDTH, frame.height))
    assert frame.place(30, 30) == pytest.approx((WIDTH / 4, frame.height / 4))
    # A degree of longitude is as much shorter as the earth is narrower at 20° north: cos 20°.
    assert pytest.approx(frame.height / 40 * 0.94, rel=0.005) == WIDTH / 40


def test_across_the_antimeridian_east_lies_right_of_west() -> None:
    frame = frame_around([(178.0, -18.0), (-172.0, -14.0)])
    assert frame is not None
    assert frame.place(178, -18)[0] < frame.place(-179, -16)[0] < frame.place(-172, -14)[0]


def test_area_goes_with_the_number() -> None:
    view = shown({"inner": 9, "outer": 4, "far": 1})
    assert [float(circle.r) for circle in view.circles] == [15, 10, 5]


def test_large_numbers_shrink_all_and_none_is_too_small_to_see() -> None:
    view = shown({"inner": 10_000, "outer": 2_500, "far": 1})
    assert [float(circle.r) for circle in view.circles] == [18, 9, 3]


def test_circles_are_links_and_say_their_number() -> None:
    view = shown({"far": 1, "inner": 12}, "inner")
    assert [(one.words, one.href is not None, one.is_exact) for one in view.circles] == [
        ("Inner Pier: 12 incidents", True, True),
        ("Far Pier: 1 incident", False, False),
    ]


def test_numbers_in_the_drawing_are_plain() -> None:
    view = shown({"inner": 7, "outer": 3, "far": 2})
    for circle in view.circles:
        for number in (circle.x, circle.y, circle.r):
            assert number == f"{float(number):.1f}".removesuffix(".0")


def test_a_place_without_coordinates_is_named_as_missing() -> None:
    view = shown({"inner": 2, "lost": 3})
    assert [link.text for link in view.missing] == ["Lost Pier"]
    assert [circle.words for circle in view.circles] == ["Inner Pier: 2 incidents"]


def test_a_place_that_stands_for_nothing_is_left_out() -> None:
    view = shown({"inner": 2, "far": 0, "lost": 0})
    assert len(view.circles) == 1
    assert view.missing == ()


def test_without_the_land_or_coordinates_there_is_no_map() -> None:
    frame = map_frame(PLACES)
    assert map_view(PLACES, site(), frame, [("inner", 2)]) is None
    assert place_map(PLACES, site(), frame, "inner") is None
    assert map_view(PLACES, site("map:land"), frame, [("lost", 2)]) is None
    assert place_map(PLACES, site("map:land"), frame, "lost") is None
    nowhere = archive(lost=place("Lost Pier"))
    assert map_frame(nowhere) is None
    assert map_view(nowhere, site("map:land"), None, [("lost", 2)]) is None


def test_a_place_alone_is_marked_where_it_lies_without_a_link_to_itself() -> None:
    frame = map_frame(PLACES)
    view = place_map(PLACES, site("map:land", pages=("far",)), frame, "far")
    beside = shown({"far": 1})
    assert view is not None
    (circle,) = view.circles
    assert (circle.x, circle.y) == (beside.circles[0].x, beside.circles[0].y)
    assert circle.href is None
    assert not circle.is_exact


def disc(name: str, x: float, y: float, r: float = 5) -> Disc:
    return Disc(name.lower(), name, 1, x, y, r)


def box(label: Label) -> tuple[float, float, float, float]:
    """What a label fills, as large as it may be: left, top, right, bottom."""
    wide = len(label.words) * LETTER * WIDE
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    left = float(label.x) - before
    base = float(label.y) + float(label.dy.removesuffix("em")) * LETTER
    return left, base - 0.75 * LETTER, left + wide, base + 0.2 * LETTER


def test_the_six_largest_are_named() -> None:
    discs = [disc(f"Pier {n}", 40, 30 + 40 * n) for n in range(8)]
    assert [label.words for label in labels(discs, WIDTH, 360)] == [f"Pier {n}" for n in range(6)]


@pytest.mark.parametrize("apart", [0, 1, 6, 9, 14, 30])
def test_names_never_lie_on_each_other_or_beyond_the_edge(apart: int) -> None:
    discs = [
        disc(f"The {n} outer pier", 180 + apart * (n % 3), 180 + apart * (n // 3)) for n in range(6)
    ]
    found = [box(label) for label in labels(discs, WIDTH, 360)]
    for one, other in combinations(found, 2):
        apart_across = one[2] <= other[0] or other[2] <= one[0]
        apart_down = one[3] <= other[1] + 0.2 or other[3] <= one[1] + 0.2
        assert apart_across or apart_down
    assert all(left >= 0 and right <= WIDTH for left, _, right, _ in found)


def test_a_name_without_room_is_left_to_the_list() -> None:
    assert labels([disc("A name that is much too long for it", 180, 50)], WIDTH, 100)
    assert not labels([disc("A name that is much too long for it", 180, 50)], 200, 100)


def test_a_name_does_not_hide_a_circle() -> None:
    """To the right lies another place: the name goes to the left."""
    (label, *_) = labels([disc("Pier", 180, 50), disc("Q", 200, 50)], WIDTH, 100)
    assert label.anchor == "end"
