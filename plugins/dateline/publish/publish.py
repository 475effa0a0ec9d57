"""Publish: the finished outputs become the published folder, in one step or not at all."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.publish import clash
from dateline.publish.disk import DISK, Disk
from dateline.publish.draft import Draft
from dateline.publish.finished import Finished
from dateline.publish.item import Item, Late, by_path
from dateline.publish.listing import Entry, entry
from dateline.publish.place import find, make_parents
from dateline.publish.standing import Standing, bare_folders, survey
from dateline.publish.tree import Tree, changed, folders_of, look


@dataclass(frozen=True, slots=True)
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


def publish(
    items: Iterable[Item],
    late: Sequence[Late],
    target: Path,
    *,
    replace: bool = False,
    disk: Disk = DISK,
) -> Published:
    """Make `target` hold exactly these outputs, and the files there that no build of ours wrote.

    The caller holds `lock(target)`. `replace` takes over files of other hands that have the name of
    an output, and deletes no other. What `make` and `fingerprint` raise comes through unchanged.
    Raises Refused; then, as after any other exception, the folder is as it was.
    """
    place = find(target, disk)
    items = list(items)
    outputs = by_path([*items, *late])
    make_parents(place, disk)
    standing = survey(place)
    build = _Build(disk, standing, outputs, replace=replace)
    build.settle_clashes(items)
    for item in items:
        build.settle(item.path, item.fingerprint, item.make)
    for one in late:
        fingerprint = one.fingerprint(build.finished)
        build.settle(one.path, fingerprint, partial(one.make, build.finished))
    build.go_live()
    return build.published()


class _Build:
    """One build: what was found, and what has been settled of what is to come."""

    def __init__(
        self, disk: Disk, standing: Standing, outputs: dict[str, Item | Late], *, replace: bool
    ) -> None:
        self._standing = standing
        self._outputs = outputs
        self._replace = replace
        self._needed = folders_of(outputs)
        self._clashes = clash.clashes(outputs, self._needed, standing.foreign, standing.empty)
        foreign = standing.foreign - self._clashes.same - self._clashes.in_the_way
        empty = self._apart(standing.empty)
        self._folders = self._needed | folders_of(foreign) | folders_of(empty) | empty
        self._foreign, self._empty = foreign, empty
        self._draft = Draft(disk, standing.place, outputs.keys() | foreign, self._folders)
        self._entries: dict[str, Entry] = {}
        self._linked = 0
        self._reused = 0
        self.finished = Finished(self._draft.read)

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
            if not status or not stat.S_ISREG(status.st_mode):
                clashing.add(path)
        for item in items:
            if item.path in self._clashes.same and item.path not in clashing:
                same = self._standing.holding(item.path, item.make())
                if same:
                    self._keep(item.path, item.fingerprint, same)
                else:
                    clashing.add(item.path)
        if clashing:
            raise clash.taken(live, clashing)

    def settle(self, path: str, fingerprint: str, make: Callable[[], bytes]) -> None:
        """Keep the file that is there if it has this fingerprint, or these bytes; else write it."""
        if path in self._entries:
            return  # adopted
        known = self._standing.entry(path)
        if known and known.fingerprint == fingerprint:
            self._entries[path] = known
            self._reused += 1
            self.finished.note(path, fingerprint)
            return
        data = make()
        same = self._standing.holding(path, data)
        if same:
            self._keep(path, fingerprint, same)
            return
        if path in self._clashes.same and not self._replace:
            raise clash.taken(self._standing.place.live, [path])
        self._entries[path] = entry(fingerprint, self._draft.write(path, data))
        self.finished.note(path, fingerprint)

    def go_live(self) -> None:
        """Put the new build in the place of the old, or do nothing where they are the same."""
        draft, standing = self._draft, self._standing
        if self._tree_stays():
            if self._entries != standing.entries:
                draft.write_list(self._entries, standing.place.live)
            return
        live = standing.tree
        if live and changed(standing.place.live, live):
            now = look(standing.place.live)
            self._take_along(live, now)
            live = now
        kept = self._entries.keys() - draft.written.keys()
        draft.complete(kept, self._foreign, self._empty, live)
        draft.go_live(self._entries, live)
        with contextlib.suppress(OSError):  # the site is published; see Draft.level
            draft.level(self._entries, live)

    def published(self) -> Published:
        gone = self._standing.ours - self._outputs.keys()
        written = len(self._draft.written)
        return Published(written, self._linked, self._reused, len(gone))

    def _keep(self, path: str, fingerprint: str, status: os.stat_result) -> None:
        """Note an output that was made and found to be there."""
        self._entries[path] = entry(fingerprint, status)
        self._linked += 1
        self.finished.note(path, fingerprint)

    def _tree_stays(self) -> bool:
        """Say whether the published tree is already what it is to be."""
        tree = self._standing.tree
        return (
            tree is not None
            and not self._draft.written
            and self._standing.ours <= self._outputs.keys()
            and tree.folders.keys() - {""} == self._folders
        )

    def _take_along(self, before: Tree, now: Tree) -> None:
        """Add what other hands put into the folder while the outputs were made. Raises Refused."""
        live = self._standing.place.live
        arrived = now.files.keys() - before.files.keys()
        found = clash.clashes(self._outputs, self._needed, arrived, set())
        if found.full:
            raise clash.full(live, found.full)
        in_the_way = found.same | found.in_the_way
        if in_the_way and not self._replace:
            raise clash.taken(live, in_the_way)
        self._foreign |= arrived - in_the_way
        self._empty |= self._apart(bare_folders(now) - bare_folders(before)) - self._needed

    def _apart(self, folders: Set[str]) -> set[str]:
        """Return those folders that neither have the name of an output nor lie below one."""
        return {
            folder
            for folder in folders
            if folder not in self._outputs and folders_of([folder]).isdisjoint(self._outputs)
        }
