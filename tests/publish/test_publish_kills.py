"""Whenever a build is killed, the folder is the old or the new one, and the next build heals."""

import os
import signal
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import pytest
from publish_trees import Snapshot, build, put, snapshot, tree_of

from dateline.publish import Disk, leftovers

OLD = {
    "index.html": "two briefs",
    "briefs/a/index.html": "a",
    "briefs/b/index.html": "b",
    "feeds/all.xml": "a, b",
    "data": "a file that becomes a folder",
    "groups/x/index.html": "a folder that becomes a file",
    "theme/site.css": "unchanged",
}
NEW = {
    "index.html": "two other briefs",
    "briefs/a/index.html": "a, edited",
    "briefs/c/index.html": "c",
    "feeds/all.xml": "a, c",
    "data/all.json": "[]",
    "groups": "a file",
    "theme/site.css": "unchanged",
}
FOREIGN = {"CNAME": "example.org", "briefs/b/notes.txt": "by hand", "drafts/x/y.txt": "by hand"}


class KilledBefore(Disk):
    """Kills its own process before the n-th change to the disk."""

    def __init__(self, n: int) -> None:
        self.left = n

    def before(self, change: str, path: bytes) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def killed(target: Path, files: Mapping[str, str], n: int) -> bool:
    """Build in a child that is killed before its n-th change; False if it came to its end."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            build(target, files, disk=KilledBefore(n))
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "a build that was not killed failed"
    return False


def expected(files: Mapping[str, str], foreign: Mapping[str, str]) -> Snapshot:
    return tree_of({**files, **foreign})


@pytest.mark.parametrize("foreign", [{}, FOREIGN], ids=["ours only", "with files of other hands"])
def test_edit_and_delete_build_killed_before_each_change(
    tmp_path: Path, foreign: dict[str, str]
) -> None:
    old, new = expected(OLD, foreign), expected(NEW, foreign)
    seen = {"old": 0, "new": 0}
    for n in count(1):
        target = tmp_path / str(n) / "output"
        put(target, foreign)
        build(target, OLD)
        assert snapshot(target) == old
        was_killed = killed(target, NEW, n)
        found = snapshot(target)
        assert found in (old, new), f"torn when killed before change {n}"
        seen["old" if found == old else "new"] += 1
        if not was_killed:
            assert found == new
            break
        build(target, NEW)
        assert snapshot(target) == new, f"not healed after a kill before change {n}"
        build(target, OLD)
        assert snapshot(target) == old, f"not able to go back after a kill before change {n}"
    assert seen["old"] > 20
    assert seen["new"] > 5


def test_first_build_killed_before_each_change(tmp_path: Path) -> None:
    for n in count(1):
        target = tmp_path / str(n) / "deep" / "output"
        was_killed = killed(target, NEW, n)
        assert snapshot(target) in (None, tree_of(NEW)), f"torn when killed before change {n}"
        build(target, OLD)
        assert snapshot(target) == tree_of(OLD)
        if not was_killed:
            break
    assert n > 20


def test_build_killed_again_and_again(tmp_path: Path) -> None:
    """Each attempt is killed one change later than the one before, with no help in between."""
    target = tmp_path / "output"
    put(target, FOREIGN)
    build(target, OLD)
    old, new = expected(OLD, FOREIGN), expected(NEW, FOREIGN)
    for n in count(1):
        if not killed(target, NEW, n):
            break
        assert snapshot(target) in (old, new)
    assert snapshot(target) == new
    assert n > 5


def test_kill_leaves_nothing_for_good(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, OLD)
    clean = [path.name for path in leftovers(target)]
    for n in range(1, 60, 3):
        killed(target, NEW, n)
        build(target, OLD)
        build(target, NEW)
        build(target, OLD)
        assert len(leftovers(target)) == len(clean), f"after a kill before change {n}"
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"output", *(path.name for path in leftovers(target))}
