"""What the brief format leaves free, by example: none of it is a finding.

And what one fault must not cause: findings about all that it touches.
"""

import re
from pathlib import Path

import pytest

from building import HARBOUR, ROOT
from harbours import SMALLEST, WHOLE, Case, brief, copied, found_in, hold

_PEOPLE = "casualties:\n  - who: Sailors\n    side: coalition\n"
_BY = "by: A, sources: [gazette]"
_TITLE = "title: Rockets reported near South Pier"

FREE = (
    Case("the invented archive as it stands"),
    Case("an end on the same day", add="end_date: 2021-05-04"),
    Case(
        "an end on the same day, when only the beginning has a minute",
        smallest=(("\ndate: 2021-05-04", "\ndate: 2021-05-04T23:50+03:00"),),
        add="end_date: 2021-05-04",
    ),
    Case(
        "an end that is later by the clock of another offset",
        smallest=(("\ndate: 2021-05-04", "\ndate: 2021-05-04T01:00+03:00"),),
        add="end_date: 2021-05-03T23:00Z",
    ),
    Case(
        "a minute with seconds and Z",
        smallest=(("\ndate: 2021-05-04", "\ndate: 2021-05-04T04:10:59Z"),),
    ),
    Case(
        "approximate with its bounds",
        add="date_precision: approximate\ndate_earliest: 2021-05-03\ndate_latest: 2021-05-04",
    ),
    Case(
        "bounds on a day that is not approximate",
        add="date_earliest: 2021-05-04\ndate_latest: 2021-05-06",
    ),
    Case(
        "an id with the earliest day",
        smallest=(("\ndate: 2021-05-04", "\ndate: 2021-05-05"),),
        add="date_precision: approximate\ndate_earliest: 2021-05-04\ndate_latest: 2021-05-06",
    ),
    Case(
        "an id with a day that a revision corrected",
        smallest=(("\ndate: 2021-05-04", "\ndate: 2021-05-02"),),
        add="revisions: [{date: 2021-05-07, kind: correction, note: The day.}]",
    ),
    Case(
        "an id without a day",
        files={"briefs/a.md": brief("2021-05-04-a").replace("id: 2021-05-04-a", "id: a")},
    ),
    Case(
        "a month",
        files={
            "briefs/2021-05-somewhere.md": brief("2021-05-01-x", "date_precision: month").replace(
                "id: 2021-05-01-x", "id: 2021-05-somewhere"
            )
        },
    ),
    Case(
        "a # in quotes, inside a word, and before a comment",
        add='unknowns:\n  - "Pier #2"\n  - Pier#2\n  - Pier two # the second one\n  - Pier  #two',
    ),
    Case(
        "a month, with bounds in the middle of it",
        files={
            "briefs/2021-05-somewhere.md": brief(
                "2021-05-01-x",
                "date_precision: month",
                "date_earliest: 2021-05-03",
                "date_latest: 2021-05-05",
            ).replace("id: 2021-05-01-x", "id: 2021-05-somewhere")
        },
    ),
    Case(
        "folders of other people's beside those that are read",
        files={"pages/about.md": "Title: About\n\nText.", "images/read-me.md": "Notes."},
    ),
    Case(
        "a day that is tomorrow already where it was",
        files={"briefs/2021-05-10-a.md": brief("2021-05-10-a")},
    ),
    Case(
        "claims looked for, none found",
        add="claimed_by: []\nattributed_to: []\ndenied_by: []\nweapons: []\ncasualties: []",
    ),
    Case(
        "claimed, with a claim that stands beside one that does not",
        smallest=(("verification: reported", "verification: claimed"),),
        add=(
            "claimed_by:\n  - {group: harbour-brigade, sources: [gazette], standing: doubted}\n"
            "  - {group: coastal-republic, sources: [gazette]}"
        ),
    ),
    Case(
        "disputed, with who disputes it",
        smallest=(("verification: reported", "verification: disputed"),),
        add="disputed_by: [{by: Harbour office, sources: [gazette], date: 2021-05-05, note: x}]",
    ),
    Case(
        "an attribution to an actor in words",
        add="attributed_to: [{actor: Groups backed by somebody, by: A, sources: [gazette]}]",
    ),
    Case("a denial by somebody in words", add="denied_by: [{by: A spokesman, sources: [gazette]}]"),
    Case(
        "unknown counts without a source",
        add="weapons: [{type: unknown, launched: unknown, intercepted: unknown}]",
    ),
    Case("rows without counts", add=f"weapons: [{{type: drone}}]\n{_PEOPLE}"),
    Case("at least four", add=f"{_PEOPLE}    killed: {{low: 4}}\n    sources: [gazette]"),
    Case(
        "ranges with a best figure at either end",
        add=(
            f"{_PEOPLE}    killed: {{low: 4, high: 9, best: 4}}\n"
            "    injured: {low: 4, best: 6}\n    sources: [gazette]"
        ),
    ),
    Case(
        "accounts that tie, are unknown and superseded; no source of the row's own",
        add=(
            f"{_PEOPLE}    killed:\n"
            f"      - {{n: 4, {_BY}, best: true}}\n"
            f"      - {{n: {{low: 4}}, {_BY}}}\n"
            f"      - {{n: unknown, {_BY}}}\n"
            f"      - {{n: 9, {_BY}, superseded: true, as_of: 2021-05-05}}"
        ),
    ),
    Case(
        "more intercepted than one account of the launched, but not than another",
        add=(
            f"weapons:\n  - type: drone\n    launched: [{{n: 2, {_BY}}}, {{n: 5, {_BY}}}]\n"
            "    intercepted: 4\n    sources: [gazette]"
        ),
    ),
    Case(
        "at least two launched, three intercepted",
        add="weapons: [{type: drone, launched: {low: 2}, intercepted: 3, sources: [gazette]}]",
    ),
    Case(
        "one figure for several weapon types",
        add="weapons: [{type: [drone, one-way-attack-drone], launched: 3, sources: [gazette]}]",
    ),
    Case("two rows of one weapon type", add="weapons: [{type: drone}, {type: drone}]"),
    Case(
        "stopped, with fewer intercepted, but a note",
        add=(
            "outcome: stopped\nweapons:\n"
            "  - {type: drone, launched: 2, intercepted: 1, note: One fell, sources: [gazette]}"
        ),
    ),
    Case(
        "stopped, with at least one intercepted",
        add=(
            "outcome: stopped\nweapons:\n"
            "  - {type: drone, launched: 2, intercepted: {low: 1}, sources: [gazette]}"
        ),
    ),
    Case(
        "stopped, with minor damage",
        add="outcome: stopped\ndamage: {level: minor, by: A, sources: [gazette]}",
    ),
    Case("damage unknown, in one word", add="damage: unknown"),
    Case(
        "a place in international waters",
        smallest=(("locations: [south-pier]", "locations: [south-pier, the-strait]"),),
        files={
            "locations/the-strait.md": "---\nname: The Strait\ncountry: XZ\nkind: strait\n---\n"
        },
    ),
    Case(
        "a total of land and sea",
        edits={
            "totals/2021-05-09-coalition.md": (
                (
                    "by_country: {IS: 3}",
                    "by_country: {IS: 2, XZ: unknown}\ncountries: [IS]\nsea: true\nofficial: false",
                ),
            )
        },
    ),
    Case(
        "a draft that names others",
        files={
            "briefs/a.md": brief(
                "2021-05-04-a", "status: draft", "related: [2021-05-04-north-pier-drones]"
            ).replace("id: 2021-05-04-a", "id: a")
        },
    ),
    Case(
        "withdrawn with its reason",
        add=(
            "status: withdrawn\n"
            "revisions: [{date: 2021-05-07, kind: withdrawal, note: It was a drill.}]"
        ),
    ),
    Case(
        "merged into another, by its alias",
        add="status: merged\nmerged_into: pier",
        whole=(("status: published", "aliases: [pier]\nstatus: published"),),
    ),
    Case(
        "a figure shared by others, and another one for other people",
        add=(
            f"{_PEOPLE}    shared_with: [2021-05-04-north-pier-drones]\n"
            "    injured: 3\n    sources: [gazette]"
        ),
    ),
    Case(
        "a title that other readers take for false",
        smallest=((_TITLE, "title: no"),),
    ),
    Case(
        "a title that other readers take for 83",
        smallest=((_TITLE, "title: 0123"),),
    ),
    Case(
        "a title that other readers take for seconds",
        smallest=((_TITLE, "title: 12:30"),),
    ),
    Case(
        "titles that other readers take for nothing",
        smallest=((_TITLE, "title: ~"),),
        add="target: null",
    ),
    Case(
        "values in quotes",
        smallest=(
            ("added: 2021-05-05", 'added: "2021-05-05"'),
            ("verification: reported", "verification: 'reported'"),
            ("locations: [south-pier]", "locations: ['south-pier']"),
        ),
        add='"outcome": "hit"',
    ),
    Case(
        "a colon and a comma in quotes",
        smallest=((_TITLE, 'title: "Attack: two, or more"'),),
    ),
    Case(
        "texts over several lines",
        add="time_note: >\n  Before dawn;\n  the hour differs.\ntarget: The pier,\n  and the ships",
    ),
    Case(
        "comments",
        smallest=(
            ("id: 2021", "# a comment\n\n  # another\nid: 2021"),
            ("added: 2021-05-05", "added: 2021-05-05 # day"),
        ),
    ),
    Case(
        "a title of 140 characters",
        smallest=((_TITLE, f"title: {'ä' * 140}"),),
    ),
    Case(
        "a source in print only",
        smallest=(("    url: https://example.org/rockets\n", "    note: p. 3\n"),),
    ),
    Case("a source without a day", smallest=(("published: 2021-05-05", "published: unknown"),)),
    Case(
        "a sound text of every kind",
        text=(
            "## Night\n\nHe said:\n\n- It fell [@gazette, p. 3].\n\n"
            "| a | b |\n|---|---|\n| c | d |\n\n"
            "`[@code]` fell, says [the page](https://a.example) [@gazette; @gazette].\n"
        ),
    ),
    Case("no text at all", add="damage: {level: minor, by: A, sources: [gazette]}", text=""),
    Case(
        "a relation with its source",
        edits={
            "groups/harbour-brigade.md": (
                (
                    "summary:",
                    "sources:\n  - {key: own, title: x, publisher: y, published: unknown}\n"
                    "relations: [{says: Allied to the Republic, by: A, sources: [own]}]\n"
                    "same_as: [https://www.wikidata.org/wiki/Q1]\nsummary:",
                ),
            )
        },
    ),
    Case(
        "a registry in folders of its own, hidden files, copies that editors leave",
        files={
            "sources/2021/.x.md": "x",
            "sources/2021/x.md~": "x",
            "briefs/.DS_Store": b"\0",
            "pages/about.md": "Title: x\n",
        },
    ),
)


