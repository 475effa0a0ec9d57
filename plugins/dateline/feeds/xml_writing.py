"""Channels and items as RSS 2.0 and Atom (RFC 4287), by feedgen.

feedgen writes the feed without any items, and each item by itself.
"""

from datetime import UTC, datetime
from datetime import date as Day

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from dateline.feeds.channel import Channel
from dateline.feeds.forms import ATOM, RSS, Form
from dateline.feeds.history import History
from dateline.feeds.item import Item
from dateline.feeds.surround import Surround
from dateline.frozen import frozen

# The end tag before which the items stand.
_LAST_TAG = {RSS.key: b"</channel>", ATOM.key: b"</feed>"}


@frozen
class XmlWriter:
    form: Form

    def surround(self, channel: Channel) -> Surround:
        feed = _feed(channel)
        whole: bytes = feed.rss_str() if self.form == RSS else feed.atom_str()
        before, last_tag, after = whole.rpartition(_LAST_TAG[self.form.key])
        return Surround(before + b"\n", b"\n", b"\n" + last_tag + after + b"\n")

    def item(self, item: Item, statement: str) -> bytes:
        write = _rss_item if self.form == RSS else _atom_entry
        written: bytes = etree.tostring(write(item, statement), encoding="UTF-8")
        return written


def _feed(channel: Channel) -> FeedGenerator:
    feed = FeedGenerator()
    feed.id(channel.id)
    feed.title(channel.title)
    feed.description(channel.description)
    feed.updated(_midnight(channel.updated))
    feed.language(channel.language)
    feed.author(name=channel.site_name, uri=channel.site_address)
    feed.rights(channel.rights)
    feed.generator("Dateline")
    feed.load_extension("dc", atom=False)  # RSS has e-mail addresses for authors only
    feed.dc.dc_creator(channel.site_name)
    _link(feed, channel)
    return feed


def _link(feed: FeedGenerator, channel: Channel) -> None:
    history = [("current", channel.current), ("prev-archive", channel.older)]
    links = tuple((rel, address) for rel, address in history if address)
    feed.register_extension("history", History)
    feed.history.is_archive = bool(channel.current)
    feed.history.links = links
    feed.history.media_type = channel.media_type
    feed.link(href=channel.here, rel="self", type=channel.media_type)
    for rel, address in links:
        feed.link(href=address, rel=rel, type=channel.media_type)
    if channel.licence_url:
        feed.link(href=channel.licence_url, rel="license")
    # The last one: feedgen makes it the link of the RSS channel, whatever its rel.
    feed.link(href=channel.page, rel="alternate", type="text/html")


def _rss_item(item: Item, statement: str) -> etree._Element:
    entry = _entry(item)
    entry.description(statement)
    return entry.rss_entry()


def _atom_entry(item: Item, statement: str) -> etree._Element:
    """A summary, for the brief itself is elsewhere; content only where there is no page to link to
    (RFC 4287, 4.1.2). Never both: a summary that repeats the content is advised against (4.2.13).
    """
    entry = _entry(item)
    if item.link:
        entry.summary(statement, type="html")
    else:
        entry.content(statement, type="html")
    return entry.atom_entry()


def _entry(item: Item) -> FeedEntry:
    entry = FeedEntry()
    entry.id(item.id)  # in RSS a guid that is no permalink
    entry.title(item.title)
    entry.published(_midnight(item.day))
    entry.updated(_midnight(item.day))
    entry.category(term=item.grade, label=item.grade_word, scheme=item.grade_scheme)
    if item.link:
        entry.link(href=item.link, rel="alternate")
    return entry


def _midnight(day: Day) -> datetime:
    """A day stands for its beginning, at UTC, wherever the site is built."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
