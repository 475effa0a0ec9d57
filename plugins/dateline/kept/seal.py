"""Whose store it is: a build trusts what a build by the same user in this very place wrote.

A store is a folder that anybody can write: a pull request may hold one, an archive that somebody
unpacks, a cache that a service brings back. What it says would be published. So every part of it is
signed with a key that cannot travel: it is made of random bytes in a file of the store, and of that
file's inode and change time, which nobody but the system sets. A copy has others, and is refused.
"""

import os
import secrets
import shutil
import stat
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

_NAME = "seal"
_RANDOM = 32
_MOST = 256
_KEY = 32


class NotOurs(Exception):
    """The folder may not be trusted; the message says why, as the end of a sentence."""


def key_of(folder: Path, version: str) -> bytes | None:
    """The key of the store in `folder`, or None where there is none. Raises NotOurs."""
    try:
        _check(os.lstat(folder), stat.S_ISDIR)
        file = os.open(folder / _NAME, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotOurs(f"it cannot be read ({error.strerror})") from None
    try:
        status = os.fstat(file)
        _check(status, stat.S_ISREG)
        written = os.read(file, _MOST)
    finally:
        os.close(file)
    if written[_RANDOM:] != version.encode():
        raise NotOurs("it is of another version")
    return _key(written, status)


def new_key(folder: Path, version: str) -> bytes:
    """Empties `folder` and seals it anew. Raises OSError."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)
    folder.mkdir(mode=0o700, parents=True)
    written = secrets.token_bytes(_RANDOM) + version.encode()
    file = os.open(
        folder / _NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
    )
    try:
        os.write(file, written)
    finally:
        os.close(file)
    return _key(written, os.lstat(folder / _NAME))


def check_ours(file: int) -> None:
    """Raises NotOurs unless the open file is a plain one, this user's, and no other's to write."""
    _check(os.fstat(file), stat.S_ISREG)


def _check(status: os.stat_result, is_right_kind: Callable[[int], bool]) -> None:
    if not is_right_kind(status.st_mode):
        raise NotOurs("it is not what it should be")
    if status.st_uid != os.geteuid():
        raise NotOurs("it belongs to another user")
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise NotOurs("others may write it")


def _key(written: bytes, status: os.stat_result) -> bytes:
    place = f"{status.st_ino} {status.st_ctime_ns}".encode()
    secret = blake2b(written, digest_size=_KEY).digest()
    return blake2b(place, key=secret, digest_size=_KEY).digest()
