"""The archive: the whole collection as plain immutable values, in order.

Everything published is a function of the archive and the site's settings.
"""

from dateline.archive.archive import Archive, build
from dateline.archive.digests import heads, registry_heads
from dateline.archive.entry import Entry, Held
from dateline.archive.listed import ListedSource, listed_sources

__all__ = [
    "Archive",
    "Entry",
    "Held",
    "ListedSource",
    "build",
    "heads",
    "listed_sources",
    "registry_heads",
]
