"""The rules of the brief format by example: an edit of the invented archive, and what is found.

Every code of the catalogue stands here at least once. `‸` is where the finding points to.
"""

from pathlib import Path

import pytest

from dateline.findings import RULES
from harbours import Case, brief, hold

_LONG = "x" * 141
_ENTRY = "---\nname: A\ncountry: IS\n---\n"
_WEAPONS = "weapons:\n  - type: drone\n"
_PEOPLE = "casualties:\n  - who: Sailors\n    side: coalition\n"

FILES = (
    Case(
        "bytes that are not UTF-8",
        ("E001 3:14 the byte 0xe9 is not UTF-8 text; save the file as UTF-8",),
        files={"briefs/a.md": "---\nid: a\ntitle: Attaqué\n---\n".encode("latin-1")},
    ),
    Case(
        "a private-use character",
        ("E002 the character U+E000",),
        smallest=(("title: Rockets reported", "title: Rockets‸\ue000 reported"),),
    ),
    Case(
        "a character that turns the direction, written as an escape",
        ("E002 U+202E RIGHT-TO-LEFT OVERRIDE; delete it and type the text anew",),
        smallest=(("title: Rockets reported", 'title: ‸"Rockets \\u202E reported"\ntime_note: x'),),
    ),
    Case("no front matter", ("E003 begin with a line ---",), files={"briefs/a.md": "‸Text.\n"}),
    Case("an empty file", ("E003 begin with a line ---",), files={"briefs/a.md": "‸"}),
    Case(
        "a front matter without an end",
        ("E003 the front matter has no end; end it with a line ---",),
        files={"briefs/a.md": "---\nid: a\ntitle: b\n‸"},
    ),
    Case(
        "a text over 64 KiB",
        ("E004 the text is over 64 KiB; shorten it",),
        text="‸" + "[@gazette] " * 7000,
    ),
    Case(
        "a title with a colon",
        ('E005 a second ": " in one line; put the text in quotes',),
        smallest=(("title: Rockets reported near", "title: Attack‸: two rockets near"),),
    ),
    Case(
        "an anchor",
        ("E006 an anchor, &a; write the value out",),
        smallest=(("title: Rockets reported", "title: ‸&a Rockets reported"),),
    ),
    Case(
        "a key given twice",
        ('E007 the key "added" is given twice; keep one of the two',),
        smallest=(("date: 2021-05-04\n", "date: 2021-05-04\n‸added: 2021-05-06\n"),),
    ),
    Case(
        "nested nine deep",
        ("E008 nested deeper than 8 levels",),
        add="unknowns: [[[[[[[‸[x]]]]]]]]",
    ),
    Case(
        "a file of another kind",
        ("E009 1:1 not a .md file; name it <slug>.md, or move it out of content/",),
        files={"briefs/2021/photo.jpg": b"\xff\xd8"},
    ),
    Case(
        "a folder that is called almost as one that is read",
        ('E009 1:1 a folder that is not read; did you mean "briefs"?',),
        files={"brief/2021-05-04-a.md": brief("2021-05-04-a")},
    ),
    Case(
        "what is no file",
        ("E010 1:1 this is not a file; check that it exists and may be read",),
        fifo="briefs/a.md",
    ),
)

