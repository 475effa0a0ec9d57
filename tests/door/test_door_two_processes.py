"""The real site, which is large enough for two processes: the same bytes with one, and whole or not
at all when one of them is lost."""

import os
import random
from pathlib import Path

import pytest
from door_sites import built, plugin, refused, settings_file

from building import CONTENT, Place, place

# Kills or confuses the second process while it makes files.
BEHAVING = """
import os, signal
from dateline.workers import division

ours, real = os.getpid(), division._tried

def tried(n, do):
    if os.getpid() != ours:
        {what}
    return real(n, do)

def register():
    division._tried = tried
"""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as one process makes it."""
    site = place(tmp_path_factory.mktemp("one") / "x", CONTENT, DATELINE_PROCESSES="1")
    built(site)
    return site.tree()


def real(folder: Path, **environment: str) -> Place:
    return place(folder / "x", CONTENT, **environment)


def test_two_processes_make_the_same_site(tmp_path: Path, one: dict[str, bytes]) -> None:
    site = real(tmp_path, DATELINE_PROCESSES="2")
    built(site)
    assert site.tree() == one


def test_the_order_of_parts_makes_no_difference(tmp_path: Path, one: dict[str, bytes]) -> None:
    site = real(tmp_path)
    built(site, settings=settings_file(site, parts="PLUGINS[::-1]"))
    assert site.tree() == one


def test_the_times_of_files_make_no_difference(tmp_path: Path, one: dict[str, bytes]) -> None:
    """Also where an earlier build knew them by other times."""
    site = real(tmp_path)
    dice = random.Random(1)
    for _ in range(2):
        for path in sorted(site.content.rglob("*.md")):
            moment = dice.randrange(10**9, 2 * 10**9)
            os.utime(path, (moment, moment))
        built(site)
        assert site.tree() == one


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "was lost: it was killed by signal 9 (SIGKILL)"),
        ("os._exit(3)", "was lost: it ended with exit code 3"),
    ],
    ids=["killed", "gone"],
)
def test_a_build_that_loses_its_second_process_leaves_the_old_site(
    tmp_path: Path, one: dict[str, bytes], what: str, said: str
) -> None:
    site = real(tmp_path, DATELINE_PROCESSES="2")
    built(site)
    plugin(site, "behaving", BEHAVING.format(what=what))
    for path in (site.content / "locations").glob("*.md"):
        path.write_text(
            path.read_text().replace("\nname: ", "\nname: The ").replace('The "', '"The ')
        )
    out = refused(site, settings=settings_file(site, parts="[*PLUGINS, 'behaving']"))
    assert said in out
    assert "nothing was published" in out
    assert site.tree() == one
    built(site)
    assert site.tree() != one
