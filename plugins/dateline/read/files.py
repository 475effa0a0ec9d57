"""The content folder: which files are briefs and registry entries, and what bytes they hold."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
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
    findings: list[Finding] = list(_misnamed_folders(root, shown_root))
    for kind, folder in FOLDERS.items():
        for path in sorted(_walk(root / folder)):
            below = path.relative_to(root).as_posix()
            shown = f"{shown_root}/{below}" if shown_root else below
            found = sorted_out(ContentFile(kind, path, shown))
            if isinstance(found, Finding):
                findings.append(found)
            else:
                files.append(found)
    return files, findings


def _misnamed_folders(root: Path, shown_root: str) -> Iterator[Finding]:
    """Folders that hold .md files and are called almost, but not quite, as one that is read.

    Others are not ours to judge: Pelican's pages lie beside the briefs, and so may anything else.
    """
    known = [*FOLDERS.values(), "pages", "reviews"]
    for folder in sorted(path for path in root.glob("*") if path.is_dir()):
        near = get_close_matches(folder.name.casefold(), known, n=1, cutoff=0.8)
        if folder.name in known or not near or next(folder.rglob("*.md"), None) is None:
            continue
        shown = f"{shown_root}/{folder.name}" if shown_root else folder.name
        message = "a folder that is not read"
        yield Finding(shown, 1, 1, "E009", message, f'did you mean "{near[0]}"?')


def sorted_out(file: ContentFile) -> ContentFile | Finding:
    """The file, if it is one that is read, or why it is not."""
    if file.path.is_symlink():
        return Finding(file.shown, 1, 1, "E009", "a symbolic link", "put the file itself here")
    if file.path.is_dir():
        message = "a folder that cannot be read"
        return Finding(file.shown, 1, 1, "E010", message, "check that it may be read")
    if file.path.suffix != ".md":
        return Finding(file.shown, 1, 1, "E009", "not a .md file")
    return file


def file_of(path: Path, root: Path, shown: str) -> ContentFile | None:
    """The content file that `path` is, or None where it lies in no folder that is read."""
    try:
        first = path.relative_to(root).parts[0]
    except (ValueError, IndexError):
        return None
    kind = next((kind for kind, folder in FOLDERS.items() if folder == first), None)
    return ContentFile(kind, path, shown) if kind else None


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder; the folder itself where it is a link, or cannot be read."""
    if folder.is_symlink():
        yield folder
        return
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(("~", ".swp", ".bak", ".orig")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)
