"""What a build reads from disk, so that a save made meanwhile is not lost."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]


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
