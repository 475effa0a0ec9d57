"""Killed before any change to the disk, the whole command leaves the old site or the new one."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from door_sites import DRONES, brief, built, edit, harbour, plugin, settings_file

from building import Place, Ran
from dateline.publish import leftovers

# Kills the build before its n-th change to the disk, or counts them.
KILLER = """
import os, signal
from pathlib import Path
from dateline.publish import Disk

changes = 0

def before(disk, change, path):
    global changes
    changes += 1
    if changes == int(os.environ.get("KILL_BEFORE", "0")):
        os.kill(os.getpid(), signal.SIGKILL)
    if "COUNT" in os.environ:
        Path(os.environ["COUNT"]).write_text(str(changes))

def register():
    Disk.before = before
"""
KILLED = -9

# Every change to the disk is tried with three builds: so a site of few files, which edits, deletes
# and adds of the same kinds as a large one.
PARTS = "['dateline.briefs', 'dateline.timeline', 'dateline.sitemap', 'killer']"


def _edit(place: Place) -> None:
    edit(brief(place), "Rockets reported", "Rockets heard")


def _delete(place: Place) -> None:
    brief(place, "2021-05-03-y").unlink()


def _rename(place: Place) -> None:
    """Its page stays as a redirect, and the site has one folder more."""
    brief(place, "2021-05-03-y").unlink()
    named = third("2021-05-03-z").replace("added:", "aliases: [2021-05-03-y]\nadded:")
    brief(place, "2021-05-03-z").write_text(named)


def _all(place: Place) -> None:
    """A brief is edited, another one deleted, a third is new."""
    _edit(place)
    _delete(place)
    brief(place, "2021-05-05-x").write_text(third("2021-05-05-x"))


CHANGES: Mapping[str, Callable[[Place], None]] = {
    "edit": _edit,
    "delete": _delete,
    "rename": _rename,
    "all": _all,
}


@dataclass(slots=True)
class Trial:
    """A site with a build to be killed: that of one of the CHANGES."""

    place: Place
    settings: str
    what: str = "all"

    def old(self) -> dict[str, bytes]:
        """Builds what stands before."""
        brief(self.place).write_text(self.rockets)
        for new in ("2021-05-05-x", "2021-05-03-z"):
            brief(self.place, new).unlink(missing_ok=True)
        brief(self.place, "2021-05-03-y").write_text(third("2021-05-03-y"))
        built(self.place, settings=self.settings)
        return self.place.tree()

    @property
    def rockets(self) -> str:
        return (self.place.folder / "rockets.md").read_text()

    def change(self) -> None:
        CHANGES[self.what](self.place)

    def killed(self, number: int) -> Ran:
        environment = {**self.place.environment, "KILL_BEFORE": str(number)}
        return Place(self.place.folder, environment).pelican(settings=self.settings)


def third(slug: str) -> str:
    return f"""---
id: {slug}
title: A boat was seen
summary: A boat was seen.
added: 2021-05-05
date: {slug[:10]}
locations: [south-pier]
verification: reported
sources: [gazette-2021-05-06]
---
A boat was seen [@gazette-2021-05-06].
"""


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    place = harbour(tmp_path)
    edit(brief(place, DRONES), "related: ", "# related: ")
    edit(brief(place, DRONES), "  - 2021-05-04-south-pier-rockets\n# response_to", "# response_to")
    (tmp_path / "rockets.md").write_text(brief(place).read_text())
    plugin(place, "killer", KILLER)
    return Trial(place, settings_file(place, parts=PARTS))


def fresh(trial: Trial) -> dict[str, bytes]:
    """The site of the content as it is, built where none was."""
    output = str(trial.place.folder / "fresh" / "site")
    built(trial.place, settings=trial.settings, output=output)
    return Place(trial.place.folder / "fresh").tree()


def changes_of_the_build(trial: Trial) -> int:
    """How many changes to the disk the build makes."""
    count = trial.place.folder / "count"
    counting = Place(trial.place.folder, {**trial.place.environment, "COUNT": str(count)})
    built(counting, settings=trial.settings)
    return int(count.read_text())


def survives(trial: Trial, before: dict[str, bytes], after: dict[str, bytes], number: int) -> None:
    ran = trial.killed(number)
    assert ran.code == KILLED, f"change {number}: {ran.out}"
    left = trial.place.tree()
    assert left in (before, after), f"killed before change {number}, it is neither old nor new"
    built(trial.place, settings=trial.settings)
    assert trial.place.tree() == after, f"the build behind the kill before change {number}"


def prepared(trial: Trial) -> tuple[dict[str, bytes], dict[str, bytes], int]:
    before = trial.old()
    trial.change()
    after = fresh(trial)
    changes = changes_of_the_build(trial)
    assert trial.place.tree() == after
    assert before != after
    return before, after, changes


def test_killed_before_some_changes(trial: Trial) -> None:
    before, after, changes = prepared(trial)
    for number in (1, changes // 2):
        assert trial.old() == before
        trial.change()
        survives(trial, before, after, number)


@pytest.mark.long
@pytest.mark.parametrize("what", CHANGES)
def test_killed_before_every_change(trial: Trial, what: str) -> None:
    trial.what = what
    before, after, changes = prepared(trial)
    for number in range(1, changes + 1):
        assert trial.old() == before
        trial.change()
        survives(trial, before, after, number)


@pytest.mark.long
def test_killed_before_every_change_of_the_first_build(trial: Trial) -> None:
    """There is nothing old: the folder is not there, or is the whole new site."""
    after = fresh(trial)
    changes = changes_of_the_build(trial)
    for number in range(1, changes + 1):
        for path in [trial.place.output, *leftovers(trial.place.output)]:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        survives(trial, {}, after, number)


@pytest.mark.long
def test_killed_at_a_hundred_moments(tmp_path: Path) -> None:
    """With every part, and at moments, not at changes: spread over the time that a build takes."""
    site = harbour(tmp_path)
    built(site)
    texts = [brief(site).read_text(), brief(site).read_text().replace("Rockets", "Lights")]
    whole = []
    for text in texts:
        brief(site).write_text(text)
        began = time.monotonic()
        built(site)
        took = time.monotonic() - began
        whole.append(site.tree())
    dice = random.Random(1)
    for number in range(100):
        brief(site).write_text(texts[number % 2])
        process = subprocess.Popen(
            site.command(),
            env={**os.environ, **site.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(took * dice.uniform(0.3, 1.0))
        process.kill()
        process.wait()
        assert site.tree() in whole, f"kill {number}: neither the old site nor the new one"
        if number % 10 == 9:
            built(site)
            assert site.tree() == whole[number % 2], f"the build behind kill {number}"
