"""What RSS 2.0, RFC 4287 and readers' programs ask of a feed."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from feeds_archives import (
    ATOM,
    DC,
    FORMS,
    SETTINGS,
    Written,
    built,
    entries,
    in_xml,
    items,
    links,
    many,
    parsed,
    small,
    statements,
    titles,
    tree,
)
from lxml import etree

HARD = Written(
    "2021-05-04-hard",
    added="2022-02-01",
    title="<b>Two & three</b> ]]> 'quoted' \"drones\" الطائرات 🛩",
    summary="A <script>alert(1)</script> & an &amp; at الرصيف.",
    location="south-pier, north-pier",
    verification="claimed",
    more="claimed_by:\n  - {group: pier-front, sources: [gazette]}\n"
    "attributed_to:\n  - {group: coast, by: Harbour & office, sources: [gazette]}\n"
    "  - {actor: Men in boats, by: A <port> worker, confidence: suspected, "
    "sources: [gazette]}\n"
    "denied_by:\n  - {group: coast, sources: [gazette]}\n",
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    return built(tmp_path, [*many(8), HARD], small())


def rss(files: dict[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    for path, data in in_xml(files).items():
        if path.rpartition("/")[2].startswith("feed"):
            (channel,) = tree(data)
            yield path, channel


def atom(files: dict[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    for path, data in files.items():
        if path.rpartition("/")[2].startswith("atom"):
            yield path, tree(data)


def test_rss_has_what_rss_requires(files: dict[str, bytes]) -> None:
    for path, channel in rss(files):
        assert channel.tag == "channel"
        assert channel.getparent().get("version") == "2.0"
        for name in ("title", "link", "description", "language", "copyright", "lastBuildDate"):
            assert len(channel.findall(name)) == 1, (path, name)
            assert channel.findtext(name)
        assert parsedate_to_datetime(channel.findtext("lastBuildDate"))
        assert channel.findtext(f"{DC}creator") == SETTINGS.name
        for item in channel.findall("item"):
            assert item.findtext("title")
            assert item.findtext("description")
            assert item.find("author") is None
            for name in ("title", "link", "description", "guid", "pubDate"):
                assert len(item.findall(name)) == 1
        guids = [item.findtext("guid") for item in channel.findall("item")]
        assert len(guids) == len(set(guids))


def test_atom_has_what_rfc_4287_requires(files: dict[str, bytes]) -> None:
    for path, feed in atom(files):
        assert feed.tag == f"{ATOM}feed"
        for name in ("id", "title", "updated", "rights", "author", "subtitle"):
            assert len(feed.findall(f"{ATOM}{name}")) == 1, (path, name)
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == SETTINGS.name
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
        for entry in feed.findall(f"{ATOM}entry"):
            for name in ("id", "title", "updated", "published", "summary", "category", "link"):
                assert len(entry.findall(f"{ATOM}{name}")) == 1
            assert entry.find(f"{ATOM}summary").get("type") == "html"
            assert entry.find(f"{ATOM}link").get("rel", "alternate") == "alternate"


def test_every_feed_is_sound_and_names_itself(files: dict[str, bytes]) -> None:
    for path, data in in_xml(files).items():
        assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
        assert parsed(data).version == ("rss20" if "feed" in path.rpartition("/")[2] else "atom10")
        assert links(data)["self"] == f"{SETTINGS.url}/{path}"


def test_the_channel_leads_to_the_page_and_not_to_the_feed(files: dict[str, bytes]) -> None:
    pages = {
        "": f"{SETTINGS.url}/",
        "groups/coast/": f"{SETTINGS.url}/groups/coast/",
        "locations/north-pier/": f"{SETTINGS.url}/locations/north-pier/",
    }
    for folder, page in pages.items():
        assert tree(files[f"{folder}feed.xml"]).findtext("channel/link") == page
        assert links(files[f"{folder}atom.xml"])["alternate"] == page
    assert tree(files["feed-archive-1.xml"]).findtext("channel/link") == f"{SETTINGS.url}/"


def test_the_licence_is_named_and_linked(files: dict[str, bytes]) -> None:
    rights = f"{SETTINGS.licence_name}, {SETTINGS.licence_url}"
    assert parsed(files["atom.xml"]).feed.rights == rights
    assert parsed(files["feed.xml"]).feed.rights == rights
    assert links(files["atom.xml"])["license"] == SETTINGS.licence_url


def test_an_item_says_what_is_claimed_attributed_and_known(files: dict[str, bytes]) -> None:
    for name in FORMS:
        said = dict(zip(titles(files[name]), statements(files[name]), strict=True))
        assert said[f"4 May 2021: {HARD.title}"] == (
            "<p>A &lt;script&gt;alert(1)&lt;/script&gt; &amp; an &amp;amp; at الرصيف.</p>"
            "<p>Grade: Claimed. Claimed by Pier &amp; Sons &lt;Front&gt;. "
            "According to Harbour &amp; office, it was carried out by Coastal Republic. "
            "According to A &lt;port&gt; worker, it was carried out by Men in boats "
            "(the speaker calls it a suspicion). Denied by Coastal Republic.</p>"
            "<p>Places: الرصيف الجنوبي; North Pier.</p>"
        )


def test_the_grade_is_a_category(files: dict[str, bytes]) -> None:
    entry = list(entries(files["atom.xml"]))[-1]
    category = entry.find(f"{ATOM}category")
    assert category.get("term") == "reported"
    assert category.get("label") == "Reported"
    item = list(entries(files["feed.xml"]))[-1]
    assert item.findtext("category") == "Reported"
    last = items(files["feed.json"])[-1]
    assert last["tags"] == ["Reported"]
    assert last["_dateline"] == {"grade": "reported"}


def test_a_feed_without_items_is_sound_and_dated(tmp_path: Path) -> None:
    files = built(tmp_path, [])
    assert parsed(files["atom.xml"]).feed.updated == "2021-01-01T00:00:00+00:00"
    date = tree(files["feed.xml"]).findtext("channel/lastBuildDate")
    assert date == "Fri, 01 Jan 2021 00:00:00 +0000"
    assert not parsed(files["groups/coast/feed.xml"]).entries


@pytest.mark.parametrize(
    ("more", "date", "begins"),
    [
        ("date_precision: month\n", "2021-05-01", "May 2021: "),
        (
            "date_precision: approximate\ndate_earliest: 2021-05-03\ndate_latest: 2021-05-04\n",
            "2021-05-04",
            "3 or 4 May 2021: ",
        ),
        (
            "date_precision: approximate\ndate_earliest: 2021-05-02\ndate_latest: 2021-05-04\n",
            "2021-05-04",
            "Between 2 and 4 May 2021: ",
        ),
        ("end_date: 2021-05-05\n", "2021-05-04T23:50Z", "4 to 5 May 2021: "),
    ],
)
def test_titles_begin_with_the_day(tmp_path: Path, more: str, date: str, begins: str) -> None:
    files = built(tmp_path, [Written("x", more=more, date=date)])
    for name in FORMS:
        assert titles(files[name]) == [f"{begins}Drones at the pier"]
