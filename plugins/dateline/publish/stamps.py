"""Stamps of folders: whether a name has come into one, gone from one or got another file.

A stamp is mtime and ctime of a folder, in nanoseconds, taken when its names were known. As long as
the folder has it, its names are those, each with the same inode, and need no look. Every change of
a name sets both times. The ctime nobody can set back, so that a copy laid over the folder
(rsync -a, tar) shows, whatever mtime it gives. And as the kernel's clock ticks every few
milliseconds only, a folder that we changed is given an mtime that no tick has: a change by another
hand in the same tick shows too.

The root of a tree gets another ctime when the tree is exchanged. Its stamp has the inode instead.
"""

import os
import time
from collections.abc import Mapping

from dateline.publish.disk import Disk
from dateline.publish.tree import at

Stamp = tuple[int, int]

NEVER: Stamp = (0, 0)  # no folder has it, so it always asks for a look
_SETTLED = 3_000_000_000  # nanoseconds; more than a tick of any clock


def stamp_of(folder: str, status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_ctime_ns if folder else status.st_ino


def seen(folders: Mapping[str, os.stat_result], known: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Return the stamps of folders that were looked at, each status from before its names were.

    One that is not `known` was changed by another hand. It has none (NEVER) as long as the tick of
    its last change may still run.
    """
    before = time.time_ns() - _SETTLED
    stamps = {}
    for folder, status in folders.items():
        stamp = stamp_of(folder, status)
        old = max(status.st_mtime_ns, status.st_ctime_ns) < before
        stamps[folder] = stamp if old or known.get(folder) == stamp else NEVER
    return stamps


def has(root: bytes, folder: str, stamp: Stamp) -> bool:
    """Say whether a folder of the tree has this stamp."""
    try:
        return stamp_of(folder, os.lstat(at(root, folder))) == stamp
    except OSError:
        return False


def all_have(root: bytes, stamps: Mapping[str, Stamp]) -> bool:
    """Say whether each of the folders has its stamp. There may be tens of thousands."""
    lstat = os.lstat
    try:
        handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        for folder, (mtime, ctime) in stamps.items():
            if not folder:
                continue
            status = lstat(folder.encode("utf-8", "surrogateescape"), dir_fd=handle)
            if status.st_ctime_ns != ctime or status.st_mtime_ns != mtime:
                return False
        return "" not in stamps or stamp_of("", os.fstat(handle)) == stamps[""]
    except OSError:
        return False
    finally:
        os.close(handle)


def give(disk: Disk, root: bytes, folder: str) -> Stamp:
    """Give a folder that we have just changed a stamp, and return it. Raises OSError.

    Where the file system keeps no such fine times, it is NEVER.
    """
    path = at(root, folder)
    now = time.time_ns()
    disk.stamp(path, now)
    status = os.lstat(path)
    return stamp_of(folder, status) if status.st_mtime_ns == now else NEVER
