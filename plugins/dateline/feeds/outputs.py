"""Every feed in all its forms with its archive pages; the page that lists them; all in one file.

The feeds stay where the part that makes the page beside them is switched off: they then lead to the
home page, and items without a page of their own have no link.
"""

from collections.abc import Iterator

from dateline.archive import Archive
from dateline.feeds.documents import documents, file_of
from dateline.feeds.feeds_pages import feeds_pages
from dateline.feeds.items import Items
from dateline.feeds.opml import opml_file
from dateline.feeds.selection import feed_groups
from dateline.plan import Output, Site


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    items = Items(archive, site)
    groups = tuple(feed_groups(archive, site.settings))
    for group in groups:
        for feed in group.feeds:
            for document in documents(feed, site.settings.feed_items):
                yield file_of(document, items)
    yield from feeds_pages(groups, site)
    yield opml_file(groups, site)