FIELDS = (
    Case(
        "a required field is missing",
        ('E101 the field "title" is missing; add title: …',),
        smallest=(
            ("id: 2021", "‸id: 2021"),
            ("title: Rockets reported near South Pier\n", ""),
        ),
    ),
    Case(
        "a claim without its sources",
        ('E101 the field "sources" is missing in claimed_by, item 1; add sources: …',),
        add="claimed_by:\n  - ‸group: harbour-brigade",
    ),
    Case(
        "an attribution without who says so",
        ('E101 the field "by" is missing in attributed_to, item 1; add by: …',),
        add="attributed_to:\n  - ‸group: harbour-brigade\n    sources: [gazette]",
    ),
    Case(
        "a denial, a witness and a version without their sources",
        ('E101 "sources"', 'E101 "sources"', 'E101 "sources"', 'E101 "sources"'),
        add=(
            "denied_by:\n  - ‸group: harbour-brigade\n"
            "confirmed_by:\n  - ‸by: Somebody\n"
            "disputed_by:\n  - ‸by: Somebody\n"
            "disagreements:\n  - topic: x\n    versions:\n      - ‸says: y"
        ),
    ),
    Case(
        "an official count without n, by and sources",
        ('E101 "by"', 'E101 "n"', 'E101 "sources"'),
        add="official_count:\n  ‸‸‸note: x",
    ),
    Case(
        "an account without by and sources",
        ('E101 "by" is missing in casualties, item 1, killed, item 1', 'E101 "sources"'),
        add=f"{_PEOPLE}    killed:\n      - ‸‸n: 1",
    ),
    Case(
        "a range without its low end",
        ('E101 the field "low" is missing in a range; add low: …',),
        add=f"{_PEOPLE}    killed: ‸{{high: 3}}\n    sources: [gazette]",
    ),
    Case(
        "a total without count",
        ('E101 the field "count" is missing',),
        edits={
            "totals/2021-05-09-coalition.md": (
                ("as_of:", "‸as_of:"),
                ("count: 3\n", ""),
            )
        },
    ),
    Case(
        "a relation without who says so",
        ('E101 the field "by" is missing in relations, item 1',),
        edits={
            "groups/harbour-brigade.md": (
                (
                    "summary:",
                    "sources: [gazette-2021-05-06]\nrelations:\n"
                    "  - ‸says: Allied\n    sources: [gazette-2021-05-06]\nsummary:",
                ),
            )
        },
    ),
    Case(
        "a key misspelt is one finding, not two",
        ('E102 unknown key "titel"; did you mean "title"?',),
        smallest=(("title: Rockets reported", "‸titel: Rockets reported"),),
    ),
    Case(
        "a key that no brief has",
        ('E102 unknown key "colour"; known here: id, title,',),
        add="‸colour: red",
    ),
    Case(
        "template and status of a generator are no keys",
        ('E102 unknown key "template"',),
        add="‸template: page",
    ),
    Case(
        "a source of content/sources/ has its key in its file name",
        ('E102 unknown key "key"',),
        edits={
            "sources/gazette-2021-05-06.md": (
                ("kind: news", "kind: news\n‸key: gazette-2021-05-06"),
            )
        },
    ),
    Case(
        "a value where a list is wanted",
        ('E103 a single value where a list is wanted; begin each item with "- "',),
        smallest=(("locations: [south-pier]", "locations: ‸south-pier"),),
    ),
    Case(
        "a slug where a claim is wanted",
        ("E103 write group: …, sources: …, each on a line of its own",),
        add="claimed_by:\n  - ‸harbour-brigade",
    ),
    Case(
        "a colon in an unknown",
        ('E103 keys and values where one value is wanted; a ": " makes a key of the words',),
        add="unknowns:\n  - ‸Where: nobody says",
    ),
    Case(
        "a list item without a value",
        ("E103 an item without a value; delete the hyphen",),
        add="unknowns:\n  - Where.\n  -‸\n",
    ),
    Case(
        "a slug misspelt",
        ('E104 unknown group "harbor-brigade"; did you mean "harbour-brigade"?',),
        add="claimed_by:\n  - group: ‸harbor-brigade\n    sources: [gazette]",
    ),
    Case(
        "an alias in place of a slug",
        ('E104 unknown group "HB"; did you mean "harbour-brigade"?',),
        add="claimed_by:\n  - group: ‸HB\n    sources: [gazette]",
    ),
    Case(
        "a name in place of a slug",
        ('E104 unknown location "Southern Pier"; did you mean "south-pier"?',),
        smallest=(("locations: [south-pier]", "locations: [‸Southern Pier]"),),
    ),
    Case(
        "a slug that resembles none",
        ("E104 name one of content/weapons/, or add content/weapons/torpedo.md",),
        add="weapons:\n  - type: ‸torpedo",
    ),
    Case(
        "a name that is no slug and resembles none",
        ("E104 write the name of a file in content/weapons/, without .md",),
        add="weapons:\n  - type: ‸Big Torpedo!",
    ),
    Case(
        "one of several weapon types misspelt",
        ('E104 unknown weapon "drones"; did you mean "drone"?',),
        add="weapons:\n  - type: [one-way-attack-drone, ‸drones]",
    ),
    Case(
        "a shared source misspelt",
        (
            'E104 unknown source "coalition-2021-05-05"; did you mean "coalition-2021-05-04"?',
            "E231",
        ),
        smallest=(("sources:\n", "sources:\n  - ‸‸coalition-2021-05-05\n"),),
    ),
    Case(
        "a parent that does not exist",
        ('E104 unknown group "coastal-republik"; did you mean "coastal-republic"?',),
        edits={"groups/harbour-brigade.md": (("[coastal-republic]", "[‸coastal-republik]"),)},
    ),
    Case(
        "a word misspelt",
        ('E105 unknown word "confirmd"; did you mean "confirmed"?',),
        smallest=(("verification: reported", "verification: ‸confirmd"),),
    ),
    Case(
        "a word that resembles none",
        ('E105 unknown word "boom"; one of: stopped, partly-stopped, hit, missed, unknown',),
        add="outcome: ‸boom",
    ),
    Case(
        "a title of 141 characters",
        ("E106 the text has 141 characters, 140 are allowed; shorten it",),
        smallest=(("title: Rockets reported near South Pier", f"title: ‸{_LONG}"),),
    ),
    Case(
        "an empty text in quotes",
        ("E106 the text is empty; write it, or delete the key",),
        add='target: ‸""',
    ),
    Case(
        "a key of a source that is no slug",
        ('E107 "The Gazette" is not a slug; use a-z, 0-9 and single hyphens', 'E230 "gazette"'),
        smallest=(("key: gazette", "key: ‸The Gazette"),),
        text="Rockets fell ‸[@gazette].\n",
    ),
    Case(
        "a file name that is no slug",
        ('E107 1:1 the file name "South Pier.md" is not a slug', "W405 2:1"),
        files={"locations/South Pier.md": _ENTRY},
    ),
    Case(
        "a day that is no day",
        ('E108 "4 May 2021" is not a day; write it as 2021-05-04',),
        smallest=(("added: 2021-05-05", "added: ‸4 May 2021"),),
    ),
    Case(
        "a day that is not in the calendar",
        ("E108 there is no 2021-02-30 in the calendar; correct the day",),
        smallest=(("added: 2021-05-05", "added: ‸2021-02-30"),),
    ),
    Case(
        "a minute without its offset",
        ("E108 write 2021-05-04T04:10+03:00, or with Z for UTC",),
        smallest=(("\ndate: 2021-05-04", "\ndate: ‸2021-05-04T04:10"),),
    ),
    Case(
        "a count in words",
        ('E109 "two" is not a count; write a whole number, unknown, or {low: 4, high: 12}',),
        add=f"{_PEOPLE}    killed: ‸two\n    sources: [gazette]",
    ),
    Case(
        "counts with a sign, a point, a leading zero, too many digits",
        ("E109", "E109", "E109", "E109"),
        add=(
            "weapons:\n  - type: drone\n    launched: ‸-1\n    intercepted: ‸1.5\n"
            "  - type: drone\n    launched: ‸007\n    intercepted: ‸99999999999999999999"
        ),
    ),
    Case(
        "another scheme than http and https",
        ("E110 write the whole address, from http:// or https:// on",),
        smallest=(("url: https://example.org/rockets", "url: ‸javascript:alert(1)"),),
    ),
    Case(
        "an address without its beginning",
        ('E110 "example.org/rockets" is not a web address',),
        smallest=(("url: https://example.org/rockets", "url: ‸example.org/rockets"),),
    ),
    Case(
        "degrees beyond the pole",
        ("E111 not a number of degrees between -90 and 90; write WGS84 degrees such as 33.7856",),
        edits={"locations/north-pier.md": (("latitude: 64.1466", "latitude: ‸164.1466"),)},
    ),
    Case(
        "a country by its name",
        ('E112 "Iceland" is not a country code; did you mean "IS"?',),
        edits={"locations/south-pier.md": (("country: IS", "country: ‸Iceland"),)},
    ),
    Case(
        "a group of international waters",
        ("E112 XZ, international waters, is no country here; name a country",),
        edits={"groups/coastal-republic.md": (("country: NO", "country: ‸XZ"),)},
    ),
    Case(
        "a language in words",
        ('E112 "Arabic" is not a language tag; write a BCP 47 tag such as en, ar',),
        edits={"locations/north-pier.md": (("native_lang: ar", "native_lang: ‸Arabic"),)},
    ),
    Case(
        "a country of a total",
        ('E112 "ISL" is not a country code',),
        edits={"totals/2021-05-09-coalition.md": (("{IS: 3}", "{‸ISL: 3}"),)},
    ),
    Case(
        "yes is not true",
        ('E113 "yes" is neither true nor false; write true or false',),
        smallest=(("    url:", "    title_seen: ‸yes\n    url:"),),
    ),
    Case(
        "no location",
        ("E114 locations is empty; name at least one", "W405 2:1"),
        smallest=(("locations: [south-pier]", "locations: ‸[]"),),
    ),
    Case(
        "sources of a claim that are none",
        ("E114 claimed_by, item 1, sources is empty; name at least one",),
        add="claimed_by:\n  - group: harbour-brigade\n    sources: ‸[]",
    ),
    Case(
        "a comma in a text in braces",
        (
            'E115 "early" is read as a key without a value: in brackets a comma ends a value; '
            "put the text in quotes",
        ),
        add=(
            "disagreements:\n  - topic: Day\n    versions:\n"
            "      - {says: 18 October, ‸early, sources: [gazette]}"
        ),
    ),
    Case(
        "a comma in a text before a word that is a key",
        ('E115 "note" is read as a key without a value',),
        add="unknowns: []\nclaimed_by: [{group: harbour-brigade, ‸note, sources: [gazette]}]",
    ),
    Case(
        "a comma in a range",
        ('E115 "at least" is read as a key without a value',),
        add=f"{_PEOPLE}    killed: {{low: 4, ‸at least}}\n    sources: [gazette]",
    ),
    Case(
        "a brief that does not exist",
        ('E116 did you mean "2021-05-04-north-pier-drones"?',),
        add="related: [‸2021-05-04-north-pier-drone]",
    ),
    Case(
        "briefs that do not exist, wherever they are named",
        ("E116", "E116", "E116"),
        add=(f"response_to: [‸x]\n{_PEOPLE}    shared_with: [‸y]\nstatus: merged\nmerged_into: ‸z"),
    ),
)

