"""The feed of corrections: one item for each revision, and the same limits as any other feed."""

from dataclasses import replace
from pathlib import Path

import pytest
from feeds_archives import (
    FORMS,
    SETTINGS,
    Written,
    built,
    entries,
    ids,
    items,
    links,
    names,
    parsed,
    small,
    statements,
    titles,
    whole_history,
)

from dateline import briefs

PLACE = "corrections/"


def revisions(*written: str) -> str:
    return "revisions:\n" + "".join(f"  - {{{one}}}\n" for one in written)


def numbered(count: int) -> str:
    return revisions(
        *(f"date: 2022-01-{n:02d}, kind: update, note: No. {n}." for n in range(1, count + 1))
    )


CORRECTED = Written(
    "2021-05-04-north-pier-drones",
    title="Drones <near> the pier",
    more=revisions(
        "date: 2021-05-06, kind: update, note: A source was added.",
        "date: 2021-05-07, kind: correction, note: 'Injured: 4 & more → 12.'",
    ),
)
WITHDRAWN = Written(
    "2021-05-03-kite",
    date="2021-05-03",
    more="status: withdrawn\n"
    + revisions("date: 2021-06-01, kind: withdrawal, note: It was a kite."),
)
MERGED = Written(
    "2021-05-02-twice",
    date="2021-05-02",
    more=f"status: merged\nmerged_into: {CORRECTED.id}\n"
    + revisions("date: 2021-05-08, kind: update, note: Told in another brief."),
)
DRAFT = Written(
    "2021-05-01-draft",
    date="2021-05-01",
    more="status: draft\n" + revisions("date: 2021-05-09, kind: update, note: Not yet."),
)
ALL = (CORRECTED, WITHDRAWN, MERGED, DRAFT, Written("2021-05-05-unchanged", date="2021-05-05"))


def test_every_revision_of_a_brief_with_a_page_is_told_newest_first(tmp_path: Path) -> None:
    files = built(tmp_path, ALL)
    for name in FORMS:
        assert ids(files[PLACE + name]) == [
            "tag:feeds.example.net,2021:briefs/2021-05-03-kite/r1",
            "tag:feeds.example.net,2021:briefs/2021-05-02-twice/r1",
            "tag:feeds.example.net,2021:briefs/2021-05-04-north-pier-drones/r2",
            "tag:feeds.example.net,2021:briefs/2021-05-04-north-pier-drones/r1",
        ]


def test_a_withdrawn_or_merged_brief_is_in_no_other_feed(tmp_path: Path) -> None:
    files = built(tmp_path, ALL)
    for path, data in files.items():
        if not path.startswith(PLACE):
            assert not {WITHDRAWN.id, MERGED.id, DRAFT.id} & set(names(data)), path


def test_revisions_of_one_day_come_by_id_and_number_descending(tmp_path: Path) -> None:
    eleven = revisions(*(f"date: 2021-06-01, kind: update, note: No. {n}." for n in range(1, 12)))
    files = built(tmp_path, [Written("b", more=eleven), Written("c", more=numbered(1))])
    for name in FORMS:
        assert names(files[PLACE + name]) == ["c/r1", *(f"b/r{n}" for n in range(11, 0, -1))]


def test_titles_say_the_day_and_what_was_done(tmp_path: Path) -> None:
    files = built(tmp_path, ALL)
    for name in FORMS:
        assert titles(files[PLACE + name]) == [
            "1 June 2021: Withdrawn: Drones at the pier",
            "8 May 2021: Updated: Drones at the pier",
            "7 May 2021: Corrected: Drones <near> the pier",
            "6 May 2021: Updated: Drones <near> the pier",
        ]


def test_an_item_holds_the_note_the_incident_and_the_grade_as_it_is_now(tmp_path: Path) -> None:
    files = built(tmp_path, ALL)
    pages = f"{SETTINGS.url}/briefs"
    for name in FORMS:
        said = statements(files[PLACE + name])
        assert said[2] == (
            "<p>Injured: 4 &amp; more → 12.</p>"
            f'<p>The incident: <a href="{pages}/{CORRECTED.id}/">Drones &lt;near&gt; the pier</a>, '
            "4 May 2021.</p><p>Grade now: Reported.</p>"
        )
        assert said[0].endswith("<p>Grade now: Withdrawn.</p>")
        assert said[1].endswith("<p>Grade now: Merged.</p>")
    grades = [item["_dateline"]["grade"] for item in items(files[f"{PLACE}feed.json"])]
    assert grades == ["withdrawn", "merged", "reported", "reported"]
    assert [item["url"] for item in items(files[f"{PLACE}feed.json"])] == [
        f"{pages}/{one.id}/" for one in (WITHDRAWN, MERGED, CORRECTED, CORRECTED)
    ]


