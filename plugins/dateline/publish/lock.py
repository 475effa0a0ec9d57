"""One build of a site at a time."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.publish.disk import DISK, Disk
from dateline.publish.place import find, make_parents
from dateline.publish.refusal import Refused, cannot
from dateline.publish.tree import shown

_held: set[int] = set()


@contextmanager
def lock(
    target: Path, *, waiting: Callable[[], None] | None = None, disk: Disk = DISK
) -> Iterator[None]:
    """Hold the lock beside `target` for as long as the block runs; wait while another build has it.

    It goes with the process, however that ends. `waiting` is called once, before a wait begins.
    Raises Refused, with nothing changed, where no site can be published: a build learns it first.
    """
    if sys.platform == "win32":
        raise Refused(
            "A site is built on Linux or macOS, or on Windows inside WSL. "
            "`inv check` works here too. Nothing was published."
        )
    place = find(target, disk)
    make_parents(place, disk)
    try:
        handle = _acquire(place.lock, waiting)
    except OSError as error:
        raise cannot(shown(place.lock), error) from error
    _held.add(handle)
    try:
        yield
    finally:
        if handle in _held:  # in a forked worker it is closed already
            _held.discard(handle)
            os.close(handle)


def _acquire(path: bytes, waiting: Callable[[], None] | None) -> int:
    """Return the open, locked file. Raises OSError."""
    import fcntl  # not on Windows, where the check has to be imported all the same

    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if waiting:
                    waiting()
                    waiting = None
                fcntl.flock(handle, fcntl.LOCK_EX)
            if _is_at(path, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # it was cleaned away while we waited, and locks nobody out


def _is_at(path: bytes, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except FileNotFoundError:
        return False


def _let_go() -> None:
    """Close the lock in a forked worker, which would else hold it after its parent was killed."""
    while _held:
        os.close(_held.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
