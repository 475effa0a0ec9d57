"""Folders full of files: what is in them, and how one is brought into a wanted shape.

A path inside a tree is a str with "/" between its parts; the tree's root is bytes. Names that are
not UTF-8 (only other hands' files have them) come through by surrogateescape.
"""

import os
from collections.abc import Iterable, Set

from dateline.frozen import frozen
from dateline.publish.disk import Disk
from dateline.publish.refusal import Refused, cannot


@frozen
class Tree:
    """What is in a folder. `files` is all that is not a folder; a symlink is never followed."""

    files: dict[str, os.stat_result]
    folders: dict[str, os.stat_result]  # the root too, as ""


@frozen
class Inodes:
    """The same without sizes and times, for a third of the cost."""

    files: dict[str, int]
    folders: set[str]


def at(root: bytes, path: str) -> bytes:
    """Return where `path` of the tree at `root` lies on disk."""
    return root + b"/" + path.encode("utf-8", "surrogateescape") if path else root


def shown(path: bytes) -> str:
    """Return a path on disk as it is shown to people: on one line, whatever is in it."""
    text = path.decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def lost_mount(folder: bytes) -> Refused:
    """Return the refusal for a mount point in the published folder, which would not come along."""
    return Refused(
        f"{shown(folder)} is a mount point inside the published folder and would be lost from it. "
        "Unmount it, or publish elsewhere: -o DIR"
    )


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder that these files lie in, at any depth."""
    found: set[str] = set()
    for path in paths:
        cut = path.rfind("/")
        while cut > 0 and path[:cut] not in found:
            found.add(path[:cut])
            cut = path.rfind("/", 0, cut)
    return found


def look(root: bytes) -> Tree:
    """Return what is in the tree. Raises Refused if it cannot be read or holds a mount."""
    tree = Tree({}, {})
    try:
        tree.folders[""] = os.lstat(root)
        device = tree.folders[""].st_dev
        unseen = [("", root)]
        while unseen:
            prefix, folder = unseen.pop()
            with os.scandir(folder) as entries:
                for entry in entries:
                    path = prefix + entry.name.decode("utf-8", "surrogateescape")
                    status = entry.stat(follow_symlinks=False)
                    if not entry.is_dir(follow_symlinks=False):
                        tree.files[path] = status
                    elif status.st_dev == device:
                        tree.folders[path] = status
                        unseen.append((path + "/", entry.path))
                    else:
                        raise lost_mount(entry.path)
    except OSError as error:
        raise cannot(shown(root), error) from error
    return tree


def inodes(root: bytes) -> Inodes:
    """Return names and inode numbers in the tree, both empty if there is none. Raises Refused."""
    found = Inodes({}, set())
    unseen = [("", root)] if os.path.lexists(root) else []
    try:
        while unseen:
            prefix, folder = unseen.pop()
            with os.scandir(folder) as entries:
                for entry in entries:
                    path = prefix + entry.name.decode("utf-8", "surrogateescape")
                    if entry.is_dir(follow_symlinks=False):
                        found.folders.add(path)
                        unseen.append((path + "/", entry.path))
                    else:
                        found.files[path] = entry.inode()
    except OSError as error:
        raise cannot(shown(root), error) from error
    return found


def folder_of(path: str) -> str:
    """Return the folder that a path lies in, "" for the root."""
    return path.rpartition("/")[0]


def shape(disk: Disk, root: bytes, gone: Iterable[str], there: Set[str], folders: Set[str]) -> None:
    """Take files away and leave exactly `folders`, where `there` are now. Raises OSError."""
    for path in gone:
        disk.unlink(at(root, path))
    if there == folders:
        return
    for folder in sorted(there - folders, reverse=True):  # the innermost first
        disk.rmdir(at(root, folder))
    for folder in sorted(folders - there):  # the outermost first
        disk.mkdir(at(root, folder))


def changed(root: bytes, tree: Tree) -> bool:
    """Say whether a name has come into the tree, or gone from it, since it was looked at."""
    try:
        return any(
            os.lstat(at(root, folder)).st_mtime_ns != status.st_mtime_ns
            for folder, status in tree.folders.items()
        )
    except FileNotFoundError:
        return True


def replace_by_link(disk: Disk, source: bytes, spare: bytes, path: bytes, *, there: bool) -> None:
    """Let `path` be the same file as `source`; `there` says whether a file has the name now.

    A link cannot replace, so it is made as `spare` and renamed. Raises OSError.
    """
    if there:
        disk.link(source, spare)
        disk.rename(spare, path)
    else:
        disk.link(source, path)
