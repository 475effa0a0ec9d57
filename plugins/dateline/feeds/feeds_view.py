"""What the page of feeds shows: how to subscribe, and every feed in its three forms."""

from collections.abc import Iterable, Mapping

from dateline.facets import Facet
from dateline.feeds.selection import Feed, FeedGroup
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.frame import FeedLink, Frame, feed_links, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many

TITLE = "Feeds"


@frozen
class Part:
    """The feeds of a facet, or so many of them as one page holds."""

    facet: Facet
    slug: str
    feeds: tuple[Feed, ...]

    @property
    def words(self) -> str:
        """ "North Pier to South Pier": the first and the last name."""
        names = dict.fromkeys((self.feeds[0].label, self.feeds[-1].label))
        return " to ".join(names)


@frozen
class FeedRow:
    page: Link
    forms: tuple[FeedLink, ...]


@frozen
class FeedSection:
    """`elsewhere` leads to the pages that hold the rows, where they are too many for this one."""

    heading: Link
    count: str
    rows: tuple[FeedRow, ...]
    elsewhere: tuple[Link, ...]


@frozen
class FeedsView:
    frame: Frame
    title: str
    whole: tuple[FeedRow, ...]
    sections: tuple[FeedSection, ...]
    opml: str | None


@frozen
class PartView:
    frame: Frame
    index: Link
    title: str
    words: str
    rows: tuple[FeedRow, ...]
    before: Link | None
    after: Link | None


def feeds_view(
    groups: Iterable[FeedGroup], parts: Mapping[str, tuple[Part, ...]], site: Site
) -> FeedsView:
    """`parts` are the pages of each facet's folder; none where this page holds all."""
    return FeedsView(
        frame=frame(
            site,
            title=TITLE,
            description="Every feed of this archive, and how to subscribe to it.",
            kind="feeds",
            section="feeds",
            feeds=feed_links(site, "corrections", "", "Corrections"),
        ),
        title=TITLE,
        whole=tuple(
            _row(site, feed) for group in groups if group.facet is None for feed in group.feeds
        ),
        sections=tuple(
            _section(site, group.facet, group.feeds, parts.get(group.facet.folder, ()))
            for group in groups
            if group.facet is not None and group.feeds
        ),
        opml=site.url_of("opml"),
    )


def part_view(part: Part, before: Part | None, after: Part | None, site: Site) -> PartView:
    title = f"{TITLE}: {part.facet.title}"
    return PartView(
        frame=frame(
            site,
            title=f"{title}, {part.words}",
            description=f"{part.facet.title} of this archive with their feeds: {part.words}.",
            kind="feeds",
            slug=part.slug,
            section="feeds",
        ),
        index=link_to(site, TITLE, "feeds"),
        title=title,
        words=part.words,
        rows=tuple(_row(site, feed) for feed in part.feeds),
        before=_link(site, before),
        after=_link(site, after),
    )


def _section(
    site: Site, facet: Facet, feeds: tuple[Feed, ...], parts: tuple[Part, ...]
) -> FeedSection:
    return FeedSection(
        heading=link_to(site, facet.title, facet.folder),
        count=how_many(len(feeds), "feed"),
        rows=() if parts else tuple(_row(site, feed) for feed in feeds),
        elsewhere=tuple(link_to(site, part.words, "feeds", part.slug) for part in parts),
    )


def _row(site: Site, feed: Feed) -> FeedRow:
    return FeedRow(
        page=link_to(site, feed.label, feed.page, feed.slug),
        forms=feed_links(site, feed.kind, feed.slug, feed.label),
    )


def _link(site: Site, part: Part | None) -> Link | None:
    return None if part is None else link_to(site, part.words, "feeds", part.slug)
