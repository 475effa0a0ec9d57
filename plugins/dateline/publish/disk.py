"""The only way from this package to the disk: every change, and what is asked beforehand.

Paths are bytes, so that a published name is UTF-8 on disk whatever the locale of the build.

Nothing is synced to the disk. What is promised is that a killed process leaves a whole site; after
a power cut the newest files may be empty, on any file system that delays its writes. Their size
then differs from the list, and the next build makes them anew. Syncing each file would cost more
than making it, and a site can always be built again from its content.
"""

import os
import re
import shutil
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

from dateline.publish import kernel

Change = Literal[
    "mkdir",
    "create",
    "write",
    "append",
    "link",
    "copy",
    "rename",
    "unlink",
    "rmdir",
    "permit",
    "stamp",
    "exchange",
]


class Disk:
    """Changes to the disk, one method each. They raise OSError where the system refuses."""

    def before(self, change: Change, path: bytes) -> None:
        """Be called before each change; a subclass may raise, or die, to see what is left."""

    def is_mount(self, folder: bytes) -> bool:
        """Say whether `folder` (an absolute path) is a mount point, bind mounts included."""
        return os.path.ismount(folder) or folder in _mounted()

    def mounts_in(self, folder: bytes) -> list[bytes]:
        """Return the mount points inside `folder` that the system tells of, sorted."""
        return sorted(mount for mount in _mounted() if mount.startswith(folder + b"/"))

    def may_write(self, folder: bytes) -> bool:
        """Say whether files may be made in `folder`: on a read-only disk not even by root."""
        return os.access(folder, os.W_OK | os.X_OK)

    def mkdir(self, folder: bytes) -> None:
        self.before("mkdir", folder)
        os.mkdir(folder)

    def write(self, path: bytes, data: bytes) -> os.stat_result:
        """Create `path`, which must not exist, with these bytes; return its status."""
        self.before("create", path)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            self.before("write", path)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            # The kernel stamps files by a clock that ticks every few milliseconds: an edit by
            # another hand in the same tick would not show. This clock gives a time no tick has.
            now = time.time_ns()
            os.utime(handle, ns=(now, now))
            return os.fstat(handle)
        finally:
            os.close(handle)

    def append(self, path: bytes, data: bytes) -> None:
        """Add these bytes to a file that is there."""
        self.before("append", path)
        with open(path, "ab") as file:
            file.write(data)

    def link(self, source: bytes, path: bytes) -> None:
        """Let `path`, which must not exist, be the same file as `source`; a symlink stays one."""
        self.before("link", path)
        try:
            os.link(source, path, follow_symlinks=False)
        except PermissionError:
            # Linux lets nobody link a file of another user's that they may not write to.
            self.before("copy", path)
            shutil.copy2(source, path, follow_symlinks=False)

    def rename(self, source: bytes, path: bytes) -> None:
        self.before("rename", path)
        os.rename(source, path)

    def unlink(self, path: bytes) -> None:
        self.before("unlink", path)
        os.unlink(path)

    def rmdir(self, folder: bytes) -> None:
        self.before("rmdir", folder)
        os.rmdir(folder)

    def permit(self, folder: bytes, like: os.stat_result) -> None:
        """Give a folder the owner, as far as one may, the group and the permissions of another."""
        self.before("permit", folder)
        now = os.lstat(folder)
        for uid, gid in ((like.st_uid, -1), (-1, like.st_gid)):
            if uid not in (-1, now.st_uid) or gid not in (-1, now.st_gid):
                with suppress(PermissionError):
                    os.chown(folder, uid, gid)
        os.chmod(folder, stat.S_IMODE(like.st_mode))

    def stamp(self, folder: bytes, mtime_ns: int) -> None:
        """Give a folder a time."""
        self.before("stamp", folder)
        os.utime(folder, ns=(mtime_ns, mtime_ns), follow_symlinks=False)

    def exchange(self, one: bytes, other: bytes) -> None:
        """Swap two folders in one step."""
        self.before("exchange", other)
        kernel.exchange(one, other)


DISK = Disk()


def _mounted() -> set[bytes]:
    """Return the mount points that this process sees; none where /proc does not tell (macOS)."""
    try:
        lines = Path("/proc/self/mountinfo").read_bytes().splitlines()
    except OSError:
        return set()
    return {_unescaped(line.split(b" ")[4]) for line in lines}


def _unescaped(field: bytes) -> bytes:
    """Return a field of mountinfo as the path that it stands for (a space is written \\040)."""
    return re.sub(rb"\\([0-7]{3})", lambda octal: bytes([int(octal[1], 8)]), field)
