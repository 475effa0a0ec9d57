"""Places."""

from collections.abc import Iterable, Iterator

from dateline.archive import Archive
from dateline.facets.definition import Crossing, Facet, Fact, Section
from dateline.model.country import country_name
from dateline.model.facts import Facts
from dateline.model.registry import Location
from dateline.plan import Site

KINDS = {
    "air-base": "Air base",
    "outpost": "Outpost",
    "embassy": "Embassy",
    "city": "Town or city",
    "oil-field": "Oil or gas field",
    "sea": "Sea",
    "strait": "Strait",
    "other": "Other",
}

PRECISIONS = {
    "site": "the place itself",
    "town": "the town or area it lies in",
    "region": "a point that stands for the region",
}


def members(archive: Archive, facts: Facts) -> Iterator[tuple[str, str]]:
    for slug in facts.locations:
        yield slug, "incidents"


def facts(archive: Archive, site: Site, location: Location) -> Iterable[Fact]:
    if location.kind is not None:
        yield Fact("Kind", KINDS[location.kind])
    yield Fact("Country", country_name(location.country))
    if location.region:
        yield Fact("Region", location.region)
    if location.latitude is not None and location.longitude is not None:
        yield Fact("Position", _position(location.latitude, location.longitude))
    if location.precision is not None and location.latitude is not None:
        yield Fact("The position is", PRECISIONS[location.precision])
    if location.coordinate_source:
        yield Fact("Where the position is from", location.coordinate_source)


def _position(latitude: float, longitude: float) -> str:
    north = f"{abs(latitude):g}° {'N' if latitude >= 0 else 'S'}"
    east = f"{abs(longitude):g}° {'E' if longitude >= 0 else 'W'}"
    return f"{north}, {east}"


LOCATIONS = Facet(
    kind="location",
    folder="locations",
    title="Places",
    intro="Every place that the briefs name, by country.",
    description="Every place that the archive names, with its incidents.",
    sections=(
        Section(
            "incidents",
            "Incidents at this place",
            "incident",
            "incidents",
            empty="No incident here names this place.",
        ),
    ),
    entries=lambda archive: archive.locations,
    members=members,
    facts=facts,
    parents=lambda location: (),
    heading=lambda location: country_name(location.country),
    crossings=(
        Crossing("group", "Who is named here", "Group"),
        Crossing("weapon", "With what", "Weapon"),
    ),
)
