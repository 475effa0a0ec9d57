"""Facets: the ways into the archive by group, place, country and weapon.

A facet is data (`definition`, and a module for each), drawn up once over the archive (`tally`), and
shown by one machinery (`outputs`, `index_view`, `entry_view`).
"""

from dateline.facets.countries import COUNTRIES
from dateline.facets.definition import Facet, Section
from dateline.facets.given import entry_given
from dateline.facets.groups import GROUPS
from dateline.facets.known import FACETS
from dateline.facets.locations import LOCATIONS
from dateline.facets.outputs import facet_outputs
from dateline.facets.tally import Tally, tally_of
from dateline.facets.weapons import WEAPONS

__all__ = [
    "COUNTRIES",
    "FACETS",
    "GROUPS",
    "LOCATIONS",
    "WEAPONS",
    "Facet",
    "Section",
    "Tally",
    "entry_given",
    "facet_outputs",
    "tally_of",
]
