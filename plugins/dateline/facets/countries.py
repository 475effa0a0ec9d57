"""Countries: those in which a place of the registry lies, and international waters."""

from collections.abc import Iterable, Iterator

from dateline.archive import Archive, Entry
from dateline.facets.definition import Crossing, Facet, Fact, Section
from dateline.frozen import frozen
from dateline.model.country import country_name
from dateline.model.facts import Facts
from dateline.model.registry import Addresses, EntrySources, Names
from dateline.plan import Site


@frozen
class Country:
    """A country has no file of its own: its name comes with its code (ISO 3166-1 alpha-2)."""

    code: str
    name: str
    summary: str = ""
    aliases: Names = ()
    same_as: Addresses = ()
    sources: EntrySources = ()


def entries(archive: Archive) -> dict[str, Entry[Country]]:
    """By code in lower case, as it stands in addresses."""
    codes = sorted({entry.value.country for entry in archive.locations.values()})
    return {
        code.lower(): Entry(code.lower(), Country(code, country_name(code)), text="", digest="")
        for code in codes
    }


def members(archive: Archive, facts: Facts) -> Iterator[tuple[str, str]]:
    """A brief belongs to the country of each of its places, once to each."""
    for slug in facts.locations:
        yield archive.locations[slug].value.country.lower(), "incidents"


def facts(archive: Archive, site: Site, country: Country) -> Iterable[Fact]:
    return ()


COUNTRIES = Facet(
    kind="country",
    folder="countries",
    title="Countries",
    intro="Every country in which a place of the archive lies. What happened at sea stands under "
    "international waters.",
    description="Every country that the archive names, with its incidents.",
    sections=(
        Section(
            "incidents",
            "Incidents in this country",
            "incident",
            "incidents",
            empty="No incident here is placed in this country.",
        ),
    ),
    entries=entries,
    members=members,
    facts=facts,
    parents=lambda country: (),
    heading=lambda country: "",
    crossings=(
        Crossing("location", "Where", "Place"),
        Crossing("group", "Who is named here", "Group"),
        Crossing("weapon", "With what", "Weapon"),
    ),
)
