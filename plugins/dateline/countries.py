"""The pages of countries; what stands on them is said in facets/countries.py."""

from collections.abc import Iterator

from dateline.archive import Archive
from dateline.facets import COUNTRIES, facet_outputs
from dateline.plan import Output, Site, contributions


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    return facet_outputs(COUNTRIES, archive, site)


def register() -> None:
    contributions.connect(outputs)
