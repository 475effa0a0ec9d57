"""What stands in the published folder before a build, and which of it is ours."""

import os
import stat
from dataclasses import dataclass

from dateline.publish import kernel
from dateline.publish.listing import Entry, decode
from dateline.publish.place import Place
from dateline.publish.refusal import cannot
from dateline.publish.tree import Tree, at, folders_of, inodes, look, shown


@dataclass(frozen=True, slots=True)
class Standing:
    """The published folder as a build finds it.

    tree: all that is in it; None if there is no folder yet.
    entries: the list that lies beside, by path; None if there is none to be trusted.
    ours: the files of `tree` that a build of ours put there.
    foreign: its other files.
    empty: its folders that hold no file and that no build of ours made.
    """

    place: Place
    tree: Tree | None
    entries: dict[str, Entry] | None
    ours: set[str]
    foreign: set[str]
    empty: set[str]

    def status(self, path: str) -> os.stat_result | None:
        """Return the status of a file in the folder, None if it is not there."""
        return self.tree.files.get(path) if self.tree else None

    def entry(self, path: str) -> Entry | None:
        """Return the file's entry in the list if nobody has touched the file since."""
        known = self.entries.get(path) if self.entries else None
        status = self.status(path)
        return known if known and status and known.is_still(status) else None

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


def survey(place: Place) -> Standing:
    """Look at the published folder. Raises Refused for what cannot be read.

    A name in the list is ours, whoever wrote the file last: it is repaired, and goes when no output
    has its name. Without a list the idle tree tells: after each build it is left with our files
    only, so what it shares with the published one is ours.
    """
    if not os.path.lexists(place.live):
        return Standing(place, None, None, set(), set(), set())
    tree = look(place.live)
    entries = _listed(place, tree)
    if entries is not None:
        ours = tree.files.keys() & entries.keys()
        our_folders = folders_of(entries) | entries.keys()  # also a folder put in a file's place
    else:
        idle = inodes(place.idle)
        ours = {
            path for path, status in tree.files.items() if idle.files.get(path) == status.st_ino
        }
        our_folders = idle.folders | idle.files.keys()
    foreign = tree.files.keys() - ours
    return Standing(place, tree, entries, ours, foreign, bare_folders(tree) - our_folders)


def bare_folders(tree: Tree) -> set[str]:
    """Return the folders with no file in them at any depth."""
    return tree.folders.keys() - folders_of(tree.files) - {""}


def _listed(place: Place, tree: Tree) -> dict[str, Entry] | None:
    path = place.list_of(tree.folders[""].st_ino)
    try:
        with open(path, "rb") as file:
            data = file.read()
        return decode(data, kernel.birth(place.live), tree)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise cannot(shown(path), error) from error
