"""Small sites to publish, and whole folders to compare, for the tests of dateline.publish."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from dateline.publish import Disk, Item, Published, Unchanged, lock, publish

Snapshot = dict[str, bytes | str]


def snapshot(folder: Path) -> Snapshot | None:
    """Return all that is in the folder: bytes of files, "folder", or "-> target" of symlinks."""
    if not folder.exists():
        return None
    found: Snapshot = {}
    for place, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(place, name)
            shown = os.path.relpath(path, folder)
            if os.path.islink(path):
                found[shown] = f"-> {os.readlink(path)}"
            elif name in folders:
                found[shown] = "folder"
            else:
                with open(path, "rb") as file:
                    found[shown] = file.read()
    return found


def tree_of(files: Mapping[str, str]) -> Snapshot:
    """Return the snapshot of a folder that holds exactly these files."""
    found: Snapshot = {path: text.encode() for path, text in files.items()}
    for path in files:
        for folder in list(Path(path).parents)[:-1]:
            found[folder.as_posix()] = "folder"
    return found


def items(files: Mapping[str, str]) -> list[Item]:
    return [
        Item(path, hashlib.sha256(text.encode()).hexdigest(), text.encode)
        for path, text in files.items()
    ]


def build(
    target: Path, files: Mapping[str, str], *, replace: bool = False, disk: Disk | None = None
) -> Published:
    disk = disk or Disk()
    with lock(target, disk=disk):
        return publish(items(files), [], target, replace=replace, disk=disk)


def build_unchanged(
    target: Path, files: Mapping[str, str], *edited: str, disk: Disk | None = None
) -> Published:
    """Build with all files but the edited ones given as unchanged, all in one."""
    disk = disk or Disk()
    known = {item.path: item for item in items(files)}
    single = [known.pop(path) for path in edited]
    unchanged = Unchanged(
        {path: item.fingerprint for path, item in known.items()}, known.__getitem__
    )
    with lock(target, disk=disk):
        return publish(single, [], target, unchanged=unchanged, disk=disk)


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Write files as another hand would."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
