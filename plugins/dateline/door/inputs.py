"""What a build reads from disk, so that a save made meanwhile is not lost."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pelican.utils import FileChangeFilter
from watchfiles import Change, watch

Snapshot = dict[str, tuple[int, int]]
Changes = set[tuple[Change, str]]

_TICK = 500  # milliseconds


class Inputs:
    """The files of a build as they were when it began.

    Pelican's watcher begins to look when a build is over, so it misses what was saved during the
    build, and in the moment between. `wait` takes the place of its function `wait_for_changes`.
    """

    def __init__(self, roots: Iterable[Path], ignored: Iterable[str]) -> None:
        self._roots = tuple(roots)
        self._is_ours = FileChangeFilter(ignore_file_patterns=set(ignored))
        self._were = snapshot(self._roots)

    def changes(self) -> Changes:
        """What differs from the beginning of the build."""
        now = snapshot(self._roots)
        paths = {path for path, _ in self._were.items() ^ now.items()}
        return {(Change.modified, path) for path in paths if self._is_ours(Change.modified, path)}

    def wait(self, settings_file: str, settings: Mapping[str, Any]) -> Changes:
        """Returns as soon as something is saved, or at once if it was saved already."""
        changed = self.changes()
        if changed:
            return changed
        compared = False
        for events in watch(
            *(root for root in self._roots if root.exists()),
            watch_filter=self._is_ours,
            rust_timeout=_TICK,
            yield_on_timeout=True,
        ):
            # The first tick without an event: now the system surely reports every save, and one
            # that it did not is in a second comparison.
            found = events or (set() if compared else self.changes())
            if found:
                return found
            compared = True
        raise KeyboardInterrupt  # the watch ends in no other way


def snapshot(roots: Iterable[Path]) -> Snapshot:
    """(mtime in ns, size) of every file below the roots, by path; a root may be a file."""
    found: Snapshot = {}
    for root in roots:
        for path in _files(root):
            try:
                status = os.stat(path)
            except OSError:
                continue  # gone since it was listed: the next snapshot differs, as it should
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _files(root: Path) -> Iterator[str]:
    if root.is_file():
        yield str(root)
        return
    for folder, _, names in os.walk(root):
        for name in names:
            yield os.path.join(folder, name)
