"""Feeds as a part of the plan: addresses, fingerprints, and parts that are switched off."""

import locale
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from feeds_archives import (
    ATOM,
    FORMS,
    SETTINGS,
    Written,
    archive_of,
    built,
    entries,
    files_of,
    in_xml,
    items,
    links,
    many,
    parsed,
    plan_of,
    small,
    tree,
)

from dateline import briefs, countries, feeds, groups, home, locations, weapons
from dateline.plan import contributions
from dateline.views.frame import feed_links

BRIEF = Written(
    "2021-05-04-x",
    verification="claimed",
    more="claimed_by:\n  - {group: coast, sources: [gazette]}\n",
)


def fingerprints(folder: Path, written: list[Written], **settings: Any) -> dict[str, str]:
    chosen = replace(SETTINGS, **settings)
    planned, site = plan_of(archive_of(folder, written), chosen)
    return {path: repr((site.base, file.depends())) for path, file in files_of(planned).items()}


def test_pages_find_their_feeds(tmp_path: Path) -> None:
    _, site = plan_of(archive_of(tmp_path, [BRIEF]))
    found = [link.href for link in feed_links(site, "group", "coast", "")]
    assert found == [f"\ue000groups/coast/{name}" for name in ("atom.xml", "feed.xml", "feed.json")]
    assert site.url_of("rss:site") == "\ue000feed.xml"
    assert site.url_of("atom:site") == "\ue000atom.xml"
    assert site.url_of("rss:location", "north-pier") == "\ue000locations/north-pier/feed.xml"
    assert site.url_of("json:country", "is") == "\ue000countries/is/feed.json"
    corrections = [link.href for link in feed_links(site, "corrections", "", "")]
    assert corrections == [
        f"\ue000corrections/{name}" for name in ("atom.xml", "feed.xml", "feed.json")
    ]


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    written = [*many(9), BRIEF]
    first = built(tmp_path / "1", written, small())
    assert first == built(tmp_path / "2", list(reversed(written)), small())


def test_time_zone_locale_and_hash_seed_change_no_byte(tmp_path: Path) -> None:
    program = (
        "import sys, hashlib, pathlib\n"
        "from feeds_archives import built, many, small\n"
        "files = built(pathlib.Path(sys.argv[1]), many(9), small())\n"
        "print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    path = os.pathsep.join(map(str, (root / "plugins", Path(__file__).parent)))
    printed = set()
    for number, (zone, seed) in enumerate([("Pacific/Apia", "1"), ("America/New_York", "2")]):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program, str(tmp_path / str(number))],
            env={"PYTHONPATH": path, "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        )
        printed.add(done.stdout)
    assert len(printed) == 1


def test_writing_leaves_the_locale_alone(tmp_path: Path) -> None:
    before = locale.setlocale(locale.LC_ALL)
    built(tmp_path, [BRIEF])
    assert locale.setlocale(locale.LC_ALL) == before


def test_the_fingerprint_changes_with_the_bytes_and_not_without(tmp_path: Path) -> None:
    base = fingerprints(tmp_path / "0", [BRIEF])
    assert base == fingerprints(tmp_path / "1", [BRIEF])
    body = replace(BRIEF, body="Other words were found [@gazette].")
    assert base == fingerprints(tmp_path / "2", [body])
    title = replace(BRIEF, title="Another title")
    other = fingerprints(tmp_path / "3", [title])
    assert {path for path in base if base[path] != other[path]} == {
        f"{folder}{name}"
        for folder in ("", "groups/coast/", "locations/north-pier/", "countries/is/")
        for name in FORMS
    }


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Another name"},
        {"url": "https://elsewhere.example.org"},
        {"licence_name": "CC0"},
        {"feed_authority": ("feeds.example.net", 2022)},
        {"language": "de"},
        {"feed_bytes": 50_000},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_the_fingerprint_holds_the_settings(tmp_path: Path, changed: dict[str, Any]) -> None:
    base = fingerprints(tmp_path / "1", [BRIEF])
    other = fingerprints(tmp_path / "2", [BRIEF], **changed)
    assert all(base[path] != other[path] for path in base)


def test_without_pages_of_groups_their_feeds_lead_home(tmp_path: Path) -> None:
    files = built(tmp_path, [BRIEF], without=[groups.outputs, locations.outputs])
    for folder in ("groups/coast/", "locations/north-pier/"):
        assert tree(files[f"{folder}feed.xml"]).findtext("channel/link") == f"{SETTINGS.url}/"
        assert links(files[f"{folder}atom.xml"])["alternate"] == f"{SETTINGS.url}/"


def test_without_pages_of_briefs_items_have_no_link(tmp_path: Path) -> None:
    files = built(tmp_path, [BRIEF], without=[briefs.outputs])
    (item,) = entries(files["feed.xml"])
    assert item.find("link") is None
    (entry,) = entries(files["atom.xml"])
    assert entry.find(f"{ATOM}link") is None
    assert entry.find(f"{ATOM}content").get("type") == "html"
    assert "Grade: Claimed." in parsed(files["atom.xml"]).entries[0].content[0].value
    assert "url" not in items(files["feed.json"])[0]


def test_alone_the_feeds_are_still_sound(tmp_path: Path) -> None:
    others = [home.outputs, briefs.outputs, groups.outputs, locations.outputs]
    others += [countries.outputs, weapons.outputs]
    for data in in_xml(built(tmp_path, [BRIEF], without=others)).values():
        parsed(data)


def test_registering_connects_the_outputs() -> None:
    feeds.register()
    try:
        assert feeds.outputs in list(contributions.receivers_for(None))
    finally:
        contributions.disconnect(feeds.outputs)


def test_planning_imports_no_feed_writer(tmp_path: Path) -> None:
    archive_of(tmp_path, [BRIEF])
    program = (
        "import sys, pathlib\n"
        "from datetime import date\n"
        "from dateline import feeds\n"
        "from dateline.archive import build\n"
        "from dateline.check import collect\n"
        "from dateline.plan import Site, SiteSettings, plan\n"
        "from dateline.read.content import read_content\n"
        "archive = build(collect(read_content(pathlib.Path(sys.argv[1]), 'content')))\n"
        "settings = SiteSettings('n', 'https://x.org', 'd', 'l', '', ('x.org', 2021))\n"
        "planned = plan(archive, Site(settings), [feeds.outputs])\n"
        "[(getattr(o, 'depends', None) or o.view)() for o in planned.outputs]\n"
        "print([name for name in ('feedgen', 'lxml') if name in sys.modules])\n"
    )
    plugins = Path(__file__).parents[2] / "plugins"
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "content")],
        env={"PYTHONPATH": str(plugins)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "[]\n"
