"""Small archives written as content files, and their feeds, for the tests of dateline.feeds."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date as Day
from pathlib import Path
from typing import Any

import feedparser
from lxml import etree

from dateline import briefs, countries, feeds, groups, home, locations, weapons
from dateline.archive import Archive, build
from dateline.check import Policy, check, collect
from dateline.findings import Finding
from dateline.plan import File, Plan, Site, SiteSettings, plan
from dateline.plan.contributions import Contribute
from dateline.read.content import read_content

SETTINGS = SiteSettings(
    name="Harbour Archive",
    url="https://archive.example.org/name",
    description="Incidents in an invented harbour.",
    licence_name="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    feed_authority=("feeds.example.net", 2021),
)

SITE_PARTS = (
    home.outputs,
    briefs.outputs,
    groups.outputs,
    locations.outputs,
    countries.outputs,
    weapons.outputs,
    feeds.outputs,
)

# The files of a feed in its three forms.
FORMS = ("feed.xml", "atom.xml", "feed.json")

FH = "{http://purl.org/syndication/history/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class Written:
    """A brief as the tests write it; `more` are further lines of its front matter."""

    id: str
    title: str = "Drones at the pier"
    summary: str = "Drones were seen at the pier."
    added: str = "2021-05-05"
    date: str = "2021-05-04"
    location: str = "north-pier"
    verification: str = "reported"
    more: str = ""
    body: str = "Drones were seen at the pier [@gazette]."

    def text(self) -> str:
        return (
            f"---\nid: {self.id}\ntitle: {_quoted(self.title)}\n"
            f"summary: {_quoted(self.summary)}\n"
            f"added: {self.added}\ndate: {self.date}\nlocations: [{self.location}]\n"
            f"verification: {self.verification}\n{self.more}"
            "sources:\n  - key: gazette\n    title: Report\n    publisher: Harbour Gazette\n"
            f"    published: 2021-05-05\n---\n{self.body}\n"
        )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


GROUPS = {
    "harbour-brigade": "Harbour Brigade",
    "pier-front": "Pier & Sons <Front>",
    "coast": "Coastal Republic",
}
PLACES = {"north-pier": "North Pier", "south-pier": "الرصيف الجنوبي"}


def archive_of(folder: Path, written: Iterable[Written]) -> Archive:
    """Writes the content below `folder`, reads and checks it. Errors fail the test."""
    root = folder / "content"
    for slug, name in GROUPS.items():
        _write(root / "groups" / f"{slug}.md", f"---\nname: {_quoted(name)}\n---\n")
    for slug, name in PLACES.items():
        _write(root / "locations" / f"{slug}.md", f"---\nname: {_quoted(name)}\ncountry: IS\n---\n")
    for one in written:
        _write(root / "briefs" / f"{one.id}.md", one.text())
    content = read_content(root, "content")
    collection = collect(content)
    errors = list(filter(_is_error, check(content, collection, Policy(Day(2030, 1, 1)))))
    assert not errors, errors
    return build(collection)


def _is_error(finding: Finding) -> bool:
    return finding.code.startswith("E")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def plan_of(
    archive: Archive,
    settings: SiteSettings = SETTINGS,
    without: Iterable[Contribute] = (),
) -> tuple[Plan, Site]:
    site = Site(settings)
    parts = [part for part in SITE_PARTS if part not in tuple(without)]
    return plan(archive, site, parts), site


def files_of(planned: Plan) -> dict[str, File]:
    """The files that are feeds, by path."""
    return {
        output.path: output
        for output in planned.outputs
        if isinstance(output, File) and is_feed(output.path)
    }


def is_feed(path: str) -> bool:
    return path.rpartition("/")[2].startswith(("feed", "atom"))


def is_json(data: bytes) -> bool:
    return data.startswith(b"{")


def in_xml(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith(".xml")}


def built(
    folder: Path,
    written: Iterable[Written],
    settings: SiteSettings = SETTINGS,
    without: Iterable[Contribute] = (),
) -> dict[str, bytes]:
    """The bytes of every feed file of an archive, by path."""
    planned, _ = plan_of(archive_of(folder, written), settings, without)
    return {path: file.make() for path, file in files_of(planned).items()}


def many(count: int, summary: str = "Drones were seen at the pier.") -> list[Written]:
    """Briefs that entered the archive one a day, the first on 1 January 2022."""
    first = Day(2022, 1, 1).toordinal()
    days = (Day.fromordinal(first + n).isoformat() for n in range(count))
    return [
        Written(f"{day}-drones", date=day, added=day, title=f"Drones no. {n}", summary=summary)
        for n, day in enumerate(days)
    ]


def small(items: int = 4, **more: Any) -> SiteSettings:
    """Settings with a small limit, so that small archives have archive pages."""
    return replace(SETTINGS, feed_items=items, **more)


def parsed(data: bytes) -> feedparser.FeedParserDict:
    """The feed as a reader sees it, which must find nothing to complain about."""
    found = feedparser.parse(data)
    assert found.bozo == 0, found.bozo_exception
    return found


def items(data: bytes) -> list[dict[str, Any]]:
    """The items of a feed in JSON."""
    found: list[dict[str, Any]] = json.loads(data)["items"]
    return found


def ids(data: bytes) -> list[str]:
    if is_json(data):
        return [item["id"] for item in items(data)]
    return [entry.id for entry in parsed(data).entries]


def names(data: bytes) -> list[str]:
    """The ids without what all of them begin with."""
    return [one.removeprefix("tag:feeds.example.net,2021:briefs/") for one in ids(data)]


def titles(data: bytes) -> list[str]:
    if is_json(data):
        return [item["title"] for item in items(data)]
    return [entry.findtext("{*}title", "") for entry in entries(data)]


def statements(data: bytes) -> list[str]:
    """What each item says, as HTML."""
    if is_json(data):
        return [item["content_html"] for item in items(data)]
    said = ("description", f"{ATOM}summary", f"{ATOM}content")
    return [
        next(text for name in said if (text := entry.findtext(name)) is not None)
        for entry in entries(data)
    ]


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def entries(data: bytes) -> Iterator[etree._Element]:
    """The items of an RSS feed or the entries of an Atom feed."""
    root = tree(data)
    yield from root.iter("item", f"{ATOM}entry")


def links(data: bytes) -> dict[str, str]:
    """By rel, the Atom links that the feed itself has, in either form."""
    root = tree(data)
    above = root[0] if root.tag == "rss" else root
    return {link.get("rel"): link.get("href") for link in above.findall(f"{ATOM}link")}


def older(data: bytes) -> str | None:
    """The address of the archive page before this file."""
    if is_json(data):
        found: str | None = json.loads(data).get("next_url")
        return found
    return links(data).get("prev-archive")


def whole_history(
    files: dict[str, bytes], path: str, settings: SiteSettings = SETTINGS
) -> list[str]:
    """The ids of a feed and of every page to which its `prev-archive` links or `next_url` lead, as
    they come."""
    found: list[str] = []
    while True:
        found.extend(names(files[path]))
        before = older(files[path])
        if before is None:
            return found
        path = before.removeprefix(settings.url + "/")
