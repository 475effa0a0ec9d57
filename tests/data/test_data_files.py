"""The data files of the format's two example briefs, exactly; what is unknown, open, withdrawn."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from data_archives import (
    DRONES,
    ROCKETS,
    SETTINGS,
    archive_of,
    fingerprints,
    in_place_of,
    incident,
    made,
    plan_of,
    row,
    rows_of,
    smallest_with,
)

from dateline.plan import Page
from harbours import SMALLEST, WHOLE, brief

TERMS = {
    "licence": {"name": "CC BY 4.0", "url": "https://licence.example/by/4.0/"},
    "schema_version": "1.0.0",
}
BASE = "https://harbour.example/archive"
WHOLE_FILES = {"data/changes.json", "data/incidents.csv", "data/incidents.json"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(archive_of(tmp_path_factory.mktemp("data")))


def loaded(files: Mapping[str, bytes], path: str) -> Any:
    return json.loads(files[path])


def figure(low: int | None, high: int | None, best: int | None) -> dict[str, Any]:
    is_open = None if low is None else high is None
    return {"low": low, "high": high, "high_open": is_open, "best": best}


def count(low: int | None, high: int | None, best: int | None, *accounts: Any) -> dict[str, Any]:
    return {**figure(low, high, best), "accounts": list(accounts)}


NOT_KNOWN = count(None, None, None)


def a_source(key: str, title: str, publisher: str, published: str, **more: Any) -> dict[str, Any]:
    empty = dict.fromkeys(
        ("url", "archive_url", "accessed", "author", "language", "kind", "leaning"), None
    )
    rest = dict.fromkeys(("carries", "quote", "note"), None)
    said = {"title": title, "publisher": publisher, "published": published, "title_seen": True}
    return {"key": key, **said, **empty, **rest, "shared": True, **more}


SHARED_ROW = {
    "who": "Coalition sailors, North Pier and South Pier together",
    "side": "coalition",
    "cause": "attack",
    "killed": NOT_KNOWN,
    "injured": count(20, 20, 20),
    "shared_with": [ROCKETS],
    "sources": ["gazette-2021-05-06"],
    "note": None,
}

WHOLE_BRIEF = {
    "id": DRONES,
    "url": f"{BASE}/briefs/{DRONES}/",
    "status": "published",
    "reason": None,
    "merged_into": None,
    "title": "Two drones at North Pier, one stopped",
    "summary": "One or two plain sentences.",
    "added": "2021-05-05",
    "date": "2021-05-04",
    "locations": ["north-pier"],
    "verification": "confirmed",
    "end_date": "2021-05-04",
    "date_precision": "approximate",
    "date_earliest": "2021-05-03",
    "date_latest": "2021-05-04",
    "time_note": "Before dawn; the hour differs by account.",
    "target": "Coalition ships at North Pier",
    "target_kind": "ship",
    "claimed_by": [
        {
            "group": "harbour-brigade",
            "sources": ["harbour-brigade-statement"],
            "mode": "statement",
            "date": "2021-05-04",
            "standing": "stands",
            "note": "The statement speaks of three drones, not two.",
        }
    ],
    "attributed_to": [
        {
            "by": "Coalition headquarters",
            "sources": ["coalition-2021-05-04"],
            "group": "coastal-republic",
            "actor": None,
            "role": "support",
            "scope": "series",
            "confidence": "assessed",
            "date": "2021-05-04",
            "standing": "stands",
            "note": None,
        }
    ],
    "denied_by": [
        {
            "sources": ["gazette-2021-05-05"],
            "group": "coastal-republic",
            "by": None,
            "date": None,
            "note": None,
        }
    ],
    "weapons": [
        {
            "type": ["one-way-attack-drone"],
            "location": "north-pier",
            "launched": count(2, 2, 2),
            "intercepted": count(1, 1, 1),
            "sources": ["coalition-2021-05-04"],
            "note": "The second reached the pier.",
        }
    ],
    "casualties": [
        {
            "who": "Coalition sailors",
            "side": "coalition",
            "cause": "attack",
            "killed": count(0, 0, 0),
            "injured": count(
                12,
                None,
                None,
                {
                    "n": figure(4, 4, 4),
                    "by": "Coalition headquarters",
                    "sources": ["coalition-2021-05-04"],
                    "as_of": "2021-05-04",
                    "best": False,
                    "superseded": True,
                    "note": None,
                },
                {
                    "n": figure(12, None, None),
                    "by": "Ministry of Defence",
                    "sources": ["gazette-2021-05-06"],
                    "as_of": "2021-05-06",
                    "best": True,
                    "superseded": False,
                    "note": None,
                },
            ),
            "shared_with": [],
            "sources": ["coalition-2021-05-04"],
            "note": None,
        },
        SHARED_ROW,
    ],
    "outcome": "partly-stopped",
    "damage": {
        "level": "minor",
        "by": "Harbour office",
        "note": "A hangar door was torn off.",
        "sources": ["gazette-2021-05-05"],
    },
    "confirmed_by": [
        {
            "by": "Coalition headquarters",
            "sources": ["coalition-2021-05-04"],
            "date": None,
            "note": None,
        }
    ],
    "disputed_by": [],
    "disagreements": [
        {
            "topic": "What it was aimed at",
            "versions": [
                {
                    "says": "The ships, according to the group",
                    "sources": ["harbour-brigade-statement"],
                    "note": None,
                },
                {
                    "says": "The fuel store, according to the port",
                    "sources": ["gazette-2021-05-05"],
                    "note": None,
                },
            ],
            "note": None,
        }
    ],
    "unknowns": ["Where the drones were launched."],
    "official_count": {
        "n": count(1, 1, 1),
        "by": "Coalition headquarters",
        "sources": ["coalition-2021-05-04"],
        "note": None,
    },
    "related": [ROCKETS],
    "response_to": [],
    "aliases": [],
    "revisions": [
        {
            "date": "2021-05-07",
            "kind": "correction",
            "note": "Injured: 4 → at least 12.",
            "sources": ["gazette-2021-05-06"],
        }
    ],
    "external_ids": {"acled": ["XYZ123"], "gtd": [], "ucdp": []},
    "changed": "2021-05-07",
    "shared_figures": [],
    "sources": [
        a_source(
            "coalition-2021-05-04",
            "Statement on the night of 4 May",
            "Coalition headquarters",
            "2021-05-04",
            url="https://example.org/coalition/2021-05-04",
            kind="official",
        ),
        a_source(
            "harbour-brigade-statement",
            "Statement of the Harbour Brigade",
            "Harbour Brigade",
            "2021-05-04",
            url="https://example.org/brigade/1",
            kind="claim",
            leaning="partisan",
        ),
        a_source(
            "gazette-2021-05-06",
            "At least twelve hurt at North Pier",
            "Harbour Gazette",
            "2021-05-06",
            url="https://example.org/gazette/2021-05-06",
            kind="news",
        ),
        a_source(
            "gazette-2021-05-05",
            "Drone hits pier",
            "Harbour Gazette",
            "2021-05-05",
            url="https://example.org/pier",
            archive_url="https://archive.example.org/1/pier",
            accessed="2021-05-05",
            author="A. Writer",
            language="en",
            kind="news",
            leaning="state",
            carries="Reuters",
            quote="up to 300 characters of the source's own words, for whoever checks",
            note="The page gives the weekday only.",
            shared=False,
        ),
    ],
    "names": {
        "groups": {
            "harbour-brigade": "Harbour Brigade",
            "coastal-republic": "Coastal Republic",
        },
        "locations": {"north-pier": "North Pier"},
        "countries": {"IS": "Iceland"},
        "weapons": {"one-way-attack-drone": "One-way attack drone"},
    },
    "text": "Text in Markdown. Every sentence of fact carries a citation [@coalition-2021-05-04].\n"
    "Several, and a place in the source: [@coalition-2021-05-04; @gazette-2021-05-05, p. 3].\n",
    **TERMS,
}


def test_brief_json_says_all_that_the_brief_says(files: Mapping[str, bytes]) -> None:
    written = loaded(files, f"briefs/{DRONES}/brief.json")
    assert written == WHOLE_BRIEF
    assert list(written) == list(WHOLE_BRIEF)


def test_what_a_brief_does_not_say_is_null(files: Mapping[str, bytes]) -> None:
    written = loaded(files, f"briefs/{ROCKETS}/brief.json")
    absent = {name for name, value in written.items() if value is None}
    assert absent == {
        "reason",
        "merged_into",
        "end_date",
        "date_earliest",
        "date_latest",
        "time_note",
        "target",
        "target_kind",
        "claimed_by",
        "attributed_to",
        "denied_by",
        "weapons",
        "casualties",
        "damage",
        "official_count",
        "external_ids",
    }
    assert written["outcome"] == "unknown"
    # A figure for several briefs is written in one of them, and stands with the others too.
    assert written["shared_figures"] == [{"written_in": DRONES, **SHARED_ROW}]


LEFT_OUT = {
    "count": "injured",
    "side": "coalition",
    "who": "Coalition sailors, North Pier and South Pier together",
    **figure(20, 20, 20),
    "written_in": DRONES,
    "incidents": [DRONES, ROCKETS],
}

WHOLE_INCIDENT = {
    "id": DRONES,
    "title": "Two drones at North Pier, one stopped",
    "summary": "One or two plain sentences.",
    "url": f"{BASE}/briefs/{DRONES}/",
    "added": "2021-05-05",
    "changed": "2021-05-07",
    "day": "2021-05-04",
    "date": "2021-05-04",
    "end_date": "2021-05-04",
    "date_precision": "approximate",
    "date_earliest": "2021-05-03",
    "date_latest": "2021-05-04",
    "locations": ["north-pier"],
    "countries": ["IS"],
    "target": "Coalition ships at North Pier",
    "target_kind": "ship",
    "verification": "confirmed",
    "outcome": "partly-stopped",
    "damage": "minor",
    "claimed_by": ["harbour-brigade"],
    "attributed_to": [],
    "attributed_to_others": [],
    "denied_by": ["coastal-republic"],
    "denied_by_others": [],
    "weapons": [
        {
            "type": ["one-way-attack-drone"],
            "location": "north-pier",
            "launched": figure(2, 2, 2),
            "intercepted": figure(1, 1, 1),
        }
    ],
    "launched": {**figure(2, 2, 2), "unknown": 0},
    "intercepted": {**figure(1, 1, 1), "unknown": 0},
    "casualties": [
        {
            "who": "Coalition sailors",
            "side": "coalition",
            "cause": "attack",
            "shared_with": [],
            "killed": figure(0, 0, 0),
            "injured": figure(12, None, None),
        },
        {
            "who": "Coalition sailors, North Pier and South Pier together",
            "side": "coalition",
            "cause": "attack",
            "shared_with": [ROCKETS],
            "killed": figure(None, None, None),
            "injured": figure(20, 20, 20),
        },
    ],
    "killed": {"coalition": {**figure(0, 0, 0), "unknown": 0}},
    "injured": {"coalition": {**figure(12, None, None), "unknown": 0}},
    "figures_left_out": [LEFT_OUT],
    "official_count": {**figure(1, 1, 1), "by": "Coalition headquarters"},
    "external_ids": {"acled": ["XYZ123"], "gtd": [], "ucdp": []},
}

SMALLEST_INCIDENT: dict[str, Any] = {
    **dict.fromkeys(WHOLE_INCIDENT, None),
    "id": ROCKETS,
    "title": "Rockets reported near South Pier",
    "summary": "A port worker told the Harbour Gazette that rockets fell near South Pier; nobody "
    "else has said so.",
    "url": f"{BASE}/briefs/{ROCKETS}/",
    "added": "2021-05-05",
    "changed": "2021-05-05",
    "day": "2021-05-04",
    "date": "2021-05-04",
    "date_precision": "day",
    "locations": ["south-pier"],
    "countries": ["IS"],
    "verification": "reported",
    "outcome": "unknown",
    "killed": {},
    "injured": {},
    "figures_left_out": [LEFT_OUT],
}


@pytest.mark.parametrize("path", ["data/incidents.json", "data/years/2021.json"])
def test_every_incident_is_a_record(files: Mapping[str, bytes], path: str) -> None:
    written = loaded(files, path)
    assert written == {**TERMS, "incidents": [WHOLE_INCIDENT, SMALLEST_INCIDENT]}
    assert [list(record) for record in written["incidents"]] == [list(WHOLE_INCIDENT)] * 2


ROW = {
    **{
        name: str(value)
        for name, value in WHOLE_INCIDENT.items()
        if isinstance(value, str) and name != "figures_left_out"
    },
    "locations": "north-pier",
    "countries": "IS",
    "claims_recorded": "true",
    "claimed_by": "harbour-brigade",
    "attributions_recorded": "true",
    "denials_recorded": "true",
    "denied_by": "coastal-republic",
    "weapons": "one-way-attack-drone",
    "launched_low": "2",
    "launched_high": "2",
    "launched_high_open": "false",
    "launched_best": "2",
    "launched_unknown": "0",
    "intercepted_low": "1",
    "intercepted_high": "1",
    "intercepted_high_open": "false",
    "intercepted_best": "1",
    "intercepted_unknown": "0",
    "killed_coalition_low": "0",
    "killed_coalition_high": "0",
    "killed_coalition_high_open": "false",
    "killed_coalition_best": "0",
    "killed_coalition_unknown": "0",
    "injured_coalition_low": "12",
    "injured_coalition_high_open": "true",
    "injured_coalition_unknown": "0",
    "figures_left_out": f"injured_coalition in {DRONES}",
    "official_count_low": "1",
    "official_count_high": "1",
    "official_count_high_open": "false",
    "official_count_best": "1",
    "official_count_by": "Coalition headquarters",
    "acled": "XYZ123",
    "licence": "https://licence.example/by/4.0/",
    "schema_version": "1.0.0",
}


def test_the_table_has_the_same_as_cells(files: Mapping[str, bytes]) -> None:
    table = files["data/incidents.csv"]
    whole, smallest = rows_of(table)
    assert {name: cell for name, cell in whole.items() if cell} == ROW
    assert [name for name, cell in smallest.items() if cell] == [
        "id",
        "title",
        "summary",
        "url",
        "added",
        "changed",
        "day",
        "date",
        "date_precision",
        "locations",
        "countries",
        "verification",
        "outcome",
        "claims_recorded",
        "attributions_recorded",
        "denials_recorded",
        "figures_left_out",
        "licence",
        "schema_version",
    ]
    assert smallest["claims_recorded"] == "false"
    assert list(whole)[-2:] == ["licence", "schema_version"]
    assert table.count(b"\r\n") == table.count(b"\n") == 3


def event(date: str, kind: str, brief_id: str, title: str, **more: Any) -> dict[str, Any]:
    url = f"{BASE}/briefs/{brief_id}/"
    said = dict.fromkeys(("note", "revision", "revision_kind", "merged_into"), None)
    return {"date": date, "kind": kind, "id": brief_id, "title": title, "url": url, **said, **more}


REVISED = event(
    "2021-05-07",
    "revised",
    DRONES,
    "Two drones at North Pier, one stopped",
    note="Injured: 4 → at least 12.",
    revision=1,
    revision_kind="correction",
)
ADDED_LAST = event("2021-05-05", "added", ROCKETS, "Rockets reported near South Pier")
ADDED_FIRST = event("2021-05-05", "added", DRONES, "Two drones at North Pier, one stopped")


def test_every_change_is_told(files: Mapping[str, bytes]) -> None:
    expected = [REVISED, ADDED_LAST, ADDED_FIRST]
    assert loaded(files, "data/changes.json") == {**TERMS, "changes": expected}


def test_a_group_has_its_own_lists(files: Mapping[str, bytes]) -> None:
    assert loaded(files, "groups/harbour-brigade/facet.json") == {
        "kind": "group",
        "slug": "harbour-brigade",
        "name": "Harbour Brigade",
        "url": f"{BASE}/groups/harbour-brigade/",
        "parents": ["coastal-republic"],
        "below": [],
        "incidents": [DRONES],
        "claimed": [DRONES],
        "attributed": [],
        "denied": [],
        "entry": {
            "aliases": ["HB", "Brigade of the Harbour"],
            "native_name": None,
            "native_lang": None,
            "kind": "militia",
            "country": "IS",
            "founded": None,
            "summary": "An invented group of the invented harbour.",
            "same_as": [],
            "relations": [],
        },
        "sources": [],
        **TERMS,
    }


def lists_of(files: Mapping[str, bytes], path: str) -> dict[str, list[str]]:
    written = loaded(files, f"{path}/facet.json")
    return {key: written[key] for key in ("incidents", "claimed", "attributed", "denied")}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # It denies, and supports such attacks in general: no incident of it. Below it stands the
        # brigade, whose incident is in none of its lists.
        ("groups/coastal-republic", ([], [], [], [DRONES])),
        ("locations/north-pier", ([DRONES], [DRONES], [], [DRONES])),
        ("locations/south-pier", ([ROCKETS], [], [], [])),
        ("countries/is", ([DRONES, ROCKETS], [DRONES], [], [DRONES])),
        ("weapons/one-way-attack-drone", ([DRONES], [DRONES], [], [DRONES])),
        ("weapons/drone", ([], [], [], [])),
    ],
)
def test_a_facet_lists_its_own_incidents(
    files: Mapping[str, bytes], path: str, expected: tuple[list[str], ...]
) -> None:
    assert tuple(lists_of(files, path).values()) == expected


def test_what_stands_above_and_below_is_named(files: Mapping[str, bytes]) -> None:
    assert loaded(files, "groups/coastal-republic/facet.json")["below"] == ["harbour-brigade"]
    above = loaded(files, "weapons/one-way-attack-drone/facet.json")
    assert (above["parents"], above["below"]) == (["drone"], [])
    assert loaded(files, "locations/north-pier/facet.json")["entry"]["latitude"] == 64.1466


def test_all_is_utf8_text_that_ends_in_a_line_end(files: Mapping[str, bytes]) -> None:
    for path, written in files.items():
        if path.endswith(".json"):
            text = written.decode()
            assert text.endswith("}\n"), path
            assert "\\u" not in text, path
            licence = {key: json.loads(text)[key] for key in TERMS}
            assert licence == TERMS, path
    assert "الرصيف الشمالي" in files["locations/north-pier/facet.json"].decode()


# Unknown, open, looked for and not found.


def casualties(figure: str) -> str:
    return f"casualties:\n  - {{who: Sailors, side: us, injured: {figure}, sources: [gazette]}}"


@pytest.mark.parametrize(
    ("written", "low", "high", "best", "unknown"),
    [
        ("0", 0, 0, 0, 0),
        ("unknown", None, None, None, 1),
        ("{low: 12}", 12, None, None, 0),
        ("{low: 4, high: 12}", 4, 12, None, 0),
        ("[{n: unknown, by: A, sources: [gazette]}]", None, None, None, 1),
        ("[{n: 3, by: A, sources: [gazette], superseded: true}]", None, None, None, 1),
    ],
)
def test_a_figure_in_every_file(
    tmp_path: Path,
    written: str,
    low: int | None,
    high: int | None,
    best: int | None,
    unknown: int,
) -> None:
    files = made(archive_of(tmp_path, smallest_with(casualties(written))))
    expected = figure(low, high, best)
    told = loaded(files, f"briefs/{ROCKETS}/brief.json")["casualties"][0]["injured"]
    assert {key: told[key] for key in expected} == expected
    record = incident(files)
    assert record["casualties"][0]["injured"] == expected
    assert record["injured"] == {"us": {**expected, "unknown": unknown}}
    cells = {key: "" if value is None else str(value).lower() for key, value in expected.items()}
    found = row(files)
    assert {key: found[f"injured_us_{key}"] for key in expected} == cells
    assert found["injured_us_unknown"] == str(unknown)
    # Nothing at all is written of those of another side.
    assert {found[f"injured_civilian_{key}"] for key in (*expected, "unknown")} == {""}


@pytest.mark.parametrize(
    ("lines", "told", "recorded"), [("", None, "false"), ("claimed_by: []", [], "true")]
)
def test_not_recorded_and_not_found_are_kept_apart(
    tmp_path: Path, lines: str, told: list[str] | None, recorded: str
) -> None:
    files = made(archive_of(tmp_path, smallest_with(lines) if lines else {}))
    assert loaded(files, f"briefs/{ROCKETS}/brief.json")["claimed_by"] == told
    assert incident(files)["claimed_by"] == told
    assert row(files)["claims_recorded"] == recorded
    assert row(files)["claimed_by"] == ""


def test_only_what_counts_is_in_a_record(tmp_path: Path) -> None:
    lines = """
