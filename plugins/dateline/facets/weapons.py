"""Weapon types; a one-way drone is a drone, so types stand below each other."""

from collections.abc import Iterable, Iterator

from dateline.archive import Archive
from dateline.facets.definition import Crossing, Facet, Fact, Section
from dateline.facets.sums_view import weapon_sums
from dateline.model.facts import Facts
from dateline.model.registry import Weapon
from dateline.plan import Site


def members(archive: Archive, facts: Facts) -> Iterator[tuple[str, str]]:
    """A row with several types counts the brief under each (brief format, "What counts")."""
    for slug in facts.weapons:
        yield slug, "incidents"


def facts(archive: Archive, site: Site, weapon: Weapon) -> Iterable[Fact]:
    return ()


WEAPONS = Facet(
    kind="weapon",
    folder="weapons",
    title="Weapons",
    intro="Every weapon type that the briefs name. What a source calls a drone and no more is "
    "counted under drones, not under a kind of drone.",
    description="Every weapon type that the archive names, with its incidents.",
    sections=(
        Section(
            "incidents",
            "Incidents in which it is named",
            "incident",
            "incidents",
            empty="No incident here names this weapon.",
        ),
    ),
    entries=lambda archive: archive.weapons,
    members=members,
    facts=facts,
    parents=lambda weapon: (weapon.parent,) if weapon.parent else (),
    heading=lambda weapon: "",
    above_label="A kind of",
    below_label="Kinds of it",
    below_heading="Incidents in which only a kind of it is named, not in the count above",
    sums=weapon_sums,
    crossings=(
        Crossing("group", "Who is named with it", "Group"),
        Crossing("location", "Where", "Place"),
    ),
)
