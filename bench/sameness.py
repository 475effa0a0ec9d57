"""Whether the two sites are the same work: as many files, as many bytes of pages."""

import os
from dataclasses import dataclass
from pathlib import Path

FILES_WITHIN = 0.02
PAGES_WITHIN = 0.15


@dataclass(frozen=True, slots=True)
class Size:
    """`pages` is in bytes of HTML, `all` of every file."""

    files: int
    pages: int
    all: int


def size_of(site: Path) -> Size:
    files = pages = whole = 0
    for folder, _, names in os.walk(site):
        for name in names:
            size = os.stat(os.path.join(folder, name)).st_size
            files += 1
            whole += size
            pages += size if name.endswith(".html") else 0
    return Size(files, pages, whole)


def differences(ours: Size, hugo: Size) -> list[str]:
    """In words, what is too different for a comparison; empty where nothing is."""
    found = []
    if _apart(ours.files, hugo.files) > FILES_WITHIN:
        found.append(f"{ours.files:,} files are not within 2 % of Hugo's {hugo.files:,}")
    if _apart(ours.pages, hugo.pages) > PAGES_WITHIN:
        found.append(f"{ours.pages:,} bytes of pages are not within 15 % of Hugo's {hugo.pages:,}")
    return found


def _apart(ours: int, hugo: int) -> float:
    return abs(ours - hugo) / max(1, ours)
