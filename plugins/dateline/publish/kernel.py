"""Two calls of the operating system that Python 3.11 has no name for, on Linux and macOS."""

import ctypes
import errno
import os
import struct
import sys

_AT_FDCWD = -100
_AT_SYMLINK_NOFOLLOW = 0x100
_RENAME_EXCHANGE = 2  # Linux, linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h
_STATX_BTIME = 0x800
_STATX_SIZE = 256  # bytes in struct statx, the same on every architecture


def exchange(one: bytes, other: bytes) -> None:
    """Swap two paths in one step: no moment shows one of them missing.

    Raises OSError: EBUSY for a mount point; EXDEV for a folder in a lower layer of an overlay;
    ENOSYS, EINVAL or ENOTSUP where the system or the file system cannot do it.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        failed = libc.renamex_np(one, other, _RENAME_SWAP)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), os.fsdecode(one), None, os.fsdecode(other))


def birth(path: bytes) -> int | None:
    """Return when `path` was created, in nanoseconds since 1970; None where that is not recorded.

    With the inode number it tells a folder from a later one that was given the same number.
    """
    if sys.platform == "darwin":
        born: int | None = round(os.lstat(path).st_birthtime * 1_000_000_000)
    else:
        born = _birth_by_statx(path)
    return born


def _birth_by_statx(path: bytes) -> int | None:
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "statx"):
        return None
    answer = ctypes.create_string_buffer(_STATX_SIZE)
    if libc.statx(_AT_FDCWD, path, _AT_SYMLINK_NOFOLLOW, _STATX_BTIME, answer):
        return None
    (mask,) = struct.unpack_from("=I", answer, 0)
    seconds, nanoseconds = struct.unpack_from("=qI", answer, 80)
    return int(seconds * 1_000_000_000 + nanoseconds) if mask & _STATX_BTIME else None