def test_both_dates_are_the_day_of_the_revision(tmp_path: Path) -> None:
    files = built(tmp_path, [CORRECTED])
    day = "2021-05-07T00:00:00"
    entry = parsed(files[f"{PLACE}atom.xml"]).entries[0]
    assert (entry.published, entry.updated) == (f"{day}+00:00",) * 2
    item = items(files[f"{PLACE}feed.json"])[0]
    assert (item["date_published"], item["date_modified"]) == (f"{day}Z",) * 2
    rss = next(entries(files[f"{PLACE}feed.xml"]))
    assert rss.findtext("pubDate") == "Fri, 07 May 2021 00:00:00 +0000"


def test_a_renamed_brief_keeps_the_ids_of_its_revisions(tmp_path: Path) -> None:
    renamed = replace(
        CORRECTED, id="2021-05-04-zebra", more=f"aliases: [{CORRECTED.id}]\n{CORRECTED.more}"
    )
    before, after = built(tmp_path / "1", [CORRECTED]), built(tmp_path / "2", [renamed])
    for name in FORMS:
        assert ids(before[PLACE + name]) == ids(after[PLACE + name])


def test_an_edit_of_the_brief_makes_no_item(tmp_path: Path) -> None:
    edited = replace(CORRECTED, title="Another title", date="2021-05-02")
    before, after = built(tmp_path / "1", [CORRECTED]), built(tmp_path / "2", [edited])
    for name in FORMS:
        assert ids(before[PLACE + name]) == ids(after[PLACE + name])
        assert before[PLACE + name] != after[PLACE + name]


def test_older_revisions_stand_in_archive_pages_that_stay(tmp_path: Path) -> None:
    before: dict[str, bytes] = {}
    for count in range(20):
        written = [Written("brief", more=numbered(count) if count else "")]
        files = built(tmp_path / str(count), written, small(6))
        for name in FORMS:
            told = dict.fromkeys(whole_history(files, PLACE + name, SETTINGS))
            assert list(told) == [f"brief/r{n}" for n in range(count, 0, -1)]
        pages = {path: files[path] for path in files if f"{PLACE}" in path and "-archive-" in path}
        assert {path: pages[path] for path in before} == before
        before = pages
    assert len(before) == 3 * 5


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_hundred_kilobytes_are_the_limit_here_too(tmp_path: Path, count: int) -> None:
    """Of each brief twenty revisions, as long as the format allows."""
    note = "&" * 1900
    lines = [f"date: 2022-01-01, kind: update, note: '{note} {n}'" for n in range(1, 21)]
    files = built(tmp_path, [Written(f"b{n}", more=revisions(*lines)) for n in range(count)])
    expected = [f"b{n}/r{r}" for n in reversed(range(count)) for r in range(20, 0, -1)]
    for name in FORMS:
        assert len(files[PLACE + name]) <= 100_000
        assert list(dict.fromkeys(whole_history(files, PLACE + name))) == expected
        assert all("Grade now: Reported." in said for said in statements(files[PLACE + name]))


def test_without_revisions_the_feed_is_sound_and_empty(tmp_path: Path) -> None:
    files = built(tmp_path, [Written("brief")])
    for name in FORMS:
        assert ids(files[PLACE + name]) == []
    assert parsed(files[f"{PLACE}atom.xml"]).feed.updated == "2021-01-01T00:00:00+00:00"


def test_without_a_page_of_corrections_the_feed_leads_home(tmp_path: Path) -> None:
    files = built(tmp_path, [CORRECTED], without=[briefs.outputs])
    assert links(files[f"{PLACE}atom.xml"])["alternate"] == f"{SETTINGS.url}/"
    for name in FORMS:
        assert "<a " not in statements(files[PLACE + name])[0]
