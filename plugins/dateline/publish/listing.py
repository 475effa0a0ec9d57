"""The list that lies beside a published tree: its files and folders, and what they were made from.

A line of JSON: the format, when the tree's root was created, and the length and checksum of the
part that follows it. That part has one column after another, so that a list of 100,000 files is
read in a few hundredths of a second. Behind it may come the stamps of the idle tree's folders,
added once that tree was left holding the same files; what is damaged there counts as not added.
A list that is damaged, or of another format, counts as none. It only saves work and tells whose
files are whose: no page is ever taken from it.
"""

import gc
import json
import os
import zlib
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from functools import partial
from typing import NamedTuple

from dateline.frozen import frozen
from dateline.publish.stamps import Stamp

_FORMAT = "dateline list 2"
_IDLE_FORMAT = "dateline idle 2"


class Entry(NamedTuple):
    """A file as it was published; size in bytes, mtime in nanoseconds."""

    fingerprint: str
    size: int
    mtime_ns: int
    inode: int

    def is_still(self, status: os.stat_result) -> bool:
        """Say whether the file has not been touched since."""
        return self[1:] == (status.st_size, status.st_mtime_ns, status.st_ino)


@frozen
class Listing:
    """What is in a published tree.

    entries: our files. folders: those that they lie in, the root too, as "".
    foreign: files of other hands. empty: folders with no file in them that are not ours.
    apart: the folders that are there for those two alone.
    idle: what was added of the idle tree, if it was left with exactly the files of `entries`:
        the stamps of its folders, which are those of `folders` in the same order (decode_idle).
    """

    entries: dict[str, Entry]
    folders: dict[str, Stamp]
    foreign: Sequence[str] = ()
    empty: Sequence[str] = ()
    apart: Mapping[str, Stamp] = field(default_factory=dict)
    idle: bytes | None = None

    def stamps(self) -> dict[str, Stamp]:
        """Return the stamps of all folders."""
        return {**self.folders, **self.apart}


def entry(fingerprint: str, status: os.stat_result) -> Entry:
    """Return the entry for a file with this status."""
    return Entry(fingerprint, status.st_size, status.st_mtime_ns, status.st_ino)


def encode(listing: Listing, birth: int | None) -> bytes:
    """Return the bytes of the list for a tree whose root was created at `birth` (kernel.birth)."""
    entries = listing.entries.values()
    stamps = [*listing.folders.values(), *listing.apart.values()]
    body = b"\0".join(
        [
            _text(listing.entries),
            _text(listing.folders),
            _text(listing.foreign),
            _text(listing.empty),
            _text(listing.apart),
            _text([one.fingerprint for one in entries]),
            _numbers([one.size for one in entries])
            + _numbers([one.mtime_ns for one in entries])
            + _numbers([one.inode for one in entries])
            + _stamps(stamps),
        ]
    )
    idle = b"" if listing.idle is None else listing.idle
    return b"".join([_head(_FORMAT, birth, body), body, idle])


def encode_idle(idle: Sequence[Stamp]) -> bytes:
    """Return what is added to a list once the idle tree holds the same files."""
    body = _stamps(idle)
    return _head(_IDLE_FORMAT, None, body) + body


def decode(data: bytes, birth: int | None) -> Listing | None:
    """Return what the list says; None if it is damaged or was written for another tree.

    An inode's number is given again once its folder is gone, so the name of the list is not enough.
    Where no file system records when a folder was created, one untouched file must vouch for it.
    """
    collecting = gc.isenabled()
    gc.disable()  # of all that is made here nothing can be collected, and it is a lot to go through
    try:
        body, rest = _body(data, _FORMAT, birth)
        *texts, numbers = body.split(b"\0", 6)
        paths, folders, foreign, empty, apart, fingerprints = map(_texts, texts)
        size = 8 * len(paths)
        sizes, times, inodes = (_ints(numbers[n * size : (n + 1) * size]) for n in range(3))
        stamps = _pairs(numbers[3 * size :])
        made = map(
            partial(tuple.__new__, Entry),  # as Entry does it, for half of the cost
            zip(fingerprints, sizes, times, inodes, strict=True),
        )
        return Listing(
            dict(zip(paths, made, strict=True)),
            dict(zip(folders, stamps, strict=False)),
            foreign,
            empty,
            dict(zip(apart, stamps[len(folders) :], strict=True)),
            rest or None,
        )
    except (ValueError, TypeError):
        return None
    finally:
        if collecting:
            gc.enable()


def decode_idle(listing: Listing) -> dict[str, Stamp] | None:
    """Return the stamps of the idle tree's folders, None if they are not known."""
    if listing.idle is None:
        return None
    try:
        body, _ = _body(listing.idle, _IDLE_FORMAT, None)
        return dict(zip(listing.folders, _pairs(body), strict=True))
    except (ValueError, TypeError):
        return None


def _head(form: str, birth: int | None, body: bytes) -> bytes:
    return json.dumps([form, birth, len(body), zlib.crc32(body)]).encode() + b"\n"


def _body(data: bytes, form: str, birth: int | None) -> tuple[bytes, bytes]:
    """Return the part that the head announces, and what comes after it. Raises ValueError."""
    start = data.find(b"\n") + 1
    found, written_for, length, checksum = json.loads(data[:start])
    body = data[start : start + length]
    if found != form or written_for != birth or zlib.crc32(body) != checksum:
        raise ValueError("damaged, or another's")
    return body, data[start + length :]


def _text(column: Collection[str]) -> bytes:
    """Return a column of texts: one a line, or as JSON where a text holds a line break."""
    joined = "\n".join(column)
    if joined.count("\n") == len(column) - 1 and "\0" not in joined:
        return b"=" + joined.encode("utf-8", "surrogatepass")
    return json.dumps(list(column)).encode()


def _texts(data: bytes) -> list[str]:
    if data[:1] == b"=":
        return data[1:].decode("utf-8", "surrogatepass").split("\n")
    found: list[str] = json.loads(data)
    return found


def _numbers(column: Sequence[int]) -> bytes:
    """Return a column of numbers, eight bytes for each."""
    try:
        return array("q", column).tobytes()
    except OverflowError:
        # An inode number may need all 64 bits, as may a time after 2262. They come back as
        # another number, so that such a file is always taken for touched and such a folder for
        # changed: it costs time and nothing else.
        return array("q", [one % (1 << 63) for one in column]).tobytes()


def _ints(data: bytes) -> list[int]:
    numbers: array[int] = array("q")
    numbers.frombytes(data)
    return numbers.tolist()


def _stamps(stamps: Sequence[Stamp]) -> bytes:
    return _numbers([one[0] for one in stamps]) + _numbers([one[1] for one in stamps])


def _pairs(data: bytes) -> list[Stamp]:
    numbers = _ints(data)
    half = len(numbers) // 2
    return list(zip(numbers[:half], numbers[half:], strict=True))
