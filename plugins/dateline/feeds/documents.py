"""The files of a feed: the feed itself and its archive pages, as outputs of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from dateline.archive import heads
from dateline.feeds.archive_pages import cut
from dateline.feeds.channel import Channel
from dateline.feeds.fitting import fitted
from dateline.feeds.forms import FORMS, Form
from dateline.feeds.ids import first_day, tag
from dateline.feeds.items import Items
from dateline.feeds.selection import Feed
from dateline.feeds.told import Told
from dateline.feeds.writers import writer_of
from dateline.frozen import frozen
from dateline.plan import ROOT, File, Site, address_of
from dateline.views.frame import front_page


@dataclass(eq=False)
class Part:
    """What one file of a feed tells, alike in all forms. `number` is that of an archive page, 0 for
    the feed itself.

    `older` is the number of the archive page before it, 0 where there is none. `told` is the
    most that it may hold, newest first; the first `needed` of it stand nowhere else.
    """

    number: int
    older: int
    told: tuple[Told, ...]
    needed: int

    @cached_property
    def depends(self) -> tuple[object, ...]:
        """The heads of what it tells of stand for its items: they come of front matters alone."""
        return (
            self.number,
            self.older,
            self.needed,
            heads(told.entry for told in self.told),
            tuple([told.number for told in self.told if told.number]),
            self.told[0].day.toordinal() if self.told else 0,
        )


@frozen
class Document:
    """One file of a feed: a part of it in one form."""

    feed: Feed
    form: Form
    part: Part

    @property
    def path(self) -> str:
        return self.form.path(self.feed.folder, self.part.number)


def documents(feed: Feed, feed_items: int) -> Iterator[Document]:
    for part in _parts(feed, feed_items):
        for form in FORMS:
            yield Document(feed, form, part)


def _parts(feed: Feed, feed_items: int) -> Iterator[Part]:
    pages = cut(len(feed.told), feed_items)
    yield Part(0, pages.pages, feed.told[:feed_items], pages.unarchived)
    for number in range(1, pages.pages + 1):
        told = feed.told[pages.page(number)]
        yield Part(number, number - 1, told, len(told))


def file_of(document: Document, items: Items) -> File:
    """Pages find the feed itself by its kind; its archive pages are found from there only."""
    is_archive = document.part.number > 0
    return File(
        path=document.path,
        depends=partial(_depends, document, items),
        make=partial(_make, document, items),
        kind="" if is_archive else f"{document.form.key}:{document.feed.kind}",
        slug="" if is_archive else document.feed.slug,
    )


def _depends(document: Document, items: Items) -> tuple[object, ...]:
    """What its channel and its items come of; the file's own path says the rest."""
    feed, site = document.feed, items.site
    return (
        feed.name,
        feed.title,
        feed.description,
        site.url_of(feed.page, feed.slug),
        front_page(site),
        site.url_of("feeds"),
        document.part.depends,
    )


def _make(document: Document, items: Items) -> bytes:
    frame = writer_of(document.form).surround(_channel(document, items.site))
    told = document.part.told
    return frame.around(
        fitted(
            [items.written(document.form, one) for one in told],
            lambda place: items.written_short(document.form, told[place]),
            room=frame.room(items.site.settings.feed_bytes),
            needed=document.part.needed,
            between=len(frame.between),
        )
    )


def _channel(document: Document, site: Site) -> Channel:
    """All files of a feed share its id (RFC 5005): together they are one feed."""
    feed, part, settings = document.feed, document.part, site.settings
    home = front_page(site) or ROOT
    about = site.url_of("feeds")
    return Channel(
        id=tag(settings, f"feeds/{feed.name}"),
        title=feed.title,
        description=feed.description,
        page=site.absolute(site.url_of(feed.page, feed.slug) or home),
        here=_address(document, site, part.number),
        current=_address(document, site, 0) if part.number else "",
        older=_address(document, site, part.older) if part.older else "",
        updated=part.told[0].day if part.told else first_day(settings),
        site_name=settings.name,
        site_address=site.absolute(home),
        about=site.absolute(f"{about}#json") if about is not None else "",
        licence_name=settings.licence_name,
        licence_url=settings.licence_url,
        language=settings.language,
        media_type=document.form.media_type,
    )


def _address(document: Document, site: Site, number: int) -> str:
    return site.absolute(ROOT + address_of(document.form.path(document.feed.folder, number)))
