"""Which briefs a feed tells of, and in which order."""

from pathlib import Path

from feeds_archives import FORMS, Written, built, names

CLAIMED = "claimed_by:\n  - {group: pier-front, sources: [gazette]}\n"
GONE = "claimed_by:\n  - {group: pier-front, sources: [gazette], standing: withdrawn}\n"
ATTRIBUTED = "attributed_to:\n  - {group: pier-front, by: Harbour office, sources: [gazette]}\n"
SERIES = (
    "attributed_to:\n"
    "  - {group: pier-front, by: Harbour office, scope: series, sources: [gazette]}\n"
)
SUPPORT = (
    "attributed_to:\n"
    "  - {group: pier-front, by: Harbour office, role: support, sources: [gazette]}\n"
)
DENIED = "denied_by:\n  - {group: pier-front, sources: [gazette]}\n"
WITHDRAWN = (
    "status: withdrawn\n"
    "revisions:\n  - {date: 2021-06-01, kind: withdrawal, note: It was a kite.}\n"
)


def test_a_groups_feed_holds_what_counts_as_claimed_or_attributed(tmp_path: Path) -> None:
    files = built(
        tmp_path,
        [
            Written("a-claimed", more=CLAIMED),
            Written("b-gone", more=GONE),
            Written("c-attributed", more=ATTRIBUTED),
            Written("d-series", more=SERIES),
            Written("e-support", more=SUPPORT),
            Written("f-denied", more=DENIED),
            Written("g-both", more=CLAIMED + ATTRIBUTED),
            Written("h-withdrawn", more=CLAIMED + WITHDRAWN),
            Written("i-draft", more=CLAIMED + "status: draft\n"),
            Written("j-merged", more=CLAIMED + "status: merged\nmerged_into: a-claimed\n"),
        ],
    )
    for name in FORMS:
        told = names(files[f"groups/pier-front/{name}"])
        assert told == ["g-both", "c-attributed", "a-claimed"]
        assert names(files[f"groups/coast/{name}"]) == []
        everything = names(files[name])
        assert everything == [
            "g-both",
            "f-denied",
            "e-support",
            "d-series",
            "c-attributed",
            "b-gone",
            "a-claimed",
        ]


def test_a_places_feed_holds_its_incidents(tmp_path: Path) -> None:
    there = Written("there", location="south-pier")
    both = Written("both", location="south-pier, north-pier")
    files = built(tmp_path, [Written("here"), there, both])
    for name in FORMS:
        assert names(files[f"locations/south-pier/{name}"]) == ["there", "both"]
        assert names(files[f"locations/north-pier/{name}"]) == ["here", "both"]


def test_newest_in_the_archive_first_and_of_one_day_by_id_descending(tmp_path: Path) -> None:
    files = built(
        tmp_path,
        [
            Written("b", added="2021-05-06", date="2021-01-01"),
            Written("d", added="2021-05-06", date="2020-01-01"),
            Written("c", added="2021-05-06", date="2021-05-05"),
            Written("a", added="2021-05-07", date="2019-01-01"),
            Written("z", added="2021-05-05", date="2021-05-05"),
        ],
    )
    for name in FORMS:
        assert names(files[name]) == ["a", "d", "c", "b", "z"]
