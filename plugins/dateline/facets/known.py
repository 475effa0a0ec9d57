"""The facets that there are."""

from dateline.facets.countries import COUNTRIES
from dateline.facets.definition import Facet
from dateline.facets.groups import GROUPS
from dateline.facets.locations import LOCATIONS
from dateline.facets.weapons import WEAPONS

FACETS = (GROUPS, LOCATIONS, COUNTRIES, WEAPONS)

_BY_KIND = {facet.kind: facet for facet in FACETS}


def facet_of(kind: str) -> Facet:
    return _BY_KIND[kind]
