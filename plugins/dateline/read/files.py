"""The content folder: which files are briefs and registry entries, and what bytes they hold."""

import os
import stat
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from dateline.findings import Finding
from dateline.frozen import frozen

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


# Of a file that is gone since its folder was listed, or that may not be looked at: reading says it.
_OUT_OF_REACH = os.stat_result((stat.S_IFREG, *[0] * 9))


@frozen
class ContentFile:
    """A file of the content folder: `shown` is its path as findings name it."""

    kind: Kind
    path: Path
    shown: str

    @property
    def stem(self) -> str:
        return self.path.stem


class Found(NamedTuple):
    """A file of the content folder as the folder shows it: its path below the root, and what the
    system says of it."""

    kind: Kind
    below: str
    status: os.stat_result

    def file(self, root: Path, shown_root: str) -> ContentFile:
        return ContentFile(self.kind, root / self.below, _shown(self.below, shown_root))


def content_files(root: Path, shown_root: str) -> tuple[list[ContentFile], list[Finding]]:
    """Every brief and registry entry below `root`, by kind and path, and the files left unread.

    The folder below briefs/ is free; the registries may be nested as well. Hidden files and
    editors' copies are passed over in silence, symbolic links and other endings are findings:
    nothing that somebody sent is dropped without a word.
    """
    found, findings = found_files(root, shown_root)
    return [each.file(root, shown_root) for each in found], findings


def found_files(root: Path, shown_root: str) -> tuple[list[Found], list[Finding]]:
    """The same, as the folder shows them: without a look at any file."""
    files: list[Found] = []
    findings: list[Finding] = list(_misnamed_folders(root, shown_root))
    for kind, folder in FOLDERS.items():
        for below, status in _walk(root, folder):
            why = _why_not_read(below, status)
            if why is None:
                files.append(Found(kind, below, status))
            else:
                findings.append(Finding(_shown(below, shown_root), 1, 1, *why))
    return files, findings


def _shown(below: str, shown_root: str) -> str:
    return f"{shown_root}/{below}" if shown_root else below


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
    try:
        status = os.lstat(file.path)
    except OSError:
        return file  # gone or out of reach, which reading it says
    why = _why_not_read(file.path.name, status)
    return file if why is None else Finding(file.shown, 1, 1, *why)


def _why_not_read(name: str, status: os.stat_result) -> tuple[str, str, str] | None:
    """Rule, message and remedy."""
    if stat.S_ISLNK(status.st_mode):
        return "E009", "a symbolic link", "put the file itself here"
    if stat.S_ISDIR(status.st_mode):
        return "E010", "a folder that cannot be read", "check that it may be read"
    if not name.endswith(".md"):
        return "E009", "not a .md file", ""
    return None


def file_of(path: Path, root: Path, shown: str) -> ContentFile | None:
    """The content file that `path` is, or None where it lies in no folder that is read."""
    try:
        first = path.relative_to(root).parts[0]
    except (ValueError, IndexError):
        return None
    kind = next((kind for kind, folder in FOLDERS.items() if folder == first), None)
    return ContentFile(kind, path, shown) if kind else None


def _walk(root: Path, below: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files below a folder in the order of names; the folder itself where it is a link, or
    cannot be read. With the path below the root."""
    folder = root / below
    try:
        if folder.is_symlink():
            yield below, os.lstat(folder)
            return
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except OSError:
        yield below, _status(folder)
        return
    for entry in sorted(entries, key=_name):
        name = entry.name
        if name.startswith(".") or name.endswith(("~", ".swp", ".bak", ".orig")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, f"{below}/{name}")
            continue
        try:
            yield f"{below}/{name}", entry.stat(follow_symlinks=False)
        except OSError:
            yield f"{below}/{name}", _OUT_OF_REACH


def _status(path: Path) -> os.stat_result:
    try:
        return os.lstat(path)
    except OSError:
        return _OUT_OF_REACH


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
