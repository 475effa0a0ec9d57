"""The pages of places; what stands on them is said in facets/locations.py."""

from collections.abc import Iterator

from dateline.archive import Archive
from dateline.facets import LOCATIONS, facet_outputs
from dateline.plan import Output, Site, contributions


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    return facet_outputs(LOCATIONS, archive, site)


def register() -> None:
    contributions.connect(outputs)
