"""feed.xml, atom.xml and their archive pages, at the root and beside every group and place.

The feeds stay where the part that makes the page beside them is switched off: they then lead to the
home page, and items without a page of their own have no link.
"""

from collections.abc import Iterator

from dateline.archive import Archive
from dateline.feeds.documents import documents, file_of
from dateline.feeds.forms import FORMS
from dateline.feeds.items import Items
from dateline.feeds.selection import feeds
from dateline.plan import Output, Site


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    items = Items(archive, site)
    for feed in feeds(archive, site.settings):
        for form in FORMS:
            for document in documents(feed, form, site.settings.feed_items):
                yield file_of(document, items)
