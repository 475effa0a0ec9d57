"""The page of feeds, and all of them in one file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from feeds_archives import (
    GROUPS,
    PLACES,
    SETTINGS,
    Written,
    archive_of,
    files_of,
    is_feed,
    plan_of,
    small,
)
from lxml import etree, html

from building import ROOT
from dateline import groups, locations
from dateline.archive import Archive, Entry
from dateline.model.registry import Location
from dateline.plan import File, Page, Plan, Site
from dateline.render.engine import Engine

WEAPON = "weapons:\n  - {type: drone}\n"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    weapon = tmp_path / "content" / "weapons" / "drone.md"
    weapon.parent.mkdir(parents=True)
    weapon.write_text("---\nname: Drone\n---\n", encoding="utf-8")
    return archive_of(tmp_path, [Written("brief", more=WEAPON)])


def with_places(archive: Archive, count: int, name: str = "Pier") -> Archive:
    """With so many places, their slugs as long as slugs may be."""
    slugs = [f"{n:05d}".ljust(80, "x") for n in range(count)]
    places = {
        slug: Entry(slug, Location(name=f"{name} {slug[:5]}", country="IS"), "", "")
        for slug in slugs
    }
    return replace(archive, locations={**archive.locations, **places})


def page(planned: Plan, site: Site, path: str = "feeds/index.html") -> bytes:
    (found,) = (o for o in planned.outputs if o.path == path)
    assert isinstance(found, Page)
    engine = Engine([ROOT / "theme" / "templates"])
    return site.rooted(engine.render(found.template, found.view()), path).encode()


def opml(planned: Plan) -> etree._Element:
    (found,) = (o for o in planned.outputs if o.path == "feeds/opml.xml")
    assert isinstance(found, File)
    return etree.fromstring(found.make())


def outlines(root: etree._Element) -> Iterator[etree._Element]:
    return (one for one in root.iter("outline") if one.get("type") is not None)


def listed(pages: Iterable[bytes]) -> list[list[str]]:
    """In each line of the pages: the name, and where its links lead."""
    return [
        [line.text_content().partition("Atom")[0].strip(), *line.xpath(".//a/@href")]
        for data in pages
        for line in html.document_fromstring(data.decode()).xpath("//li[@class='entry']")
    ]


def test_the_page_lists_every_feed_in_three_forms(archive: Archive) -> None:
    planned, site = plan_of(archive)
    lines = listed([page(planned, site)])
    assert [line[0] for line in lines] == [
        "All incidents",
        "Corrections",
        "Coastal Republic",
        "Harbour Brigade",
        "Pier & Sons <Front>",
        "North Pier",
        "الرصيف الجنوبي",
        "Iceland",
        "Drone",
    ]
    for line in lines:
        assert [href.rpartition("/")[2] for href in line[-3:]] == [
            "atom.xml",
            "feed.xml",
            "feed.json",
        ]
    linked = {href.removeprefix("/name/") for line in lines for href in line if is_feed(href)}
    assert linked == set(files_of(planned))


def test_the_page_leads_to_the_page_beside_each_feed(archive: Archive) -> None:
    planned, site = plan_of(archive)
    lines = {line[0]: line for line in listed([page(planned, site)])}
    assert lines["North Pier"][1] == "/name/locations/north-pier/"
    assert lines["Drone"][1] == "/name/weapons/drone/"
    planned, site = plan_of(archive, without=[locations.outputs, groups.outputs])
    lines = {line[0]: line for line in listed([page(planned, site)])}
    assert lines["North Pier"][1] == "/name/locations/north-pier/atom.xml"
    assert lines["Corrections"][1] == "/name/corrections/atom.xml"


def test_the_page_says_what_the_json_form_adds(archive: Archive) -> None:
    """Every feed in JSON leads to that place."""
    planned, site = plan_of(archive)
    assert html.document_fromstring(page(planned, site).decode()).xpath("//*[@id='json']")
    assert site.url_of("feeds") == "\ue000feeds/"


@pytest.mark.parametrize("places", [0, 140, 141, 1000])
def test_however_many_entries_no_page_is_too_long_and_no_feed_is_left_out(
    archive: Archive, places: int
) -> None:
    planned, site = plan_of(with_places(archive, places, name="ر" * 130), small(50, relative=True))
    paths = [o.path for o in planned.outputs if isinstance(o, Page) and o.kind == "feeds"]
    pages = [page(planned, site, path) for path in paths]
    assert max(map(len, pages)) < 150_000
    assert (len(pages) > 1) == (places + 9 > 150)
    linked = [href for line in listed(pages) for href in line if is_feed(href)]
    assert len(linked) == len(set(files_of(planned))) == 3 * (9 + places)


def test_pages_of_many_feeds_are_found_from_the_first_and_from_each_other(
    archive: Archive,
) -> None:
    planned, site = plan_of(with_places(archive, 320))
    first = html.document_fromstring(page(planned, site).decode())
    ways = first.xpath("//main//a[starts-with(@href, '/name/feeds/')]/@href")
    assert [way for way in ways if "locations" in way] == [
        f"/name/feeds/locations/{rest}" for rest in ("", "2/", "3/")
    ]
    second = html.document_fromstring(page(planned, site, "feeds/locations/2/index.html").decode())
    around = second.xpath("//nav[@class='pager']//a/@href")
    assert around == ["/name/feeds/locations/", "/name/feeds/locations/3/"]
    assert second.xpath("//nav[@class='crumbs']//a/@href") == ["/name/feeds/"]


def test_the_file_of_all_feeds_is_an_opml_subscription_list(archive: Archive) -> None:
    root = opml(plan_of(archive)[0])
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert [child.tag for child in root] == ["head", "body"]
    assert root.findtext("head/title") == "Harbour Archive"
    assert [child.tag for child in root[0]] == ["title", "ownerName", "ownerId"]
    assert [one.get("text") for one in root[1]] == [
        "All incidents",
        "Corrections",
        "Groups",
        "Places",
        "Countries",
        "Weapons",
    ]
    assert [one.get("text") for one in root[1][2]] == sorted(GROUPS.values())
    assert {one.get("text") for one in root[1][3]} == set(PLACES.values())
    for one in outlines(root):
        assert one.get("type") == "rss"
        assert one.get("title").startswith("Harbour Archive")


def test_the_file_holds_every_feed_with_whole_addresses(archive: Archive) -> None:
    planned, _ = plan_of(archive, replace(SETTINGS, relative=True))
    address = f"{SETTINGS.url}/"
    feeds = {one.get("xmlUrl").removeprefix(address) for one in outlines(opml(planned))}
    rss = {path for path in files_of(planned) if path.endswith("feed.xml")}
    assert feeds == rss
    pages = {o.path for o in planned.outputs if isinstance(o, Page)}
    for one in outlines(opml(planned)):
        assert f"{one.get('htmlUrl').removeprefix(address)}index.html" in pages


def test_a_facet_without_entries_is_not_headed(tmp_path: Path) -> None:
    planned, site = plan_of(archive_of(tmp_path, [Written("brief")]))
    assert "Weapons" not in [one.get("text") for one in opml(planned)[1]]
    headings = html.document_fromstring(page(planned, site).decode()).xpath("//h2")
    assert not [one for one in headings if "Weapons" in one.text_content()]


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("groups/coast/index.html", "groups/coast/"),
        ("locations/north-pier/index.html", "locations/north-pier/"),
        ("countries/is/index.html", "countries/is/"),
        ("weapons/drone/index.html", "weapons/drone/"),
    ],
)
def test_an_entrys_page_names_its_own_feeds_before_the_sites(
    archive: Archive, path: str, folder: str
) -> None:
    planned, site = plan_of(archive)
    found = html.document_fromstring(page(planned, site, path).decode()).xpath(
        "//head/link[@rel='alternate']"
    )
    assert [(link.get("href"), link.get("type")) for link in found] == [
        (f"/name/{place}{name}", f"application/{media_type}")
        for place in (folder, "")
        for name, media_type in (
            ("atom.xml", "atom+xml"),
            ("feed.xml", "rss+xml"),
            ("feed.json", "feed+json"),
        )
    ]
    assert [link.get("title").rpartition(" ")[2] for link in found[:3]] == [
        "(Atom)",
        "(RSS)",
        "(JSON)",
    ]
