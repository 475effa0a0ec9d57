"""Facets: the ways into the archive by group, by location and by whatever else is defined.

A facet is data (`definition`), drawn up once over the archive (`tally`), and shown by one machinery
(`outputs`, `index_view`, `entry_view`).
"""

from dateline.facets.definition import Facet, Section
from dateline.facets.outputs import facet_outputs
from dateline.facets.tally import Tally, tally

__all__ = ["Facet", "Section", "Tally", "facet_outputs", "tally"]
