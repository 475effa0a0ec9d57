"""The list that lies beside a published tree: its files, and what each was made from.

Two lines of JSON: the format, when the tree's root was created, and a checksum; then the files.
A list that is damaged, or of another format, counts as none. It only saves work and tells whose
files are whose: no page is ever taken from it.
"""

import json
import os
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from dateline.publish.tree import Tree

_FORMAT = "dateline list 1"


class Entry(NamedTuple):
    """A file as it was published; size in bytes, mtime in nanoseconds."""

    fingerprint: str
    size: int
    mtime_ns: int
    inode: int

    def is_still(self, status: os.stat_result) -> bool:
        """Say whether the file has not been touched since."""
        return self[1:] == (status.st_size, status.st_mtime_ns, status.st_ino)


def entry(fingerprint: str, status: os.stat_result) -> Entry:
    """Return the entry for a file with this status."""
    return Entry(fingerprint, status.st_size, status.st_mtime_ns, status.st_ino)


def encode(entries: Mapping[str, Entry], birth: int | None) -> bytes:
    """Return the bytes of the list for a tree whose root was created at `birth` (kernel.birth)."""
    body = json.dumps([[path, *entries[path]] for path in sorted(entries)]).encode()
    head = json.dumps([_FORMAT, birth, zlib.crc32(body)])
    return head.encode() + b"\n" + body


def decode(data: bytes, birth: int | None, tree: Tree) -> dict[str, Entry] | None:
    """Return the entries by path; None if the list is damaged or was written for another tree.

    An inode's number is given again once its folder is gone, so the name of the list is not enough.
    Where no file system records when a folder was created, one untouched file must vouch for it.
    """
    head, _, body = data.partition(b"\n")
    try:
        form, written_for, checksum = json.loads(head)
        if form != _FORMAT or checksum != zlib.crc32(body):
            return None
        entries = {path: Entry(*fields) for path, *fields in json.loads(body)}
    except (ValueError, TypeError):
        return None
    if written_for != birth:
        return None
    if birth is None and entries and not _vouched(entries, tree):
        return None
    return entries


def _vouched(entries: Mapping[str, Entry], tree: Tree) -> bool:
    return any(
        entries[path].is_still(status) for path, status in tree.files.items() if path in entries
    )
