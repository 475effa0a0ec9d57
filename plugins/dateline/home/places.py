"""Where the incidents were: the map of the first page, and the list of places beside it."""

from collections import Counter

from dateline.archive import Archive
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.link import Link, link_to
from dateline.views.map import MapView, map_view
from dateline.views.map_frame import map_frame
from dateline.views.numbers import how_many

# Those with the most incidents, on the map and in the list alike.
MOST = 40


@frozen
class PlaceRow:
    link: Link
    n: int


@frozen
class PlacesView:
    """`rest` says what is not shown here, and is empty where all is."""

    map: MapView | None
    rows: tuple[PlaceRow, ...]
    note: str
    rest: str
    all: Link


def places_view(archive: Archive, site: Site) -> PlacesView:
    counted = Counter(slug for entry in archive.briefs for slug in set(entry.facts.locations))
    names = {slug: archive.locations[slug].value.name for slug in counted}
    in_order = sorted(counted, key=lambda slug: (-counted[slug], names[slug].casefold(), slug))
    shown = in_order[:MOST]
    left_out = len(in_order) - len(shown)
    return PlacesView(
        map=map_view(archive, site, map_frame(archive), ((slug, counted[slug]) for slug in shown)),
        rows=tuple(
            PlaceRow(link_to(site, names[slug], "location", slug), counted[slug]) for slug in shown
        ),
        note=_note(counted.total() - len(archive.briefs)),
        rest=f"{how_many(left_out, 'more place')} with fewer incidents" if left_out else "",
        all=link_to(site, "All places", "locations"),
    )


def _note(more: int) -> str:
    return "An incident at several places is counted at each." if more else ""
