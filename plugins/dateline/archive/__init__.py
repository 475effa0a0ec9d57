"""The archive: the whole collection as plain immutable values, in order.

Everything published is a function of the archive and the site's settings.
"""

from dateline.archive.archive import Archive, Entry, build
from dateline.archive.listed import ListedSource, listed_sources

__all__ = ["Archive", "Entry", "ListedSource", "build", "listed_sources"]
