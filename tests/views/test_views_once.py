"""What many pages show alike is one value, so that a template can remember what it made of it."""

from building import HARBOUR
from dateline.archive import Archive, build
from dateline.check import collect
from dateline.plan import Address, Site, SiteSettings
from dateline.read.content import read_content
from dateline.views.frame import FeedLink, Frame, frame
from dateline.views.row import row

SETTINGS = SiteSettings(
    name="Harbour Archive",
    url="https://archive.example.org",
    description="Incidents in an invented harbour.",
    licence_name="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    feed_authority=("feeds.example.net", 2021),
    navigation=(("timeline", "Timeline"), ("groups", "Groups")),
)
ADDRESSES = [Address("timeline/index.html", "timeline"), Address("groups/index.html", "groups")]


def site() -> Site:
    found = Site(SETTINGS)
    found.fix(ADDRESSES)
    return found


def archive() -> Archive:
    return build(collect(read_content(HARBOUR, "harbour")))


def framed(here: Site, section: str, feeds: tuple[FeedLink, ...] = ()) -> Frame:
    return frame(here, title="A", description="B", kind="a", section=section, feeds=feeds)


def test_a_brief_has_one_row() -> None:
    here, found = site(), archive()
    first, second = found.briefs[:2]
    assert row(found, here, first) is row(found, here, first)
    assert row(found, here, first).id == first.slug
    assert row(found, here, second).id == second.slug


def test_rows_know_the_addresses_of_their_site() -> None:
    here, found = site(), archive()
    entry = found.briefs[0]
    assert row(found, here, entry).title.href is None
    here.fix([*ADDRESSES, Address("briefs/x/index.html", "brief", entry.slug)])
    assert row(found, here, entry).title.href is not None
    assert row(found, site(), entry).title.href is None


def test_pages_of_a_section_have_the_same_around_them() -> None:
    here = site()
    one = framed(here, "groups").around
    assert framed(here, "groups").around is one
    assert [link.text for link in one.navigation if link.is_here] == ["Groups"]
    assert [link.is_here for link in framed(here, "timeline").around.navigation] == [True, False]
    assert [link.is_here for link in framed(here, "").around.navigation] == [False, False]


def test_a_page_with_feeds_of_its_own_has_them_first() -> None:
    here = site()
    feeds = (FeedLink("Its own", "feed.xml", "application/rss+xml"),)
    assert framed(here, "groups", feeds).around.feeds == feeds
    assert framed(here, "groups").around.feeds == ()
