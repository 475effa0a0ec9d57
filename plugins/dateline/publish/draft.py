"""The next build: it comes together in the idle tree and takes the place of the published one."""

import errno
import os
from collections.abc import Collection, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from itertools import chain

from dateline.publish import kernel
from dateline.publish.disk import Disk
from dateline.publish.listing import Entry, Listing, decode_idle, encode, encode_idle
from dateline.publish.old import Old
from dateline.publish.place import Place, mount_message
from dateline.publish.refusal import Refused, cannot
from dateline.publish.stamps import NEVER, Stamp, all_have, give, has
from dateline.publish.tree import (
    at,
    folder_of,
    folders_of,
    inodes,
    replace_by_link,
    shape,
    shown,
)

_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


class Draft:
    """The idle tree. Until `go_live` nothing in the published one changes.

    It is trusted for nothing: it may be gone, half built, or another's work. A file in it that is
    the published file (the same inode) is the same; whatever else is in it is replaced or deleted.
    If each of its folders has the stamp that the last build left it with, every name in it still
    has the inode that the list says, and only the difference is made; else all is looked at.
    """

    def __init__(
        self, disk: Disk, place: Place, listing: Listing | None, files: Set[str], folders: Set[str]
    ) -> None:
        """`files` and `folders` are all that the next build will hold of ours."""
        self._disk = disk
        self._place = place
        self._listing = listing
        self._files = files
        self._folders = folders
        self._begun = False
        self._levelled = False  # it holds the files of the list; else those of `_found`
        self._listed: Mapping[str, Entry] = {}
        self._found: Mapping[str, int] = {}  # inodes by path
        self._stamps: dict[str, Stamp] = {}  # of its folders, as far as they are known
        self._apart: dict[str, Stamp] = {}  # of those for other hands' files
        self._changed: set[str] = set()  # folders
        self.written: dict[str, None] = {}  # in their order

    def write(self, path: str, data: bytes) -> os.stat_result:
        """Put an output with new bytes into the tree. Raises Refused where the disk does."""
        copy = at(self._place.idle, path)
        with self._telling(path):
            self._begin()
            self._changed.add(folder_of(path))
            if self._inode(path) is not None:
                status = self._disk.write(self._place.spare, data)
                self._disk.rename(self._place.spare, copy)
            else:
                status = self._disk.write(copy, data)
        self.written[path] = None
        return status

    def read(self, path: str) -> bytes:
        """Return the bytes of an output that is written, or kept from the published tree."""
        root = self._place.idle if path in self.written else self._place.live
        try:
            with open(at(root, path), "rb") as file:
                return file.read()
        except OSError as error:
            raise cannot(self._known_as(path), error) from error

    def complete(
        self, entries: Mapping[str, Entry], foreign: Collection[str], empty: Collection[str]
    ) -> None:
        """Bring in all that stays as it is, other hands' files last, by links to `live`."""
        apart = (folders_of(foreign) | folders_of(empty) | set(empty)) - self._folders
        with self._telling(""):
            self._begin()
            for folder in sorted(apart):
                self._disk.mkdir(at(self._place.idle, folder))
        for path in self._missing(entries):
            with self._telling(path):
                self._link(path)
        for path in foreign:
            # Whoever put it there may have taken it away meanwhile.
            with self._telling(path), suppress(FileNotFoundError):
                self._link(path)
        with self._telling(""):
            self._copy_permissions(apart)
            self._changed |= apart | {folder_of(path) for path in (*foreign, *apart)}
            self._stamp_changed(apart)

    def go_live(
        self,
        entries: dict[str, Entry],
        foreign: Collection[str],
        empty: Collection[str],
        *,
        first: bool,
    ) -> Listing:
        """Write the list and let the tree take the place of the published one. Raises Refused.

        Returns the list.
        """
        place = self._place
        listing = Listing(entries, self._stamps, sorted(foreign), sorted(empty), self._apart)
        path = place.list_of(os.lstat(place.idle).st_ino)
        try:
            self._clear(path)  # from a build that was killed: this tree was not live since
            self._disk.write(path, encode(listing, kernel.birth(place.idle)))
        except OSError as error:
            raise cannot(shown(path), error) from error
        try:
            if first:
                self._disk.rename(place.idle, place.live)
            else:
                self._disk.exchange(place.idle, place.live)
        except OSError as error:
            raise _unmoved(place, error) from error
        return listing

    def write_list(self, listing: Listing) -> None:
        """Write the list of the published tree anew, by replacement. Raises Refused."""
        place = self._place
        path = place.list_of(os.lstat(place.live).st_ino)
        data = encode(listing, kernel.birth(place.live))
        try:
            self._clear(place.spare)
            self._disk.write(place.spare, data)
            self._disk.rename(place.spare, path)
        except OSError as error:
            raise cannot(shown(path), error) from error

    def level(self, listing: Listing, old: Old) -> None:
        """After `go_live`: leave the idle tree, once the published one, with our new files only.

        The next build then has its own change to make and no more. Raises OSError, which harms
        nothing: the site is published, and the next build starts from whatever is there.
        """
        disk, idle = self._disk, self._place.idle
        if not old.folders:
            disk.mkdir(idle)
        there = old.folders.keys() - {""}
        gone, put = old.difference(listing.entries, self.written)
        changed = {folder_of(path) for path in chain(gone, put, there ^ self._folders)}
        # Where another hand was at work between the look and the exchange, no stamp is given.
        doubtful = {
            folder
            for folder in changed & old.folders.keys()
            if not has(idle, folder, old.folders[folder])
        }
        shape(disk, idle, gone, there, self._folders)
        for path in put:
            source, copy = at(self._place.live, path), at(idle, path)
            replace_by_link(disk, source, self._place.spare, copy, there=old.has(path))
        stamps = {folder: old.folders.get(folder, NEVER) for folder in listing.folders}
        for folder in (changed & stamps.keys()) | (stamps.keys() - old.folders.keys()):
            stamps[folder] = NEVER if folder in doubtful else give(disk, idle, folder)
        current = self._place.list_of(os.lstat(self._place.live).st_ino)
        for found in self._place.lists():
            if found != current:
                disk.unlink(found)
        disk.append(current, encode_idle(list(stamps.values())))

    def _begin(self) -> None:
        """Before the first change: bring the tree into shape, with only our new files missing."""
        if self._begun:
            return
        idle = self._place.idle
        self._clear(self._place.spare)
        folders: Set[str]
        there: Collection[str]
        if self._is_levelled():
            self._levelled = True
            there, folders = self._listed, self._stamps.keys() - {""}
        else:
            if not os.path.lexists(idle):
                self._disk.mkdir(idle)
            found = inodes(idle)
            self._found, self._stamps = found.files, {}
            there, folders = found.files, found.folders
        gone = [path for path in there if path not in self._files]
        self._changed |= {folder_of(path) for path in chain(gone, folders ^ self._folders)}
        shape(self._disk, idle, gone, folders, self._folders)
        self._begun = True

    def _is_levelled(self) -> bool:
        """Say whether the tree is as the last build left it, with just the files of the list."""
        stamps = decode_idle(self._listing) if self._listing else None
        if self._listing is None or stamps is None:
            return False
        self._listed, self._stamps = self._listing.entries, stamps
        return all_have(self._place.idle, stamps)

    def _missing(self, entries: Mapping[str, Entry]) -> list[str]:
        """Return the files that stay as they are and are not in the tree."""
        if self._levelled:
            different = [
                item for item in entries.items() if self._listed.get(item[0]) is not item[1]
            ]
        else:
            different = list(entries.items())
        return [
            path
            for path, known in different
            if path not in self.written and self._inode(path) != known.inode
        ]

    def _inode(self, path: str) -> int | None:
        """Return what file has the name, None if there is none."""
        if self._levelled:
            listed = self._listed.get(path)
            return listed.inode if listed else None
        return self._found.get(path)

    def _link(self, path: str) -> None:
        self._changed.add(folder_of(path))
        source, copy = at(self._place.live, path), at(self._place.idle, path)
        replace_by_link(
            self._disk, source, self._place.spare, copy, there=self._inode(path) is not None
        )

    def _copy_permissions(self, apart: Set[str]) -> None:
        """Give the root, and folders of other hands, the permissions that they have now."""
        for folder in sorted({"", *apart}, reverse=True):
            path = at(self._place.idle, folder)
            try:
                like = os.lstat(at(self._place.live, folder))
            except FileNotFoundError:
                continue  # the first build, or taken away meanwhile
            now = os.lstat(path)
            if (now.st_mode, now.st_uid, now.st_gid) != (like.st_mode, like.st_uid, like.st_gid):
                self._disk.permit(path, like)

    def _stamp_changed(self, apart: Set[str]) -> None:
        """Give every folder that we changed a stamp, and forget those that are gone."""
        wanted = {"", *self._folders}
        for folder in self._stamps.keys() - wanted:
            del self._stamps[folder]
        for folder in (self._changed & wanted) | (wanted - self._stamps.keys()):
            self._stamps[folder] = give(self._disk, self._place.idle, folder)
        self._apart = {folder: give(self._disk, self._place.idle, folder) for folder in apart}

    def _clear(self, path: bytes) -> None:
        if os.path.lexists(path):
            self._disk.unlink(path)

    def _known_as(self, path: str) -> str:
        return shown(at(self._place.live, path))

    @contextmanager
    def _telling(self, path: str) -> Iterator[None]:
        """Turn an OSError into a Refused that names the file as people know it."""
        try:
            yield
        except OSError as error:
            raise cannot(self._known_as(path), error) from error


def _unmoved(place: Place, error: OSError) -> Refused:
    """Return the refusal for a published folder that could not be replaced."""
    name = shown(place.live)
    if error.errno == errno.EBUSY:
        return Refused(mount_message(place.live))
    if error.errno == errno.EXDEV:
        return Refused(
            f"{name} belongs to a lower layer of this container's file system and cannot be "
            f"replaced in one step. Publish into a folder inside it instead: -o {name}/site"
        )
    if error.errno in _CANNOT_EXCHANGE:
        return Refused(
            f"{name} cannot be replaced in one step, because its file system cannot exchange two "
            "folders. Publish into a folder on a local disk (ext4, XFS, Btrfs, APFS, tmpfs) and "
            "copy the site from there; or move this folder away before you build."
        )
    return cannot(name, error)