TOGETHER = (
    Case(
        "an id that is not the file's name",
        ("E201 make them equal; the id never changes",),
        smallest=(("id: 2021-05-04-south-pier-rockets", "id: ‸2021-05-04-south-pier-rocket"),),
        whole=(
            (
                "# ids of other briefs\n  - 2021-05-04-south-pier-rockets\n",
                "[2021-05-04-south-pier-rocket]\n",
            ),
        ),
    ),
    Case(
        "an alias that is another's id",
        ('E202 "2021-05-04-north-pier-drones" is the id or an alias of briefs/2021/',),
        add="aliases: [‸2021-05-04-north-pier-drones]",
    ),
    Case(
        "an alias that is the brief's own id",
        ('E202 "2021-05-04-south-pier-rockets" stands here twice; delete one',),
        add="aliases: [‸2021-05-04-south-pier-rockets]",
    ),
    Case(
        "two registry files with one slug in two folders",
        ('E202 2:1 "south-pier" is the slug of locations/a/south-pier.md too',),
        files={"locations/a/south-pier.md": _ENTRY},
    ),
    Case(
        "an id with another day",
        ("E203 the id begins with 2021-05-04, the incident is dated 2021-05-03",),
        smallest=(("id: 2021", "id: ‸2021"), ("\ndate: 2021-05-04", "\ndate: 2021-05-03")),
    ),
    Case(
        "an end before the day",
        ("E204 it ends on 2021-05-03, before it begins on 2021-05-04; correct one of them",),
        add="end_date: ‸2021-05-03",
    ),
    Case(
        "an end before the minute, by another offset",
        ("E204",),
        smallest=(("\ndate: 2021-05-04", "\ndate: 2021-05-04T04:10+03:00"),),
        add="end_date: ‸2021-05-04T01:09Z",
    ),
    Case(
        "bounds that do not hold the date",
        ("E205 2021-05-05 to 2021-05-06 does not hold the date 2021-05-04",),
        add="date_earliest: ‸2021-05-05\ndate_latest: 2021-05-06",
    ),
    Case(
        "one bound alone",
        ("E206 date_latest stands alone; give both bounds, or neither",),
        add="date_latest: ‸2021-05-06",
    ),
    Case(
        "approximate without bounds",
        ("E206 add date_earliest and date_latest, as the accounts give them",),
        add="date_precision: ‸approximate",
    ),
    Case(
        "a month that is a day",
        ("E207 with the precision month the date is 2021-05-01",),
        smallest=(("\ndate: 2021-05-04", "\ndate: ‸2021-05-04"),),
        add="date_precision: month",
    ),
    Case(
        "more than a day in the future",
        ("E208 the incident is dated 2021-05-11, today is 2021-05-09",),
        files={"briefs/2021-05-11-x.md": brief("2021-05-11-x").replace("\ndate: ", "\ndate: ‸")},
    ),
    Case(
        "revisions that are not in order",
        ("E209 the revision of 2021-05-06 stands behind that of 2021-05-07",),
        add=(
            "revisions:\n  - {date: 2021-05-07, kind: update, note: a}\n"
            "  - {date: ‸2021-05-06, kind: update, note: b}"
        ),
    ),
    Case(
        "more intercepted than launched",
        ("E210 3 intercepted, but at most 2 launched; correct one of them",),
        whole=(("intercepted: 1    ", "intercepted: ‸3    "),),
    ),
    Case(
        "a range upside down",
        ("E211 low, best and high are not in rising order; low ≤ best ≤ high",),
        add=f"{_PEOPLE}    killed: ‸{{low: 4, high: 3}}\n    sources: [gazette]",
    ),
    Case(
        "a best figure outside its range",
        ("E211", "E211"),
        add=(
            f"{_PEOPLE}    killed: ‸{{low: 4, best: 9, high: 8}}\n"
            "    injured: ‸{low: 4, best: 3}\n    sources: [gazette]"
        ),
    ),
    Case(
        "two accounts marked best",
        ("E212 2 accounts are marked best; mark at most one",),
        whole=(
            ("superseded: true", "best: true        "),
            ("best: true                    #", "best: ‸true #"),
        ),
    ),
    Case(
        "two accounts of an official total marked best",
        ("E212 2 accounts are marked best", "E212"),
        edits={
            "totals/2021-05-09-coalition.md": (
                (
                    "count: 3\nby_country: {IS: 3}",
                    "count:\n"
                    "  - {n: 3, by: a, sources: [coalition-2021-05-04], best: true}\n"
                    "  - {n: 4, by: a, sources: [coalition-2021-05-04], best: ‸true}\n"
                    "by_country:\n  IS:\n"
                    "  - {n: 3, by: a, sources: [coalition-2021-05-04], best: true}\n"
                    "  - {n: 4, by: a, sources: [coalition-2021-05-04], best: ‸true}",
                ),
            )
        },
    ),
    Case(
        "a weapon at a place that is not the brief's",
        ('E213 the brief does not list the location "north-pier"; add it to locations',),
        add=f"{_WEAPONS}    location: ‸north-pier",
    ),
    Case(
        "a count of weapons without its source",
        ("E214 a count of weapons has no source; add sources: with the keys",),
        add="weapons:\n  - ‸type: drone\n    launched: 2",
    ),
    Case(
        "a count of people without its source",
        ("E214 a count of people has no source",),
        add="casualties:\n  - ‸who: Sailors\n    side: coalition\n    killed: 0",
    ),
    Case(
        "damage that nobody is named for",
        ('E214 "minor" is said of the damage, but not by whom; write level, by and sources',),
        add="damage: ‸minor",
    ),
    Case(
        "no damage is a statement too",
        ('E214 "none" is said of the damage',),
        add="damage:\n  ‸level: none\n  by: Harbour office",
    ),
    Case(
        "a figure shared with its own brief",
        ("E215 shared_with names this brief; name the others only", "E215"),
        add=(
            f"aliases: [2021-05-04-old-name]\n{_PEOPLE}"
            "    shared_with: [‸2021-05-04-south-pier-rockets, ‸2021-05-04-old-name]"
        ),
    ),
    Case(
        "a figure that both briefs hold",
        ("E216 north-pier-drones.md has this figure too; write it in one of them",),
        add=(
            "casualties:\n  - ‸who: Coalition sailors, North Pier and South Pier together\n"
            "    side: coalition\n    shared_with: [2021-05-04-north-pier-drones]\n"
            "    injured: 21\n    sources: [gazette]"
        ),
    ),
    Case(
        "claimed, but by nobody",
        ("E220 the grade is claimed, but no claim stands; name the claim in claimed_by",),
        smallest=(("verification: reported", "verification: ‸claimed"),),
        add="claimed_by: []",
    ),
    Case(
        "claimed, but the claim was withdrawn",
        ("E220",),
        smallest=(("verification: reported", "verification: ‸claimed"),),
        add="claimed_by: [{group: harbour-brigade, sources: [gazette], standing: withdrawn}]",
    ),
    Case(
        "confirmed, but by nobody",
        ("E221 nobody is named in confirmed_by; say by whom and where it is written",),
        smallest=(("verification: reported", "verification: ‸confirmed"),),
    ),
    Case(
        "disputed, but by nobody",
        ("E222 nobody is named in disputed_by; say who says that it did not happen",),
        smallest=(("verification: reported", "verification: ‸disputed"),),
    ),
    Case(
        "an attribution to a group and an actor, and one to neither",
        ("E223 with both group and actor; give either group or actor", "E223 neither"),
        add=(
            "attributed_to:\n  - ‸group: harbour-brigade\n    actor: Somebody\n    by: A\n"
            "    sources: [gazette]\n  - ‸by: A\n    sources: [gazette]"
        ),
    ),
    Case(
        "a denial by a group and a person, and one by neither",
        ("E224 with both group and by; give either group or by", "E224 neither"),
        add=(
            "denied_by:\n  - ‸group: harbour-brigade\n    by: Somebody\n    sources: [gazette]\n"
            "  - ‸sources: [gazette]"
        ),
    ),
    Case(
        "withdrawn without a reason",
        ("E225 nobody says why; add a revision of the kind withdrawal",),
        add="status: ‸withdrawn\nrevisions: [{date: 2021-05-07, kind: correction, note: x}]",
    ),
    Case("merged into nothing", ("E226 add merged_into: <id>",), add="status: ‸merged"),
    Case(
        "merged_into without the status",
        ("E226 add status: merged, or take it out",),
        add="merged_into: ‸2021-05-04-north-pier-drones",
    ),
    Case(
        "merged into each other",
        ("E227 let one of them stay", "E227 is merged into this brief in its turn"),
        files={
            "briefs/a.md": brief(
                "2021-05-01-a", "status: merged", "merged_into: ‸2021-05-01-b"
            ).replace("id: 2021-05-01-a", "id: a"),
            "briefs/b.md": brief("2021-05-01-b", "status: merged", "merged_into: ‸a").replace(
                "id: 2021-05-01-b", "id: b\naliases: [2021-05-01-b]"
            ),
        },
    ),
    Case(
        "a source in the text that the brief does not list",
        ('E230 the source "gazete" is not listed; did you mean "gazette"?',),
        text="Rockets fell ‸[@gazete].\n",
    ),
    Case(
        "a source in an item that the brief does not list, but content/sources/ has",
        ("E230 add - coalition-2021-05-04 to sources",),
        add="damage: {level: minor, by: A, sources: [‸coalition-2021-05-04]}",
    ),
    Case(
        "a source of a relation that its entry does not list",
        ('E230 "gazette-2021-05-06" is not listed; add - gazette-2021-05-06 to sources',),
        edits={
            "groups/harbour-brigade.md": (
                (
                    "summary:",
                    "relations: [{says: Allied, by: A, sources: [‸gazette-2021-05-06]}]\nsummary:",
                ),
            )
        },
    ),
    Case(
        "a listed source that nothing names",
        ("E231 cite it in the text as [@gazette], name it in an item, or delete it", "W401"),
        smallest=(("  - key: gazette", "  - ‸key: gazette"),),
        text="‸Rockets fell.\n",
    ),
    Case(
        "a source listed twice",
        ('E232 the source "gazette" is listed twice; delete one',),
        smallest=(
            (
                "    url: https://example.org/rockets\n",
                "  - ‸key: gazette\n    title: x\n    publisher: y\n    published: unknown\n",
            ),
        ),
    ),
    Case(
        "a key of one's own that is a key of content/sources/",
        ("E232 write - gazette-2021-05-06 if it is that source, or choose another key",),
        smallest=(("key: gazette\n", "key: ‸gazette-2021-05-06\n"),),
        text="Rockets fell [@gazette-2021-05-06].\n",
    ),
    Case(
        "a brief that names itself",
        ("E240 the brief names itself; delete the line", "E240"),
        add=("related: [‸2021-05-04-south-pier-rockets]\naliases: [old]\nresponse_to: [‸old]"),
    ),
    Case(
        "a draft that others point to, by its id and by its alias",
        ("E241 is a draft and has no page; publish it first, or wait", "E241"),
        add="related: [‸2021-05-01-a, ‸earlier-a]",
        files={
            "briefs/2021-05-01-a.md": brief("2021-05-01-a", "status: draft", "aliases: [earlier-a]")
        },
    ),
    Case(
        "half of a position",
        ("E250 longitude stands alone; give latitude and longitude, or neither",),
        edits={"locations/north-pier.md": (("latitude: 64.1466\nlongitude: ", "longitude: ‸"),)},
    ),
    Case(
        "parents that go round in a circle",
        ('E251 "coastal-republic" is above itself; take one parent out', "E251"),
        edits={
            "groups/coastal-republic.md": (("kind:", "parents: ‸[harbour-brigade]\nkind:"),),
            "groups/harbour-brigade.md": (("parents: [", "parents: ‸["),),
        },
    ),
    Case(
        "a weapon above itself",
        ("E251",),
        edits={"weapons/drone.md": (("plural:", "parent: ‸drone\nplural:"),)},
    ),
)

