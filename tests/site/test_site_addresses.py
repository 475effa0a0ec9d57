"""Every address of the contract answers, and every internal address resolves."""

import json
import sys
from collections.abc import Mapping

import pytest

from building import CONTENT, ROOT
from links import broken, references
from site_build import Build

sys.path.insert(0, str(ROOT))
from pelicanconf import PLUGINS, SITEURL

BRIEFS = sorted(path.stem for path in (CONTENT / "briefs").rglob("*.md"))
GROUPS = sorted(path.stem for path in (CONTENT / "groups").glob("*.md"))
LOCATIONS = sorted(path.stem for path in (CONTENT / "locations").glob("*.md"))
WEAPONS = sorted(path.stem for path in (CONTENT / "weapons").glob("*.md"))
DAYS = {brief[:10] for brief in BRIEFS}
MONTHS = {day[:7].replace("-", "/") for day in DAYS}
YEARS = {day[:4] for day in DAYS}

ADDRESSES = [
    "index.html",
    "404.html",
    "about/index.html",
    "timeline/index.html",
    *(f"timeline/{year}/index.html" for year in sorted(YEARS)),
    *(f"timeline/{month}/index.html" for month in sorted(MONTHS)),
    *(f"briefs/{brief}/index.html" for brief in BRIEFS),
    "groups/index.html",
    "locations/index.html",
    *(f"groups/{group}/index.html" for group in GROUPS),
    *(f"locations/{location}/index.html" for location in LOCATIONS),
    *(
        f"{place}{feed}"
        for place in (
            "",
            "corrections/",
            *(f"groups/{g}/" for g in GROUPS),
            *(f"locations/{x}/" for x in LOCATIONS),
            *(f"weapons/{x}/" for x in WEAPONS),
        )
        for feed in ("feed.xml", "atom.xml", "feed.json")
    ),
    "feeds/index.html",
    "feeds/opml.xml",
    "sitemap.xml",
    "robots.txt",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_answers(site: Mapping[str, bytes], address: str) -> None:
    assert address in site


def test_there_are_briefs_to_look_at() -> None:
    assert len(BRIEFS) >= 6


def test_every_day_is_a_fragment(site: Mapping[str, bytes]) -> None:
    for day in sorted(DAYS):
        month = day[:7].replace("-", "/")
        assert f'id="{day}"' in site[f"timeline/{month}/index.html"].decode()


def test_everything_resolves(site: Mapping[str, bytes]) -> None:
    assert not broken(site, SITEURL)
    assert len(list(references(site, SITEURL))) > 1000


def test_everything_resolves_below_a_path(build: Build) -> None:
    url = "https://archive.example/attacks/record"
    built = build(settings="publishconf.py", siteurl=url).tree()
    assert set(built) == set(build().tree())
    assert not broken(built, url)
    assert b"localhost" not in b"".join(built.values())


def test_everything_resolves_with_relative_addresses(build: Build) -> None:
    built = build("--relative-urls").tree()
    assert not broken(built, SITEURL)
    page = built["timeline/2023/10/index.html"].decode()
    assert 'href="../../../briefs/' in page
    assert 'href="/' not in page
    # The error page is served at any depth, so it alone goes by the site's own path.
    assert 'href="/timeline/"' in built["404.html"].decode()


@pytest.mark.parametrize("part", PLUGINS)
def test_everything_resolves_without(build: Build, part: str) -> None:
    rest = [name for name in PLUGINS if name != part]
    built = build("-e", f"PLUGINS={json.dumps(rest)}").tree()
    assert not broken(built, SITEURL)
    assert set(built) < set(build().tree())


def test_no_token_is_left(build: Build) -> None:
    for built in (build().tree(), build("--relative-urls").tree()):
        assert not [name for name, data in built.items() if "\ue000".encode() in data]


def test_nothing_is_asked_of_another_origin(site: Mapping[str, bytes]) -> None:
    """Links may lead elsewhere; what a page loads comes from the site itself."""
    from lxml import html

    for name, data in site.items():
        if not name.endswith(".html"):
            continue
        page = html.document_fromstring(data.decode())
        loads = page.xpath(
            "//script/@src | //img/@src | //iframe/@src | //link[contains(@rel, "
            "'stylesheet') or contains(@rel, 'icon')]/@href"
        )
        assert not [address for address in loads if address.startswith(("http", "//"))], name
        assert not page.xpath("//script[not(@type='application/ld+json')]"), name
