"""Publish: the finished outputs become the published folder, in one step or not at all."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path

from dateline.frozen import frozen
from dateline.publish import clash
from dateline.publish.disk import DISK, Disk
from dateline.publish.draft import Draft
from dateline.publish.finished import Finished
from dateline.publish.item import NONE, Item, Late, Outputs, Unchanged
from dateline.publish.listing import Entry, entry
from dateline.publish.old import Old
from dateline.publish.place import find, make_parents
from dateline.publish.standing import Standing
from dateline.publish.tree import folders_of


@frozen
class Published:
    """How many of our files a build ...

    written: put there with new bytes.
    linked: made, and kept as they were, since the bytes were there already.
    reused: kept without being made, since the fingerprint was the same.
    deleted: took away, since no output has their name any more.
    """

    written: int
    linked: int
    reused: int
    deleted: int


Making = Callable[[Sequence[Item]], Iterable[tuple[Item, bytes]]]


def one_by_one(items: Sequence[Item]) -> Iterator[tuple[Item, bytes]]:
    return ((item, item.make()) for item in items)


def publish(
    items: Iterable[Item],
    late: Sequence[Late],
    target: Path,
    *,
    unchanged: Unchanged = NONE,
    making: Making = one_by_one,
    replace: bool = False,
    disk: Disk = DISK,
) -> Published:
    """Make `target` hold exactly these outputs, and the files there that no build of ours wrote.

    The caller holds `lock(target)`. `replace` takes over files of other hands that have the name of
    an output, and deletes no other. `making` gives the bytes of items, each once, in any order.
    What it, `make` and `fingerprint` raise comes through unchanged.
    Raises Refused; then, as after any other exception, the folder is as it was.
    """
    place = find(target, disk)
    items = list(items)
    standing = Standing(place)
    outputs = Outputs([*items, *late], unchanged, standing.listing)
    make_parents(place, disk)
    build = _Build(disk, standing, outputs, replace=replace)
    pending = [unchanged.item(path) for path in build.keep(unchanged.fingerprints)]
    build.settle_clashes(items + pending)
    wanted = [one for one in chain(items, pending) if not build.reuse(one.path, one.fingerprint)]
    for item, data in making(wanted):
        build.put(item.path, item.fingerprint, data)
    for one in late:
        fingerprint = one.fingerprint(build.finished)
        if not build.reuse(one.path, fingerprint):
            build.put(one.path, fingerprint, one.make(build.finished))
    build.go_live()
    return build.published()


class _Build:
    """One build: what was found, and what has been settled of what is to come."""

    def __init__(self, disk: Disk, standing: Standing, outputs: Outputs, *, replace: bool) -> None:
        self._standing = standing
        self._outputs = outputs
        self._replace = replace
        self._clashes = self._look_for_clashes()
        self._foreign = standing.foreign - self._clashes.same - self._clashes.in_the_way
        self._empty = self._apart(standing.empty)
        self._draft = Draft(
            disk, standing.place, standing.listing, outputs.paths.keys(), outputs.folders
        )
        self._entries: dict[str, Entry] = {}
        self._linked = 0
        self._reused = 0
        self._deleted = standing.gone_from(outputs.paths.keys())
        self.finished = Finished(self._draft.read)

    def _look_for_clashes(self) -> clash.Clashes:
        """Look around once more where there seems to be a clash, and the list may be out of date.

        An output of the last build needs no look: the name in the list makes it ours.
        """
        standing, outputs = self._standing, self._outputs
        found = clash.clashes(outputs.paths, outputs.folders, standing.foreign, standing.empty)
        if not standing.exists or standing.tree is not None:
            return found
        if not found and not any(standing.status(path) for path in outputs.new):
            return found
        standing.walk()
        return clash.clashes(outputs.paths, outputs.folders, standing.foreign, standing.empty)

    def keep(self, fingerprints: Mapping[str, str]) -> list[str]:
        """Keep all files that are there with these fingerprints; return the paths of the others."""
        listed = self._standing.untouched
        kept = {
            path: known
            for path, fingerprint in fingerprints.items()
            if (known := listed.get(path)) and known.fingerprint == fingerprint
        }
        self._entries.update(kept)
        self._reused += len(kept)
        if len(kept) == len(fingerprints):
            self.finished.note_all(fingerprints)
            return []
        self.finished.note_all({path: known.fingerprint for path, known in kept.items()})
        return [path for path in fingerprints if path not in kept]

    def settle_clashes(self, items: Iterable[Item]) -> None:
        """Raise Refused for what is in the way, with nothing changed; adopt what has our bytes."""
        live = self._standing.place.live
        if self._clashes.full:
            raise clash.full(live, self._clashes.full)
        if self._replace:
            return
        clashing = set(self._clashes.in_the_way)
        for path in self._clashes.same:
            status = self._standing.status(path)
            if status and not stat.S_ISREG(status.st_mode):
                clashing.add(path)
        for item in items if self._clashes.same else ():
            if item.path in self._clashes.same and item.path not in clashing:
                same = self._standing.holding(item.path, item.make())
                if same:
                    self._keep(item.path, item.fingerprint, same)
                elif self._standing.status(item.path):
                    clashing.add(item.path)
        if clashing:
            raise clash.taken(live, clashing)

    def reuse(self, path: str, fingerprint: str) -> bool:
        """Keep the file that is there if it has this fingerprint; say whether it is kept."""
        if path in self._entries:
            return True  # adopted
        known = self._standing.untouched.get(path)
        if not known or known.fingerprint != fingerprint:
            return False
        self._entries[path] = known
        self._reused += 1
        self.finished.note(path, fingerprint)
        return True

    def put(self, path: str, fingerprint: str, data: bytes) -> None:
        """Keep the file that is there if it has these bytes; else write them."""
        same = self._standing.holding(path, data)
        if same:
            self._keep(path, fingerprint, same)
            return
        if path in self._clashes.same and not self._replace and self._standing.status(path):
            raise clash.taken(self._standing.place.live, [path])
        self._entries[path] = entry(fingerprint, self._draft.write(path, data))
        self.finished.note(path, fingerprint)

    def go_live(self) -> None:
        """Put the new build in the place of the old, or do nothing where they are the same."""
        draft, standing = self._draft, self._standing
        listing = standing.listing
        if self._tree_stays():
            if listing is None or self._entries != listing.entries:
                draft.write_list(standing.list_again(self._entries, self._outputs.folders))
            return
        if standing.exists and not standing.is_still():
            self._take_along()
        draft.complete(self._entries, self._foreign, self._empty)
        listing = draft.go_live(
            self._entries, self._foreign, self._empty, first=not standing.exists
        )
        with contextlib.suppress(OSError):  # the site is published; see Draft.level
            draft.level(listing, Old(standing.listing, standing.tree))

    def published(self) -> Published:
        return Published(len(self._draft.written), self._linked, self._reused, self._deleted)

    def _keep(self, path: str, fingerprint: str, status: os.stat_result) -> None:
        """Note an output that was made and found to be there."""
        self._entries[path] = entry(fingerprint, status)
        self._linked += 1
        self.finished.note(path, fingerprint)

    def _tree_stays(self) -> bool:
        """Say whether the published tree is already what it is to be."""
        standing = self._standing
        if not standing.exists or self._draft.written:
            return False
        if not standing.ours <= self._outputs.paths.keys():
            return False
        if standing.tree is None:
            return True
        apart = folders_of(self._foreign) | folders_of(self._empty) | self._empty
        return standing.tree.folders.keys() - {""} == self._outputs.folders | apart

    def _take_along(self) -> None:
        """Add what other hands put into the folder while the outputs were made. Raises Refused."""
        standing = self._standing
        known = self._foreign | self._clashes.same | self._clashes.in_the_way
        standing.walk()
        arrived = standing.foreign - known
        found = clash.clashes(self._outputs.paths, self._outputs.folders, arrived, set())
        if found.full:
            raise clash.full(standing.place.live, found.full)
        in_the_way = found.same | found.in_the_way
        if in_the_way and not self._replace:
            raise clash.taken(standing.place.live, in_the_way)
        self._foreign = (self._foreign & standing.foreign) | (arrived - in_the_way)
        self._empty = self._apart(standing.empty)

    def _apart(self, folders: Set[str]) -> set[str]:
        """Return those folders that are none of ours and do not lie below an output."""
        outputs = self._outputs.paths
        return {
            folder
            for folder in folders
            if folder not in outputs
            and folder not in self._outputs.folders
            and folders_of([folder]).isdisjoint(outputs)
        }
