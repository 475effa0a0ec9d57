"""Whatever is edited, in whatever order: the findings are those of a full check, byte for byte.

And where nothing is wrong, the archive is that of a full reading.
"""

import os
import random
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_runs import Runs, assert_same, assert_same_archive, files, runs

from children import hold_in_a_child
from dateline.check import Policy
from dateline.findings import has_errors
from harbours import POLICY, brief

_LIMIT_IN_SECONDS = 240
_PROPERTY = settings(
    max_examples=120,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

_ROCKETS = "2021-05-04-south-pier-rockets"
_DRONES = "2021-05-04-north-pier-drones"
_BOAT = "2021-05-02-outer-roads-boat"
_WRECK = "2021-05-02-outer-roads-wreck"
_FIGURE = "casualties: [{{who: Sailors, side: coalition, injured: 20, sources: [gazette], {}}}]\n"

# Lines for the front matter of a brief or of an entry; where they do not belong they are errors.
_LINES = (
    *("status: draft\n", "status: withdrawn\n", "related: [2021-05-04-south-pier-rockets]\n"),
    *(f"related: [{name}]\n" for name in (_DRONES, _BOAT, _WRECK, "2021-05-04-nothing", "extra-0")),
    *(f"aliases: [{name}]\n" for name in (_ROCKETS, _BOAT, "an-alias", "gazette")),
    *(f"status: merged\nmerged_into: {name}\n" for name in (_WRECK, _BOAT, _ROCKETS, "extra-0")),
    *(_FIGURE.format(f"shared_with: [{name}]") for name in (_ROCKETS, _DRONES, _BOAT, "an-alias")),
    *("response_to: [an-alias]\n", "locations: [north-pier]\n", "locations: [nowhere]\n"),
    *("parents: [harbour-brigade]\n", "parents: [coastal-republic]\n", "parent: drone\n"),
    *("parent: one-way-attack-drone\n", "unknowns: [Pier #2]\n", "time_note:\n", "extra: 1\n"),
    *("end_date: 2021-05-01\n", "sources: [gazette-2021-05-06]\n", "x: [\n", "added: 2021-05-06\n"),
)
_WORDS = (
    *("2021-05-04", "2021-05-12", "2021-05-01", "south-pier", "north-pier", "nowhere", "drone"),
    *("one-way-attack-drone", "harbour-brigade", "coastal-republic", "gazette-2021-05-06"),
    *("coalition-2021-05-04", "gazette", "published", "draft", "merged", "withdrawn", "confirmed"),
    *(_ROCKETS, _DRONES, _BOAT, _WRECK, "2021-05-02-outer-roads-craft", "an-alias", "reported"),
)
_TEXTS = (
    "\nNobody said so.\n",
    "\nAll said so [@gazette].\n",
    "\n<b>x</b>\n",
    "\n[@a][@b]\n",
    "\0",
)


def _edit(content: Path, dice: random.Random) -> None:
    """One edit of any kind: sensible ones, senseless ones, and those of the system."""
    chosen = dice.choice(files(dice.choice((content, content / "briefs"))) or files(content))
    data = chosen.read_bytes()
    match dice.randrange(12):
        case 0 | 1:
            added = dice.choice(_LINES).encode()
            chosen.write_bytes(data.replace(b"---\n", b"---\n" + added, 1))
        case 2 | 3:
            words = [word for word in _WORDS if word.encode() in data] or ["---"]
            old, new = dice.choice(words).encode(), dice.choice(_WORDS).encode()
            chosen.write_bytes(data.replace(old, new, dice.choice((1, -1))))
        case 4:
            chosen.write_bytes(data + dice.choice(_TEXTS).encode())
        case 5:
            chosen.unlink()
        case 6:
            other = dice.choice(files(content))
            os.replace(other, chosen)
        case 7:
            name = dice.choice(("a", "an-alias", "gazette", "drone", chosen.stem))
            folder = chosen.parent / dice.choice((".", "more"))
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.md").write_bytes(data)
        case 8:
            slug = f"2021-05-04-extra-{dice.randrange(3)}"
            line = dice.choice(("", *_LINES)).removesuffix("\n")
            path = content / "briefs" / f"{slug}.md"
            path.write_text(brief(slug, *([line] if line else [])), "utf-8")
        case 9:
            os.utime(chosen, (dice.randrange(2_000_000_000), dice.randrange(2_000_000_000)))
        case 10:
            at = dice.randrange(len(data) + 1)
            chosen.write_bytes(data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :])
        case 11:
            stale = dice.choice(files(content))
            written = stale.read_bytes()
            stale.unlink()
            stale.write_bytes(written)


def _any_edits_are_found_as_in_a_full_check() -> None:
    @_PROPERTY
    @given(st.integers(0, 2**32), st.integers(1, 6), st.booleans())
    def hold(seed: int, steps: int, is_strict: bool) -> None:
        dice = random.Random(seed)
        with tempfile.TemporaryDirectory() as folder:
            place = runs(Path(folder))
            _compare(place, POLICY)
            whole = {path: path.read_bytes() for path in files(place.content)}
            for _ in range(steps):
                for _ in range(dice.choice((1, 1, 1, 2, 4))):
                    if files(place.content):
                        _edit(place.content, dice)
                days = timedelta(days=dice.choice((0, 0, 0, -7, 7)))
                _compare(place, Policy(POLICY.today + days, uncited_is_error=is_strict))
                if dice.random() < 0.3:  # back to where nothing is wrong
                    for path in files(place.content):
                        if path not in whole:
                            path.unlink()
                    for path, data in whole.items():
                        path.write_bytes(data)

    hold()


def _compare(place: Runs, policy: Policy) -> None:
    found = place.check(policy)
    assert_same(found, place.fully(policy))
    if not has_errors(found.findings):
        assert_same_archive(found, place)
    assert place.said == []


def hold_all(_: str) -> None:
    _any_edits_are_found_as_in_a_full_check()


def test_any_edits_are_found_as_in_a_full_check(capfd: pytest.CaptureFixture[str]) -> None:
    hold_in_a_child(hold_all, "", _LIMIT_IN_SECONDS, capfd)