TEXT = (
    Case(
        "raw HTML",
        ("E301 raw HTML: <b>; write Markdown", "E301"),
        text="It ‸<b>fell‸</b> [@gazette].\n",
    ),
    Case(
        "an image",
        ("E302 images are not shown; link to",),
        text="‸![x](https://a.example/a.png) [@gazette]\n",
    ),
    Case(
        "a heading of level 1",
        ("E303 begin headings with ##",),
        text="‸# Pier\n\nIt fell [@gazette].\n",
    ),
    Case(
        "a definition of a citation",
        ("E304 delete the line",),
        text="It fell [@gazette].\n\n‸[@other]: https://a.example\n",
    ),
    Case(
        "a citation used as a link",
        ("E305 write the words, then [@key]",),
        text="It fell ‸[at the pier][@gazette].\n",
    ),
    Case(
        "two citations side by side",
        ("E306 write [@a; @b]",),
        text="It fell ‸[@gazette][@gazette].\n",
    ),
    Case(
        "a citation inside a link",
        ("E307 put it behind the link",),
        text="It [fell ‸[@gazette]](https://a.example).\n",
    ),
    Case(
        "a citation that cannot be read",
        ("E308 write [@key] or [@key, p. 3] or [@a; @b]",),
        text="It fell [@gazette]. It was night ‸[@The Gazette].\n",
    ),
    Case(
        "a link that runs a script",
        ("E309",),
        text="It ‸[fell](javascript:alert(1)) [@gazette].\n",
    ),
    Case(
        "quotations within quotations",
        ("E310 write it flatter",),
        text="> " * 32 + "‸" + "> " * 8 + "It fell [@gazette].\n",
    ),
    Case(
        "raw HTML in a profile",
        ("E301",),
        edits={"locations/north-pier.md": (("The pier stands", "The ‸<b>pier stands"),)},
    ),
    Case(
        "a sentence without a citation, where the archive asks for one",
        ('E401 no source is named for "It was night."; say with [@key] where it is written',),
        text="It fell [@gazette]. ‸It was night.\n",
        whole=(("Text in Markdown. ", ""),),
        uncited_is_error=True,
    ),
)

