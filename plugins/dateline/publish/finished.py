"""What late outputs see of those finished before them."""

from bisect import insort
from collections.abc import Callable, Mapping


class Finished:
    """The outputs finished so far, read-only, without the files of other hands in the folder.

    `note` and `note_all` are for the publisher, which adds each output as it is finished.
    """

    __slots__ = ("_fingerprints", "_paths", "_read", "_sorted")

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._fingerprints: dict[str, str] = {}
        self._sorted: list[str] | None = None
        self._paths: tuple[str, ...] | None = None

    def paths(self) -> tuple[str, ...]:
        """Return the paths, sorted."""
        if self._paths is None:
            if self._sorted is None:
                self._sorted = sorted(self._fingerprints)
            self._paths = tuple(self._sorted)
        return self._paths

    def fingerprint_of(self, path: str) -> str:
        """Return the fingerprint of a finished output. Raises KeyError if there is none."""
        return self._fingerprints[path]

    def read(self, path: str) -> bytes:
        """Return the bytes of a finished output. Raises KeyError if there is none."""
        if path not in self._fingerprints:
            raise KeyError(path)
        return self._read(path)

    def note(self, path: str, fingerprint: str) -> None:
        """Add a finished output."""
        if self._sorted is not None and path not in self._fingerprints:
            insort(self._sorted, path)  # late: few are added once somebody has asked
        self._fingerprints[path] = fingerprint
        self._paths = None

    def note_all(self, fingerprints: Mapping[str, str]) -> None:
        """Add many, by path."""
        self._fingerprints.update(fingerprints)
        self._sorted = None
        self._paths = None
