"""A disk that refuses: the old site stays, the message is for people, and the next build works."""

import errno
import os
from itertools import count
from pathlib import Path

import pytest
from publish_trees import build, put, snapshot, tree_of
from test_publish_kills import FOREIGN, NEW, OLD

from dateline.publish import Disk, Item, Refused, lock, publish


class RefusingAt(Disk):
    """Refuses the n-th change to the disk, and all after it."""

    def __init__(self, n: int, error: int) -> None:
        self.left, self.error = n, error

    def before(self, change: str, path: bytes) -> None:
        self.left -= 1
        if self.left <= 0:
            raise OSError(self.error, os.strerror(self.error), os.fsdecode(path))


class Refusing(Disk):
    """Refuses one kind of change."""

    def __init__(self, change: str, error: int) -> None:
        self.change, self.error = change, error

    def before(self, change: str, path: bytes) -> None:
        if change == self.change:
            raise OSError(self.error, os.strerror(self.error), os.fsdecode(path))


def refusal_of_build(target: Path, disk: Disk) -> str:
    try:
        build(target, NEW, disk=disk)
    except Refused as refusal:
        return str(refusal)
    return ""


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (errno.ENOSPC, "the disk is full. Free some space and build again"),
        (errno.EACCES, "you have no permission"),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_every_change_refused_in_turn(tmp_path: Path, error: int, says: str) -> None:
    old, new = tree_of({**OLD, **FOREIGN}), tree_of({**NEW, **FOREIGN})
    refused = 0
    for n in count(1):
        target = tmp_path / str(n) / "output"
        put(target, FOREIGN)
        build(target, OLD)
        disk = RefusingAt(n, error)
        message = refusal_of_build(target, disk)
        if message:
            refused += 1
            assert says in message
            assert str(target.parent) in message
            assert ".idle" not in message, "names a file that people do not know"
            assert snapshot(target) == old
        else:
            assert snapshot(target) == new, "the exchange was made: the build has succeeded"
        build(target, NEW)
        assert snapshot(target) == new
        if disk.left > 0:
            break
    assert refused > 20


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            errno.EBUSY,
            "is a mount point and cannot be replaced in one step. Publish into a folder ",
        ),
        (errno.EXDEV, "lower layer of this container's file system"),
        (errno.ENOSYS, "its file system cannot exchange two folders"),
        (errno.EINVAL, "its file system cannot exchange two folders"),
        (errno.EPERM, "you have no permission"),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_exchange_refused(tmp_path: Path, error: int, says: str) -> None:
    target = tmp_path / "output"
    build(target, OLD)
    with pytest.raises(Refused) as refusal:
        build(target, NEW, disk=Refusing("exchange", error))
    assert says in str(refusal.value)
    assert str(target) in str(refusal.value)
    assert snapshot(target) == tree_of(OLD)
    build(target, NEW)
    assert snapshot(target) == tree_of(NEW)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (errno.EDQUOT, "the disk is full. Free some space and build again"),
        (errno.EROFS, "the disk is read-only. Publish into a folder on another one"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_page_refused(tmp_path: Path, error: int, says: str) -> None:
    target = tmp_path / "output"
    build(target, OLD)
    with pytest.raises(Refused) as refusal:
        build(target, {**OLD, "index.html": "edited"}, disk=Refusing("write", error))
    assert f"{target}/index.html could not be published" in str(refusal.value)
    assert says in str(refusal.value)
    assert snapshot(target) == tree_of(OLD)


def test_first_build_needs_no_exchange(tmp_path: Path) -> None:
    build(tmp_path / "output", OLD, disk=Refusing("exchange", errno.ENOSYS))
    assert snapshot(tmp_path / "output") == tree_of(OLD)


def test_files_that_may_not_be_linked_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "output"
    put(target, FOREIGN)
    (target / "latest").symlink_to("briefs/a")
    build(target, OLD)

    def link(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    build(target, NEW)
    assert snapshot(target) == {**tree_of({**NEW, **FOREIGN}), "latest": "-> briefs/a"}


@pytest.mark.parametrize("raised", [ValueError("a bug"), OSError(errno.ENOSPC, "elsewhere")])
def test_what_make_raises_comes_through(tmp_path: Path, raised: Exception) -> None:
    target = tmp_path / "output"
    build(target, OLD)

    def make() -> bytes:
        raise raised

    changed = Item("index.html", "another", lambda: b"written before the failure")
    with pytest.raises(type(raised)) as caught, lock(target):
        publish([changed, Item("x.html", "1", make)], [], target)
    assert caught.value is raised
    assert snapshot(target) == tree_of(OLD)
    build(target, NEW)
    assert snapshot(target) == tree_of(NEW)
