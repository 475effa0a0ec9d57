"""What the home page shows."""

from dataclasses import dataclass

from dateline.archive import Archive, Entry
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.days import span_words
from dateline.views.frame import FeedLink, Frame, feed_links, frame
from dateline.views.grades import GRADES, Grade
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many
from dateline.views.row import Row, row
from dateline.views.share import Share, shares

NEWEST = 10


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the archive, with what is found there in a line."""

    link: Link
    line: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """`span` is the time that the archive covers, in words; empty in an empty archive."""

    frame: Frame
    name: str
    sentence: str
    count: str
    span: str
    shares: tuple[Share, ...]
    newest: tuple[Row, ...]
    ways: tuple[Way, ...]
    grades: tuple[Grade, ...]
    feeds: tuple[FeedLink, ...]


def home_view(archive: Archive, site: Site) -> HomeView:
    briefs = archive.briefs
    return HomeView(
        frame=frame(
            site,
            title=site.settings.name,
            description=site.settings.description,
            kind="home",
            section="home",
        ),
        name=site.settings.name,
        sentence=site.settings.description,
        count=how_many(len(briefs), "incident"),
        span=span_words(briefs[0].value.date.day, briefs[-1].value.date.day) if briefs else "",
        shares=shares(entry.value for entry in briefs),
        newest=tuple(row(archive, site, entry) for entry in newest(archive)),
        ways=_ways(site),
        grades=tuple(GRADES.values()),
        feeds=feed_links(site, "site", "", site.settings.name),
    )


def newest(archive: Archive) -> tuple[Entry[Brief], ...]:
    """Those that entered the archive last; of one day's, the latest incident first."""
    in_order = sorted(
        archive.briefs, key=lambda entry: (entry.value.added, entry.value.date.day), reverse=True
    )
    return tuple(in_order[:NEWEST])


def _ways(site: Site) -> tuple[Way, ...]:
    ways = (
        Way(link_to(site, "Timeline", "timeline"), "every incident by year, month and day"),
        Way(link_to(site, "Groups", "groups"), "who claimed what, and what others say"),
        Way(link_to(site, "Places", "locations"), "what happened where"),
    )
    return tuple(way for way in ways if way.link.href is not None)