@pytest.mark.parametrize("case", FREE, ids=str)
def test_what_is_free_is_no_finding(case: Case, tmp_path: Path) -> None:
    hold(case, tmp_path)


_CONSEQUENCES = (
    Case(
        "claims of a wrong shape: the grade, their sources and their group are not told as well",
        ("E103",),
        smallest=(("verification: reported", "verification: claimed"),),
        add="claimed_by: ‸{group: harbour-brigade, sources: [gazette]}",
        text="",
    ),
    Case(
        "a misspelt key: what it holds is neither missing nor unused",
        ('E102 unknown key "source"; did you mean "sources"?',),
        add="claimed_by:\n  - group: harbour-brigade\n    ‸source: [gazette]",
        text="",
    ),
    Case(
        "a wrong list of locations: the weapons' places are not told as well",
        ("E103",),
        smallest=(("locations: [south-pier]", "locations: ‸south-pier"),),
        add="weapons: [{type: drone, location: south-pier}]",
    ),
    Case(
        "sources of a wrong shape are no missing sources",
        ("E103",),
        add=f"{_PEOPLE}    killed: 1\n    sources: ‸gazette",
        text="",
    ),
    Case(
        "items of a wrong shape are neither by nobody nor to nobody",
        ("E103", "E103"),
        add="attributed_to: [‸harbour-brigade]\ndenied_by: [‸harbour-brigade]",
    ),
    Case(
        "an unknown outcome and level are not compared",
        ("E105", "E105"),
        add="outcome: ‸stoped\ndamage: {level: ‸mayor, by: A, sources: [gazette]}",
    ),
    Case(
        "a day that is none has no other faults",
        ("E108",),
        smallest=(("\ndate: 2021-05-04", "\ndate: ‸04/05/2021"),),
        add=(
            "end_date: 2021-05-04\ndate_precision: month\n"
            "date_earliest: 2021-05-01\ndate_latest: 2021-05-04"
        ),
    ),
    Case(
        "a citation that cannot be read names its source, and its sentence cites",
        ("E306",),
        text="It fell ‸[@gazette][@gazette].\n",
    ),
    Case(
        "an entry named by a misspelling is used",
        ("E104",),
        files={"weapons/torpedo.md": "---\nname: Torpedo\n---\n"},
        add="weapons: [{type: ‸torpdo}]",
    ),
    Case(
        "a brief that cannot be read may name what seems unused",
        ("E005",),
        files={
            "weapons/torpedo.md": "---\nname: Torpedo\n---\n",
            "briefs/a.md": "---\ntitle: a‸: b: c\n---\n",
        },
    ),
    Case(
        "a registry file that cannot be read is there for those who name it",
        ("E006",),
        edits={"groups/coastal-republic.md": (("name: ", "name: ‸!x "),)},
    ),
    Case(
        "a brief that cannot be read is there for those who name it",
        ("E003",),
        files={SMALLEST: "‸No front matter.\n"},
    ),
)