claimed_by:
  - {group: harbour-brigade, sources: [gazette], standing: superseded}
attributed_to:
  - {group: coastal-republic, by: A, sources: [gazette], role: ordered}
  - {actor: "Sailors; of the port", by: A, sources: [gazette]}
denied_by:
  - {by: The port, sources: [gazette]}
weapons:
  - {type: unknown}
  - {type: [drone, one-way-attack-drone]}
"""
    files = made(archive_of(tmp_path, smallest_with(lines)))
    record = incident(files)
    assert record["claimed_by"] == record["attributed_to"] == record["denied_by"] == []
    assert record["attributed_to_others"] == ["Sailors; of the port"]
    assert record["denied_by_others"] == ["The port"]
    assert [use["type"] for use in record["weapons"]] == [None, ["drone", "one-way-attack-drone"]]
    assert record["launched"] == {**figure(None, None, None), "unknown": 2}
    found = row(files)
    assert found["attributed_to_others"] == "Sailors\\; of the port"
    assert found["weapons"] == "unknown;drone;one-way-attack-drone"
    assert (found["launched_low"], found["launched_unknown"]) == ("", "2")
    assert lists_of(files, "locations/south-pier") == {
        "incidents": [ROCKETS],
        "claimed": [],
        "attributed": [ROCKETS],
        "denied": [ROCKETS],
    }
    assert lists_of(files, "groups/harbour-brigade")["claimed"] == [DRONES]
    assert lists_of(files, "weapons/drone")["incidents"] == [ROCKETS]


def test_the_minute_is_as_written_and_the_day_beside_it(tmp_path: Path) -> None:
    moment = [("date: 2021-05-04\n", "date: 2021-05-04T23:50Z\n")]
    record = incident(made(archive_of(tmp_path, {SMALLEST: moment})))
    assert (record["date"], record["day"]) == ("2021-05-04T23:50Z", "2021-05-04")


# Cells that a spreadsheet would calculate, and those that a careless writer would break.

AWKWARD = (
    "=1+1",
    "+1",
    "-1",
    "@sum",
    "'=1+1",
    "''-1",
    "'quoted'",
    'He said "stop", twice',
    "a; b",
    "1",
    "الرصيف",
)


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_comes_back(tmp_path: Path, text: str) -> None:
    files = made(archive_of(tmp_path, in_place_of(text, f"{text} ")))
    cell = row(files)["title"]
    assert cell[0] not in "=+-@"
    assert incident(files)["title"] == text
    taken_away = cell[1:] if cell.lstrip("'")[0] in "=+-@" else cell
    assert taken_away == text


# Withdrawn and merged.

WITHDRAWAL = """
status: withdrawn
revisions:
  - {date: 2021-05-06, kind: update, note: A word., sources: [gazette]}
  - {date: 2021-05-08, kind: withdrawal, note: It was a drill., sources: [gazette]}
