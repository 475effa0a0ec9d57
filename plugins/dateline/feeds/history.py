"""Paged history in a feed (RFC 5005): the mark of an archive page, and the ways between files.

An extension to feedgen, which writes the links of an Atom feed itself and puts none but `self` into
RSS.

There is no `next-archive`, which the RFC leaves free: the newest archive page would change when the
next one comes. From a page to newer ones the way goes by `current`.
"""

from feedgen.ext.base import BaseExtension
from lxml import etree

NAMESPACE = "http://purl.org/syndication/history/1.0"
ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"


class History(BaseExtension):
    """Set before the feed is written. `links` are (rel, address), `media_type` is that of each."""

    def __init__(self) -> None:
        self.is_archive = False
        self.links: tuple[tuple[str, str], ...] = ()
        self.media_type = ""

    def extend_ns(self) -> dict[str, str]:
        return {"fh": NAMESPACE}

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        self._mark(feed)
        return feed

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        channel = feed[0]
        self._mark(channel)
        for rel, address in self.links:
            etree.SubElement(
                channel,
                f"{{{ATOM_NAMESPACE}}}link",
                {"rel": rel, "href": address, "type": self.media_type},
            )
        return feed

    def _mark(self, parent: etree._Element) -> None:
        if self.is_archive:
            etree.SubElement(parent, f"{{{NAMESPACE}}}archive")