WARNINGS = (
    Case(
        "a sentence without a citation",
        ('W401 no source is named for "It was night."',),
        text="It fell [@gazette].\n‸It was night.\n",
    ),
    Case(
        "stopped, but not all",
        ("W402 stopped, but 1 of 2 intercepted; say how in the note",),
        add=(
            "outcome: stopped\nweapons:\n  - ‸type: drone\n    launched: 2\n    intercepted: 1\n"
            "    sources: [gazette]"
        ),
    ),
    Case(
        "missed, but major damage",
        ("W403 the outcome is missed, the damage major; choose another outcome or level",),
        add="outcome: ‸missed\ndamage: {level: major, by: A, sources: [gazette]}",
    ),
    Case(
        "stopped, but major damage",
        ("W403 the outcome is stopped, the damage major",),
        add="outcome: ‸stopped\ndamage: {level: major, by: A, sources: [gazette]}",
    ),
    Case(
        "coordinates from nobody",
        ("W404 say in coordinate_source where they are from",),
        edits={
            "locations/north-pier.md": (
                ("latitude: ", "latitude: ‸"),
                ("coordinate_source: The harbour office's plan.\n", ""),
            )
        },
    ),
    Case(
        "entries that nothing names",
        (
            'W405 2:1 no brief or entry names the group "a"; delete the file, or',
            "W405 2:1",
            "W405 2:1",
            "W405 2:1",
        ),
        files={
            "groups/a.md": "---\nname: A\n---\n",
            "locations/a.md": _ENTRY,
            "sources/a.md": "---\ntitle: A\npublisher: B\npublished: unknown\n---\n",
            "weapons/a.md": "---\nname: A\n---\n",
        },
    ),
    Case(
        "a key without a value",
        ('W406 "claimed_by" has no value and is read as absent; fill it in or delete it; [] says',),
        add="‸claimed_by:",
    ),
    Case(
        "a required key without a value",
        ('E101 the field "title" is missing; add title: …', 'W406 "title"'),
        smallest=(("title: Rockets reported near South Pier", "‸‸title:"),),
    ),
    Case(
        "a # that cut off the title",
        ('W407 " #" ends the text here: only "Rockets at Pier" is read; put the text in quotes',),
        smallest=(("title: Rockets reported near South Pier", "title: ‸Rockets at Pier #2"),),
    ),
    Case(
        "a # before a number in a list",
        ('W407 " #" ends the text here: only "Who stood at pier" is read',),
        add="unknowns:\n  - ‸Who stood at pier # 2",
    ),
    Case(
        "a range's end without a value",
        ('W406 "high" has no value',),
        add=f"{_PEOPLE}    killed:\n      low: 4\n      ‸high:\n    sources: [gazette]",
    ),
)

CASES = (*FILES, *FIELDS, *TOGETHER, *TEXT, *WARNINGS)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_speaks(case: Case, tmp_path: Path) -> None:
    hold(case, tmp_path)


def test_every_rule_speaks_at_least_once() -> None:
    assert {expected[:4] for case in CASES for expected in case.finds} == set(RULES)
