"""A save made while a build runs, or just behind it, is built."""

from pathlib import Path

import pytest
from door_sites import ROCKETS, harbour, page_of, plugin, settings_file
from door_watching import until, watching
from watchfiles import Change

from building import Place
from dateline.door.inputs import Inputs

SAVER = """
import os
from pathlib import Path
from pelican import signals

def save(pelican):
    '''Saves the file once, while the build that has read it still runs.'''
    flag = Path(os.environ["FLAG"])
    if not flag.exists():
        flag.touch()
        path = Path(os.environ["SAVE"])
        path.write_text(path.read_text().replace(*os.environ["CHANGE"].split("|")))

def register():
    signals.finalized.connect(save)
"""


def saving(folder: Path, path: str, change: str) -> tuple[Place, str]:
    """A site with a plugin that saves a file of its folder during the first build."""
    site = harbour(folder, SAVE=str(folder / path), CHANGE=change, FLAG=str(folder / "saved"))
    plugin(site, "saver", SAVER)
    return site, settings_file(site, parts="[*PLUGINS, 'saver']")


@pytest.mark.parametrize(
    ("path", "change", "shown"),
    [
        (f"content/briefs/2021/{ROCKETS}.md", "Rockets reported near|Flares near", "Flares near"),
        ("conf.py", "PLUGINS = |SITENAME = 'Renamed'; PLUGINS = ", "Renamed"),
    ],
    ids=["a brief", "the settings"],
)
def test_what_is_saved_during_a_build_is_built(
    tmp_path: Path, path: str, change: str, shown: str
) -> None:
    site, settings = saving(tmp_path, path, change)
    command = site.command("-r", settings=settings)
    with watching(command, site.environment, tmp_path) as watcher:
        watcher.wait_for("Published 5 briefs(.|\n)*Published 5 briefs")
        assert shown in page_of(site)
        assert watcher.is_quiet(1.5), "it builds although nothing was saved"


def test_what_was_saved_before_the_wait_ends_it_at_once(tmp_path: Path) -> None:
    saved = tmp_path / "brief.md"
    saved.write_text("one")
    inputs = Inputs([tmp_path], [])
    saved.write_text("another")
    assert inputs.wait("", {}) == {(Change.modified, str(saved))}


def test_a_file_that_came_or_went_ends_the_wait(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("one")
    inputs = Inputs([tmp_path], [])
    (tmp_path / "old.md").unlink()
    (tmp_path / "new.md").write_text("two")
    assert {Path(path).name for _, path in inputs.wait("", {})} == {"old.md", "new.md"}


def test_ignored_files_end_no_wait(tmp_path: Path) -> None:
    inputs = Inputs([tmp_path], [".*"])
    (tmp_path / ".brief.md.swp").write_text("an editor's own")
    assert inputs.changes() == set()


def test_a_save_in_the_moment_behind_a_build_is_built(tmp_path: Path) -> None:
    """Many times in a row: whatever the moment, the last save is on the page."""
    site = harbour(tmp_path)
    path = site.content / "pages" / "about.md"
    with watching(site.command("-r"), site.environment, tmp_path) as watcher:
        here = watcher.wait_for("Published")
        for number in range(5):
            path.write_text(f"Title: About\nDescription: x\n\nSave {number}\n")
            here = watcher.wait_for("Published", after=here)
        page = site.output / "about" / "index.html"
        until(lambda: "Save 4" in page.read_text(), "the last save is on the page")
