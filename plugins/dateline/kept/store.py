"""The store: what is kept of all files of one content folder."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from dateline.kept.files import Kept
from dateline.kept.seal import NotOurs, key_of, new_key
from dateline.kept.segment import Damaged, Segment
from dateline.kept.values import Said
from dateline.kept.version import version
from dateline.read.garbage import without_collecting

SEGMENTS = 64
_LEFT_OVER = 3600  # seconds after which a segment being written is that of a build that was killed

Say = Callable[[str], None]


class CannotKeep(Exception):
    """The store cannot be written; `error` is the system's."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


class NotFetched(Exception):
    """The value of a file cannot be had from the store."""


class Store:
    """`kept` is what it holds, by path below the content folder.

    Nothing that it finds is fatal: what cannot be used is made anew, and `say` gets a line about
    it. Raises CannotKeep where nothing can be written.
    """

    def __init__(self, cache: Path, content: Path, say: Say, *, fresh: bool = False) -> None:
        """`fresh`: nothing that an earlier build wrote is read."""
        self._say = say
        self._added: set[str] = set()
        self.kept: dict[str, Kept] = {}
        folder = cache / "kept" / _name_of(content)
        key = None if fresh else self._standing_key(folder)
        if key is not None:
            self._segments = [Segment(folder, number, key) for number in range(SEGMENTS)]
            self._load(folder)
        else:
            with _writing():
                key = new_key(folder, version())
            self._segments = [Segment(folder, number, key) for number in range(SEGMENTS)]

    def _standing_key(self, folder: Path) -> bytes | None:
        try:
            return key_of(folder, version())
        except NotOurs as reason:
            self._say(f"What {folder} keeps is not used: {reason}. Everything is read anew.")
            return None

    def _load(self, folder: Path) -> None:
        damaged = 0
        with without_collecting():
            for segment in self._segments:
                try:
                    self.kept.update((one.below, one) for one in segment.load())
                except (Damaged, NotOurs, OSError):
                    damaged += 1
        if damaged:
            self._say(f"What {folder} keeps is damaged in part; that part is read anew.")
        _remove_left_over(folder)

    def add(self, kept: Kept, value: bytes) -> Kept:
        """Keeps a file with its value, as `to_bytes` writes it. Raises CannotKeep."""
        segment = self._segments[crc32(kept.below.encode("utf-8", "surrogateescape")) % SEGMENTS]
        self._added.add(kept.below)
        with _writing():
            return kept._replace(place=segment.add(value))

    def seen_again(self, kept: Kept, seen: tuple[int, int, int, int], read_at: int) -> Kept:
        """The same content in a file that looks different."""
        self._segments[kept.place[0]].has_changed = True
        return kept._replace(seen=seen, read_at=read_at)

    def save(self, kept: Iterable[Kept]) -> dict[str, Kept]:
        """Writes down that these are all files and gives those back that lie elsewhere now.
        Raises CannotKeep."""
        of_segment: list[list[Kept]] = [[] for _ in range(SEGMENTS)]
        for one in kept:
            of_segment[one.place[0]].append(one)
        before = [0] * SEGMENTS
        for one in self.kept.values():
            before[one.place[0]] += 1
        moved: dict[str, Kept] = {}
        for number, segment in enumerate(self._segments):
            files = of_segment[number]
            if segment.has_changed or len(files) != before[number]:
                with _writing():
                    moved.update((one.below, one) for one in self._saved(segment, files))
        self._added.clear()
        return moved

    def _saved(self, segment: Segment, files: list[Kept]) -> list[Kept]:
        if not files:
            segment.remove()
            return []
        return segment.save(files, self._added)

    def fetch(self, kept: Kept) -> Said:
        """Raises NotFetched."""
        segment = self._segments[kept.place[0]]
        try:
            return Said(segment.fetch(kept.place))
        except (Damaged, OSError) as error:
            segment.remove()
            raise NotFetched from error


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotKeep(error) from error


def _name_of(content: Path) -> str:
    return sha256(str(content.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _remove_left_over(folder: Path) -> None:
    for path in folder.glob("*.new"):
        try:
            if path.stat().st_mtime < time.time() - _LEFT_OVER:
                path.unlink()
        except OSError:
            continue  # somebody else was quicker
