"""JSON Feed: what stands around the items, and the way to older ones."""

import json
from pathlib import Path
from typing import Any

from feeds_archives import SETTINGS, Written, built, items, many, small


def top(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data)
    del found["items"]
    return found


def test_a_feed_says_what_it_is_who_made_it_and_under_which_licence(tmp_path: Path) -> None:
    files = built(tmp_path, [Written("brief", location="south-pier")])
    site = {"name": "Harbour Archive", "url": f"{SETTINGS.url}/"}
    assert top(files["locations/south-pier/feed.json"]) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Archive: الرصيف الجنوبي",
        "home_page_url": f"{SETTINGS.url}/locations/south-pier/",
        "feed_url": f"{SETTINGS.url}/locations/south-pier/feed.json",
        "description": "Incidents at الرصيف الجنوبي.",
        "language": "en",
        "authors": [site],
        "_dateline": {
            "about": f"{SETTINGS.url}/feeds/#json",
            "licence": {"name": SETTINGS.licence_name, "url": SETTINGS.licence_url},
        },
    }


def test_an_item_says_all_that_the_other_forms_say(tmp_path: Path) -> None:
    brief = Written("2021-05-04-x", title='A "quoted" <title> \\ here')
    assert items(built(tmp_path, [brief])["feed.json"]) == [
        {
            "id": "tag:feeds.example.net,2021:briefs/2021-05-04-x",
            "url": f"{SETTINGS.url}/briefs/2021-05-04-x/",
            "title": '4 May 2021: A "quoted" <title> \\ here',
            "content_html": "<p>Drones were seen at the pier.</p><p>Grade: Reported. "
            "Not recorded here whether anyone claimed it.</p><p>Place: North Pier.</p>",
            "date_published": "2021-05-05T00:00:00Z",
            "date_modified": "2021-05-05T00:00:00Z",
            "tags": ["Reported"],
            "_dateline": {"grade": "reported"},
        }
    ]


def test_next_url_leads_from_the_feed_to_older_and_older_pages(tmp_path: Path) -> None:
    files = built(tmp_path, many(9), small())
    address, seen = f"{SETTINGS.url}/feed.json", []
    while address:
        page = top(files[address.removeprefix(f"{SETTINGS.url}/")])
        seen.append(address.rpartition("/")[2])
        assert page["feed_url"] == f"{SETTINGS.url}/feed.json"
        address = page.get("next_url", "")
    assert seen == ["feed.json", *(f"feed-archive-{n}.json" for n in (3, 2, 1))]


def test_texts_stand_as_they_are_written(tmp_path: Path) -> None:
    data = built(tmp_path, [Written("brief", title="الطائرات 🛩")])["feed.json"]
    assert "الطائرات 🛩".encode() in data
    assert data.endswith(b"\n]}\n")


def test_no_licence_is_no_empty_licence(tmp_path: Path) -> None:
    files = built(tmp_path, [], small(licence_name="CC0", licence_url=""))
    assert top(files["feed.json"])["_dateline"]["licence"] == {"name": "CC0"}
