"""The pages of weapon types; what stands on them is said in facets/weapons.py."""

from collections.abc import Iterator

from dateline.archive import Archive
from dateline.facets import WEAPONS, facet_outputs
from dateline.plan import Output, Site, contributions


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    return facet_outputs(WEAPONS, archive, site)


def register() -> None:
    contributions.connect(outputs)
