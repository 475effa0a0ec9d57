"""Every feed in one file, for readers that take many at once: an OPML 2.0 subscription list
(http://opml.org/spec2.opml, "Subscription lists").

It names the RSS form: OPML has the one word `rss` for the type of a feed, and a reader that takes
it at its word finds what it expects. There is no `dateCreated`: it would be the day of the build.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from xml.sax.saxutils import escape, quoteattr

from dateline.feeds.forms import RSS
from dateline.feeds.selection import Feed, FeedGroup
from dateline.plan import ROOT, File, Site
from dateline.views.frame import front_page


def opml_file(groups: Iterable[FeedGroup], site: Site) -> File:
    text = partial(_opml, groups, site)
    return File("feeds/opml.xml", depends=text, make=lambda: text().encode(), kind="opml")


def _opml(groups: Iterable[FeedGroup], site: Site) -> str:
    return "\n".join(_lines(groups, site)) + "\n"


def _lines(groups: Iterable[FeedGroup], site: Site) -> Iterator[str]:
    name, home = site.settings.name, site.absolute(front_page(site) or ROOT)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<opml version="2.0">'
    yield "<head>"
    yield f"<title>{escape(name)}</title>"
    yield f"<ownerName>{escape(name)}</ownerName>"
    yield f"<ownerId>{escape(home)}</ownerId>"
    yield "</head>"
    yield "<body>"
    for group in groups:
        outlines = [_outline(feed, site) for feed in group.feeds]
        if group.facet is None:
            yield from outlines
        elif outlines:
            yield f"<outline text={quoteattr(group.facet.title)}>"
            yield from outlines
            yield "</outline>"
    yield "</body>"
    yield "</opml>"


def _outline(feed: Feed, site: Site) -> str:
    """Most readers show `title`: among other sites' feeds the label would say too little."""
    xml, html = site.url_of(f"{RSS.key}:{feed.kind}", feed.slug), site.url_of(feed.page, feed.slug)
    attributes = {
        "type": "rss",
        "text": feed.label,
        "title": feed.title,
        "xmlUrl": site.absolute(xml or ""),
        "htmlUrl": site.absolute(html or front_page(site) or ROOT),
    }
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<outline{said}/>"
