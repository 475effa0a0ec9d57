"""Ids and dates: what makes a reader's program show an incident as new, or keep quiet."""

from dataclasses import replace
from pathlib import Path

from feeds_archives import FORMS, SETTINGS, Written, built, entries, is_json, items, parsed, small

BRIEF = Written("2021-05-04-north-pier-drones")
OTHER = Written("2021-05-03-south-pier", date="2021-05-03", location="south-pier")


def seen(data: bytes) -> list[tuple[object, ...]]:
    """By what a reader tells items apart: the id, and each date that the form has."""
    if is_json(data):
        dates = ("date_published", "date_modified")
        return [(one["id"], *(one[name] for name in dates)) for one in items(data)]
    return [
        (one.id, *(dict(one)[name] for name in ("published", "updated") if name in one))
        for one in parsed(data).entries
    ]


def test_ids_are_tags_of_the_authority(tmp_path: Path) -> None:
    files = built(tmp_path, [BRIEF])
    for name in FORMS:
        assert [one[0] for one in seen(files[name])] == [
            "tag:feeds.example.net,2021:briefs/2021-05-04-north-pier-drones"
        ]


def test_guid_is_no_permalink(tmp_path: Path) -> None:
    files = built(tmp_path, [BRIEF, OTHER])
    guids = [item.find("guid") for item in entries(files["feed.xml"])]
    assert [guid.get("isPermaLink") for guid in guids] == ["false", "false"]


def test_ids_do_not_follow_the_address_of_the_site(tmp_path: Path) -> None:
    moved = replace(SETTINGS, url="http://localhost:8000")
    here, there = (
        built(tmp_path / "1", [BRIEF, OTHER]),
        built(tmp_path / "2", [BRIEF, OTHER], moved),
    )
    for name in FORMS:
        assert seen(here[name]) == seen(there[name])
    here_id, there_id = (parsed(files["atom.xml"]).feed.id for files in (here, there))
    assert here_id == there_id


def test_a_day_stands_for_its_beginning_at_utc(tmp_path: Path) -> None:
    files = built(tmp_path, [BRIEF])
    (entry,) = entries(files["atom.xml"])
    dates = [entry.findtext(f"{{*}}{name}") for name in ("published", "updated")]
    assert dates == ["2021-05-05T00:00:00+00:00"] * 2
    (item,) = entries(files["feed.xml"])
    assert item.findtext("pubDate") == "Wed, 05 May 2021 00:00:00 +0000"
    assert seen(files["feed.json"])[0][1:] == ("2021-05-05T00:00:00Z", "2021-05-05T00:00:00Z")


def test_an_edit_makes_nothing_new(tmp_path: Path) -> None:
    revised = 'revisions:\n  - {date: 2021-06-01, kind: correction, note: "Day, title and text."}\n'
    edited = replace(
        BRIEF,
        title="One drone at North Pier",
        summary="Only one.",
        date="2021-05-02",
        body="One drone was seen [@gazette].",
        verification="confirmed",
        more=f"confirmed_by:\n  - {{by: Harbour office, sources: [gazette]}}\n{revised}",
    )
    before = built(tmp_path / "1", [BRIEF, OTHER])
    after = built(tmp_path / "2", [edited, OTHER])
    for name in (*FORMS, *(f"locations/north-pier/{name}" for name in FORMS)):
        assert seen(before[name]) == seen(after[name])
        assert before[name] != after[name]


def test_a_renamed_brief_keeps_its_first_id_and_its_place(tmp_path: Path) -> None:
    renamed = replace(
        BRIEF, id="2021-05-04-zebra", more=f"aliases: [{BRIEF.id}, 2021-05-04-between]\n"
    )
    neighbour = Written("2021-05-04-south-pier", location="south-pier")
    before = built(tmp_path / "1", [BRIEF, neighbour])
    after = built(tmp_path / "2", [renamed, neighbour])
    for name in FORMS:
        assert seen(before[name]) == seen(after[name])
    link = parsed(after["atom.xml"]).entries[1].link
    assert link == "https://archive.example.org/name/briefs/2021-05-04-zebra/"


def test_feeds_have_ids_of_their_own_that_their_archive_pages_share(tmp_path: Path) -> None:
    briefs = [Written(f"2021-05-04-{n}") for n in range(9)]
    files = built(tmp_path, briefs, small())
    tag = "tag:feeds.example.net,2021:feeds/"
    assert parsed(files["atom.xml"]).feed.id == f"{tag}incidents"
    assert parsed(files["atom-archive-1.xml"]).feed.id == f"{tag}incidents"
    assert parsed(files["groups/coast/atom.xml"]).feed.id == f"{tag}groups/coast"
    assert parsed(files["locations/north-pier/atom.xml"]).feed.id == f"{tag}locations/north-pier"
