"""What stands in the published folder before a build, and which of it is ours."""

import os
import stat
from collections.abc import Mapping, Set
from contextlib import suppress

from dateline.publish import kernel
from dateline.publish.listing import Entry, Listing, decode
from dateline.publish.place import Place
from dateline.publish.refusal import cannot
from dateline.publish.stamps import all_have, seen
from dateline.publish.tree import Tree, at, changed, folders_of, inodes, look, shown


class Standing:
    """The published folder as a build finds it.

    exists: whether there is a folder yet.
    untouched: the files in the list that are as they were written.
    listing: the list that lies beside; None if there is none to be trusted.
    tree: all that is in the folder, once `walk` has looked. Until then it is held to be what the
        list says, and only the files of the list have been looked at, each of them.
    ours: the files there that a build of ours put there, or has a list of.
    foreign: its other files.
    empty: its folders that hold no file and that no build of ours made.
    """

    def __init__(self, place: Place) -> None:
        """Raises Refused for what cannot be read.

        A name in the list is ours, whoever wrote the file last: it is repaired, and goes when no
        output has its name. Without a list the idle tree tells: after each build it is left with
        our files only, so what it shares with the published one is ours.
        """
        self.place = place
        self.exists = os.path.lexists(place.live)
        self.listing: Listing | None = None
        self.tree: Tree | None = None
        self.ours: Set[str] = frozenset()
        self.foreign: Set[str] = frozenset()
        self.empty: Set[str] = frozenset()
        self.untouched: Mapping[str, Entry] = {}
        self._touched: set[str] = set()
        self._our_names: Set[str] = frozenset()
        self._our_folders: Set[str] = frozenset()
        if not self.exists:
            return
        self.listing = self._listed()
        if self.listing is None:
            self._recognise(look(place.live))
            self.walk()
            return
        self._our_names = self.ours = self.listing.entries.keys()
        # A folder that was put in the place of one of our files is ours too.
        self._our_folders = self.listing.folders.keys() | self.ours
        self.foreign = set(self.listing.foreign)
        self.empty = set(self.listing.empty)

    def walk(self) -> None:
        """Look at all that is there now. Raises Refused for what cannot be read."""
        self.tree = look(self.place.live)
        self.ours = self.tree.files.keys() & self._our_names
        self.foreign = self.tree.files.keys() - self.ours
        self.empty = bare_folders(self.tree) - self._our_folders

    def is_still(self) -> bool:
        """Say whether no name has come into the folder, or gone from it, since it was looked at."""
        if self.tree is not None:
            return not changed(self.place.live, self.tree)
        return self.listing is not None and (
            all_have(self.place.live, self.listing.folders)
            and all_have(self.place.live, self.listing.apart)
            and set(os.listdir(self.place.live)) == _names_in_root(self.listing)
        )

    def list_again(self, entries: dict[str, Entry], folders: Set[str]) -> Listing:
        """Return the list for the tree that stays where it is, with our files as in `entries`."""
        stamps, idle = {}, None
        if self.listing is not None:
            stamps = self.listing.stamps()
            if _same_inodes(self.listing.entries, entries):
                idle = self.listing.idle
        if self.tree is not None:
            stamps = seen(self.tree.folders, stamps)
        return Listing(
            entries,
            {name: stamp for name, stamp in stamps.items() if not name or name in folders},
            sorted(self.foreign - entries.keys()),
            sorted(self.empty),
            {name: stamp for name, stamp in stamps.items() if name and name not in folders},
            idle,
        )

    def status(self, path: str) -> os.stat_result | None:
        """Return the status of what is there now under this name, None if there is nothing."""
        try:
            return os.lstat(at(self.place.live, path))
        except OSError:
            return None

    def holding(self, path: str, data: bytes) -> os.stat_result | None:
        """Return the status of `path` if it is a file in the folder with exactly these bytes."""
        status = self.status(path)
        if not status or not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return None
        try:
            with open(at(self.place.live, path), "rb") as file:
                return status if file.read() == data else None
        except OSError:
            return None  # a file that cannot be read is made anew

    def gone_from(self, outputs: Set[str]) -> int:
        """Return how many of our files are there now and have the name of no output."""
        gone = [] if self.ours <= outputs else [path for path in self.ours if path not in outputs]
        return sum(path not in self._touched or self._is_file(path) for path in gone)

    def _is_file(self, path: str) -> bool:
        status = self.status(path)
        return status is not None and not stat.S_ISDIR(status.st_mode)

    def _recognise(self, tree: Tree) -> None:
        """Tell by the idle tree what is ours, in the folder as it is before the build."""
        idle = inodes(self.place.idle)
        self._our_names = {
            path for path, found in tree.files.items() if idle.files.get(path) == found.st_ino
        }
        self._our_folders = idle.folders | idle.files.keys()

    def _listed(self) -> Listing | None:
        """Return the list, having looked at each of its files."""
        root = os.lstat(self.place.live)
        path = self.place.list_of(root.st_ino)
        try:
            with open(path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise cannot(shown(path), error) from error
        birth = kernel.birth(self.place.live)
        listing = decode(data, birth)
        if listing is None:
            return None
        try:
            self._touched = _touched(self.place.live, listing.entries)
        except OSError as error:
            raise cannot(shown(self.place.live), error) from error
        if birth is None and len(self._touched) == len(listing.entries) > 0:
            self._touched = set()
            return None
        self.untouched = listing.entries
        if self._touched:
            self.untouched = {
                path: known for path, known in listing.entries.items() if path not in self._touched
            }
        return listing


def bare_folders(tree: Tree) -> set[str]:
    """Return the folders with no file in them at any depth."""
    return tree.folders.keys() - folders_of(tree.files) - {""}


def _touched(root: bytes, entries: dict[str, Entry]) -> set[str]:
    """Return those files that are not as they were written. There may be tens of thousands."""
    found = set()
    lstat = os.lstat
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for path, (_, size, mtime, inode) in entries.items():
            try:
                status = lstat(path.encode(), dir_fd=handle)
            except OSError:
                found.add(path)
                continue
            if status.st_mtime_ns != mtime or status.st_ino != inode or status.st_size != size:
                found.add(path)
    finally:
        os.close(handle)
    return found


def _names_in_root(listing: Listing) -> set[bytes]:
    there = (listing.entries, listing.folders, listing.foreign, listing.apart)
    names = {path for paths in there for path in paths if "/" not in path}
    return {name.encode("utf-8", "surrogateescape") for name in names if name}


def _same_inodes(old: dict[str, Entry], new: dict[str, Entry]) -> bool:
    with suppress(KeyError):
        return len(old) == len(new) and all(
            new[path].inode == one.inode for path, one in old.items()
        )
    return False
