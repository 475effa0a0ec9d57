"""The pages of groups; what stands on them is said in facets/groups.py."""

from collections.abc import Iterator

from dateline.archive import Archive
from dateline.facets import GROUPS, facet_outputs
from dateline.plan import Output, Site, contributions


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    return facet_outputs(GROUPS, archive, site)


def register() -> None:
    contributions.connect(outputs)