"""


def test_a_withdrawn_brief_is_in_changes_only(tmp_path: Path) -> None:
    files = made(archive_of(tmp_path, smallest_with(WITHDRAWAL)))
    told = loaded(files, f"briefs/{ROCKETS}/brief.json")
    assert (told["status"], told["reason"]) == ("withdrawn", "It was a drill.")
    assert told["locations"] == ["south-pier"]
    changes = loaded(files, "data/changes.json")["changes"]
    found = [
        (c["date"], c["kind"], c["note"], c["revision"]) for c in changes if c["id"] == ROCKETS
    ]
    assert found == [
        ("2021-05-08", "withdrawn", "It was a drill.", 2),
        ("2021-05-06", "revised", "A word.", 1),
        ("2021-05-05", "added", None, None),
    ]
    assert lists_of(files, "locations/south-pier")["incidents"] == []
    assert [r["id"] for r in loaded(files, "data/incidents.json")["incidents"]] == [DRONES]
    assert [r["id"] for r in rows_of(files["data/incidents.csv"])] == [DRONES]
    assert [r["id"] for r in loaded(files, "data/years/2021.json")["incidents"]] == [DRONES]


MERGED = f"status: merged\nmerged_into: {DRONES}\n"
REVISION = "revisions:\n  - {{date: 2021-05-08, kind: {}, note: The same one., sources: [gazette]}}"


@pytest.mark.parametrize(
    ("revision", "events"),
    [
        # The last revision is that by which it was merged; a correction is none.
        ("update", [("2021-05-08", "merged", DRONES), ("2021-05-05", "added", None)]),
        (
            "correction",
            [
                ("2021-05-08", "revised", None),
                ("2021-05-05", "added", None),
                (None, "merged", DRONES),
            ],
        ),
        ("", [("2021-05-05", "added", None), (None, "merged", DRONES)]),
    ],
)
def test_a_merged_brief_is_in_changes_only(
    tmp_path: Path, revision: str, events: list[tuple[str | None, str, str | None]]
) -> None:
    lines = MERGED + (REVISION.format(revision) if revision else "")
    files = made(archive_of(tmp_path, smallest_with(lines)))
    told = loaded(files, f"briefs/{ROCKETS}/brief.json")
    assert (told["status"], told["reason"], told["merged_into"]) == ("merged", None, DRONES)
    changes = loaded(files, "data/changes.json")["changes"]
    found = [(c["date"], c["kind"], c["merged_into"]) for c in changes if c["id"] == ROCKETS]
    assert found == events
    assert lists_of(files, "countries/is")["incidents"] == [DRONES]
    assert [r["id"] for r in loaded(files, "data/incidents.json")["incidents"]] == [DRONES]


def test_a_draft_has_no_data(tmp_path: Path) -> None:
    others = [("related:                              # ids of other briefs\n  - " + ROCKETS, "")]
    shared = ("    shared_with:                      # one figure", "    # one figure")
    edits = {
        WHOLE: [*others, shared, (f"      - {ROCKETS}\n    injured: 20", "    injured: 20")],
        **smallest_with("status: draft"),
    }
    files = made(archive_of(tmp_path, edits))
    assert ROCKETS not in b"".join(files.values()).decode()


# Years, the setting, addresses, and what the bytes depend on.


def test_every_year_has_its_own(tmp_path: Path) -> None:
    earlier = "2020-12-31-x"
    archive = archive_of(tmp_path, files={f"briefs/2021/{earlier}.md": brief(earlier)})
    files = made(archive)
    assert [r["id"] for r in loaded(files, "data/years/2020.json")["incidents"]] == [earlier]
    ids = [r["id"] for r in loaded(files, "data/years/2021.json")["incidents"]]
    assert ids == [DRONES, ROCKETS]
    _, site = plan_of(archive)
    assert site.url_of("data:year", "2020") == "\ue000data/years/2020.json"


def test_data_is_found_by_the_kind_of_its_page(tmp_path: Path) -> None:
    _, site = plan_of(archive_of(tmp_path))
    assert site.url_of("data") == "\ue000data/"
    assert site.url_of("data:brief", DRONES) == f"\ue000briefs/{DRONES}/brief.json"
    assert site.url_of("data:group", "harbour-brigade") == (
        "\ue000groups/harbour-brigade/facet.json"
    )
    assert site.url_of("data:country", "is") == "\ue000countries/is/facet.json"


def test_files_of_the_whole_archive_can_be_left_to_publishing(tmp_path: Path) -> None:
    archive = archive_of(tmp_path)
    here, published = replace(SETTINGS, data_files="publish"), SETTINGS
    assert set(made(archive, published)) - set(made(archive, here)) == WHOLE_FILES
    for settings, whole in ((here, 0), (published, 3)):
        planned, _ = plan_of(archive, settings)
        pages = {o.path: o for o in planned.outputs if isinstance(o, Page)}
        view: Any = pages["data/index.html"].view()
        assert len(view.whole) == whole
        assert len(view.years) == 1


TEXT = "rockets fell near South Pier in the night"


@pytest.mark.parametrize(
    ("path", "old", "new", "changed"),
    [
        (
            "locations/north-pier.md",
            "name: North Pier",
            "name: The North Pier",
            {f"briefs/{DRONES}/brief.json", "locations/north-pier/facet.json"},
        ),
        (
            "sources/harbour-brigade-statement.md",
            "title: Statement",
            "title: A statement",
            {f"briefs/{DRONES}/brief.json"},
        ),
        (
            "groups/harbour-brigade.md",
            "kind: militia",
            "kind: other",
            {"groups/harbour-brigade/facet.json"},
        ),
        (
            SMALLEST,
            TEXT,
            "rockets fell near it in the night",
            {f"briefs/{ROCKETS}/brief.json"},
        ),
        (
            SMALLEST,
            "verification: reported",
            "target: A ship\nverification: reported",
            {
                f"briefs/{ROCKETS}/brief.json",
                "data/incidents.csv",
                "data/incidents.json",
                "data/years/2021.json",
            },
        ),
        (
            WHOLE,
            "Injured: 4 → at least 12.",
            "Injured: 4 to at least 12.",
            {f"briefs/{DRONES}/brief.json", "data/changes.json"},
        ),
    ],
)
def test_a_file_that_changes_is_made_anew(
    tmp_path: Path, path: str, old: str, new: str, changed: set[str]
) -> None:
    one, other = tmp_path / "1", tmp_path / "2"
    one.mkdir()
    other.mkdir()
    before, after = archive_of(one), archive_of(other, {path: [(old, new)]})
    fingerprint_before, fingerprint_after = fingerprints(before), fingerprints(after)
    bytes_before, bytes_after = made(before), made(after)
    names = set(bytes_before)
    assert {name for name in names if bytes_before[name] != bytes_after[name]} == changed
    asked = {n for n in names if fingerprint_before[n] != fingerprint_after[n]}
    assert changed <= asked
    if path == SMALLEST and old in TEXT:
        assert asked == changed, "a sentence of the text is in one file only"


@pytest.mark.parametrize(
    "settings",
    [
        replace(SETTINGS, url="https://other.example"),
        replace(SETTINGS, licence_name="CC0"),
        replace(SETTINGS, licence_url="https://licence.example/0"),
    ],
)
def test_every_file_changes_with_address_and_licence(tmp_path: Path, settings: Any) -> None:
    archive = archive_of(tmp_path)
    before, after = fingerprints(archive), fingerprints(archive, settings)
    assert not [name for name, known in before.items() if after[name] == known]