@pytest.mark.parametrize("case", _CONSEQUENCES, ids=str)
def test_one_fault_is_one_finding(case: Case, tmp_path: Path) -> None:
    hold(case, tmp_path)


@pytest.mark.parametrize("path", [WHOLE, SMALLEST])
def test_line_ends_and_a_byte_order_mark_change_nothing(path: str, tmp_path: Path) -> None:
    content = copied(tmp_path)
    data = (content / path).read_bytes()
    for changed in (
        data.replace(b"\n", b"\r\n"),
        data.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + data,
        data.replace(b"\n---\n", b"\n---  \n"),
    ):
        (content / path).write_bytes(changed)
        assert found_in(content) == []


def test_the_examples_of_the_brief_format_are_sound() -> None:
    """The two blocks of the contract are files of the invented archive, word for word."""
    told = (ROOT / "docs" / "brief-format.md").read_text("utf-8")
    smallest, whole = re.findall(r"^```yaml\n(.*?)^```$", told, flags=re.S | re.M)
    assert (HARBOUR / SMALLEST).read_text("utf-8") == smallest
    assert (HARBOUR / WHOLE).read_text("utf-8") == whole
    assert found_in(HARBOUR) == []


def test_the_smallest_brief_alone_is_sound(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / WHOLE).unlink()
    assert {finding.code for finding in found_in(content)} == {"W405"}
    assert all(SMALLEST not in finding.path for finding in found_in(content))
