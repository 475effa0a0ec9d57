"""What the home page shows."""

from dateline.archive import Archive, Entry
from dateline.frozen import frozen
from dateline.home.latest import ChangeRow, latest_changes
from dateline.home.officials import OfficialView, latest_official
from dateline.home.places import PlacesView, places_view
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.days import span_words
from dateline.views.frame import FeedLink, Frame, feed_links, frame
from dateline.views.grades import GRADES, Grade
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many
from dateline.views.row import Row, row
from dateline.views.share import Share, shares
from dateline.views.strip import StripView, strip_view

NEWEST = 5


@frozen
class Way:
    """A way into the archive, with what is found there in a line."""

    link: Link
    line: str


@frozen
class HomeView:
    """`span` is the time that the archive covers, in words; empty in an empty archive."""

    frame: Frame
    name: str
    sentence: str
    count: str
    span: str
    shares: tuple[Share, ...]
    official: OfficialView | None
    strip: StripView | None
    places: PlacesView
    newest: tuple[Row, ...]
    changes: tuple[ChangeRow, ...]
    all_changes: Link
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
        span=span_words(briefs[0].facts.date, briefs[-1].facts.date) if briefs else "",
        shares=shares(entry.facts for entry in briefs),
        official=latest_official(archive, site),
        strip=strip_view(entry.facts for entry in briefs),
        places=places_view(archive, site),
        newest=tuple(row(archive, site, entry) for entry in newest(archive)),
        changes=latest_changes(archive, site),
        all_changes=link_to(site, "All corrections", "corrections"),
        ways=_ways(site),
        grades=tuple(GRADES.values()),
        feeds=feed_links(site, "site", "", site.settings.name),
    )


def newest(archive: Archive) -> tuple[Entry[Brief], ...]:
    """Those that entered the archive last; of one day's, the latest incident first."""
    in_order = sorted(
        archive.briefs, key=lambda entry: (entry.facts.added, entry.facts.day), reverse=True
    )
    return tuple(in_order[:NEWEST])


def _ways(site: Site) -> tuple[Way, ...]:
    ways = (
        Way(link_to(site, "Timeline", "timeline"), "every incident by year, month and day"),
        Way(link_to(site, "Groups", "groups"), "who claimed what, and what others say"),
        Way(link_to(site, "Places", "locations"), "what happened where"),
        Way(link_to(site, "Countries", "countries"), "the same by country"),
        Way(link_to(site, "Weapons", "weapons"), "what is said to have been used"),
        Way(link_to(site, "Totals", "totals"), "what officials counted, beside ours"),
        Way(link_to(site, "Sources", "sources"), "what everything here rests on"),
        Way(link_to(site, "Data", "data"), "all of it, to use elsewhere"),
    )
    return tuple(way for way in ways if way.link.href is not None)
