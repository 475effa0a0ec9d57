"""The content folder: which files are briefs and registry entries, and what bytes they hold."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from dateline.findings import Finding

Kind = Literal["brief", "group", "location", "weapon", "source", "total"]

KINDS: tuple[Kind, ...] = get_args(Kind)

FOLDERS: dict[Kind, str] = {
    "brief": "briefs",
    "group": "groups",
    "location": "locations",
    "weapon": "weapons",
    "source": "sources",
    "total": "totals",
}


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of the content folder: `shown` is its path as findings name it."""

    kind: Kind
    path: Path
    shown: str

    @property
    def stem(self) -> str:
        return self.path.stem


def content_files(root: Path, shown_root: str) -> tuple[list[ContentFile], list[Finding]]:
    """Every brief and registry entry below `root`, by kind and path, and the files left unread.

    The folder below briefs/ is free; the registries may be nested as well. Hidden files and
    editors' copies are passed over in silence, symbolic links and other endings are findings:
    nothing that somebody sent is dropped without a word.
    """
    files: list[ContentFile] = []
    findings: list[Finding] = []
    for kind, folder in FOLDERS.items():
        for path in sorted(_walk(root / folder)):
            shown = f"{shown_root}/{path.relative_to(root).as_posix()}".lstrip("/")
            if path.is_symlink():
                findings.append(
                    Finding(shown, 1, 1, "E009", "a symbolic link", "put the file itself here")
                )
            elif path.suffix != ".md":
                findings.append(Finding(shown, 1, 1, "E009", "not a .md file"))
            else:
                files.append(ContentFile(kind, path, shown))
    return files, findings


def file_of(path: Path, root: Path, shown: str) -> ContentFile | None:
    """The content file that `path` is, or None where it lies in no folder that is read."""
    try:
        first = path.relative_to(root).parts[0]
    except (ValueError, IndexError):
        return None
    kind = next((kind for kind, folder in FOLDERS.items() if folder == first), None)
    return ContentFile(kind, path, shown) if kind else None


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(("~", ".swp", ".bak", ".orig")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)
