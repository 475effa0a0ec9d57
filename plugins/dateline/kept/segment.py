"""One file of the store: values and texts, behind them what is kept of the files, and a signature.

A change rewrites the segment that it is in and no other. It is written beside its place and renamed
into it: whoever reads meanwhile goes on reading the old one.
"""

import io
import marshal
import os
import struct
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from dateline.kept.files import Kept, Place, from_plain, plain
from dateline.kept.seal import check_ours

_MAC = 32
_CHECK = 16
_END = struct.Struct(f"<QQ{_MAC}s")  # offset and length of what is kept, and its signature
_BUFFER = 1 << 16


class Damaged(Exception):
    """A segment, or a part of it, is not as it was written."""


class Segment:
    """`has_changed`: it is to be saved, whatever else is the same."""

    def __init__(self, folder: Path, number: int, key: bytes) -> None:
        self._path = folder / f"{number:02}.kept"
        self._number = number
        self._key = key
        self._file = -1
        self._draft: _Draft | None = None
        self.has_changed = False

    def __del__(self) -> None:
        if self._file >= 0:
            os.close(self._file)

    def load(self) -> list[Kept]:
        """What it holds. Raises Damaged, NotOurs or OSError; a segment without a file is empty."""
        try:
            self._file = os.open(
                self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            )
        except FileNotFoundError:
            return []
        check_ours(self._file)
        size = os.fstat(self._file).st_size
        if size < _END.size:
            raise Damaged
        start, length, mac = _END.unpack(os.pread(self._file, _END.size, size - _END.size))
        if start + length + _END.size != size:
            raise Damaged
        written = os.pread(self._file, length, start)
        if self._mac(written) != mac:
            raise Damaged
        return from_plain(marshal.loads(written))  # noqa: S302 - signed, so written by us

    def add(self, data: bytes) -> Place:
        """Takes in a value; it may be fetched after `save`. Raises OSError."""
        if self._draft is None:
            self._draft = _Draft(self._path)
        self.has_changed = True
        return (self._number, *self._draft.add(data), _check(data))

    def fetch(self, place: Place) -> bytes:
        """Raises Damaged or OSError."""
        data = self._as_it_lies(place)
        if _check(data) != place[3]:
            raise Damaged
        return data

    def _as_it_lies(self, place: Place) -> bytes:
        _, offset, length, _ = place
        return os.pread(self._file, length, offset)

    def save(self, kept: Iterable[Kept], added: set[str]) -> list[Kept]:
        """Makes these the files of the segment and gives each its new place. `added` are those
        whose value came by `add`. Raises OSError."""
        self.has_changed = False
        draft = self._draft = self._draft or _Draft(self._path)
        moved = [
            one
            if one.below in added
            else one._replace(
                place=(self._number, *draft.add(self._as_it_lies(one.place)), one.place[3])
            )
            for one in kept
        ]
        written = marshal.dumps(plain(moved))
        draft.finish(written, self._mac(written))
        os.replace(draft.path, self._path)
        if self._file >= 0:
            os.close(self._file)
        self._file = draft.give_up_file()
        self._draft = None
        return moved

    def remove(self) -> None:
        """Takes the file away, so that the next build does without."""
        self.has_changed = False
        self._path.unlink(missing_ok=True)

    def _mac(self, written: bytes) -> bytes:
        person = f"segment {self._number}".encode()
        return blake2b(written, key=self._key, person=person, digest_size=_MAC).digest()


class _Draft:
    """A segment being written."""

    _file = -1

    def __init__(self, place: Path) -> None:
        # Of this user alone, as mkstemp makes it.
        self._file, self.path = tempfile.mkstemp(".new", place.name, place.parent)
        self._out = io.BufferedWriter(io.FileIO(self._file, "wb", closefd=False), _BUFFER)
        self._size = 0

    def __del__(self) -> None:
        """Of one that was not finished nothing is left."""
        if self._file >= 0:
            os.close(self._file)
            with suppress(OSError):
                os.unlink(self.path)

    def add(self, data: bytes) -> tuple[int, int]:
        offset = self._size
        self._out.write(data)
        self._size += len(data)
        return offset, len(data)

    def finish(self, written: bytes, mac: bytes) -> None:
        offset, length = self.add(written)
        self._out.write(_END.pack(offset, length, mac))
        self._out.close()

    def give_up_file(self) -> int:
        file, self._file = self._file, -1
        return file


def _check(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECK).digest()
