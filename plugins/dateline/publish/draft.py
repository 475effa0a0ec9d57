"""The next build: it comes together in the idle tree and takes the place of the published one."""

import errno
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress

from dateline.publish import kernel
from dateline.publish.disk import Disk
from dateline.publish.listing import Entry, encode
from dateline.publish.place import Place, mount_message
from dateline.publish.refusal import Refused, cannot
from dateline.publish.tree import (
    Inodes,
    Tree,
    at,
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
    """

    def __init__(self, disk: Disk, place: Place, files: Collection[str], folders: set[str]) -> None:
        """`files` and `folders` are all that the next build will hold, other hands' included."""
        self._disk = disk
        self._place = place
        self._files = set(files)
        self._folders = folders
        self._there: dict[str, int] = {}
        self._begun = False
        self.written: dict[str, os.stat_result] = {}

    def write(self, path: str, data: bytes) -> os.stat_result:
        """Put an output with new bytes into the tree. Raises Refused where the disk does."""
        with self._telling(path):
            self._begin()
            status = self._disk.write(self._place.spare, data)
            self._disk.rename(self._place.spare, at(self._place.idle, path))
        self.written[path] = status
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
        self,
        kept: Collection[str],
        foreign: Collection[str],
        empty: Collection[str],
        live: Tree | None,
    ) -> None:
        """Bring in all that stays as it is, other hands' files last, by links to `live`."""
        with self._telling(""):
            self._begin()
            folders = folders_of(foreign) | folders_of(empty) | set(empty)
            for folder in sorted(folders - self._folders):
                self._disk.mkdir(at(self._place.idle, folder))
        if live is None:
            return
        for path in kept:
            if not self._is_in(path, live):
                with self._telling(path):
                    self._link(path)
        for path in foreign:
            if not self._is_in(path, live):
                # Whoever put it there may have taken it away meanwhile.
                with self._telling(path), suppress(FileNotFoundError):
                    self._link(path)
        with self._telling(""):
            self._copy_permissions(live, folders - folders_of([*kept, *self.written]))

    def go_live(self, entries: dict[str, Entry], live: Tree | None) -> None:
        """Write the list and let the tree take the place of the published one. Raises Refused."""
        self.write_list(entries, self._place.idle)
        try:
            if live is None:
                self._disk.rename(self._place.idle, self._place.live)
            else:
                self._disk.exchange(self._place.idle, self._place.live)
        except OSError as error:
            raise _unmoved(self._place, error) from error

    def write_list(self, entries: dict[str, Entry], root: bytes) -> None:
        """Write the list for the tree at `root`, by replacement. Raises Refused."""
        path = self._place.list_of(os.lstat(root).st_ino)
        try:
            self._clear_spare()
            self._disk.write(self._place.spare, encode(entries, kernel.birth(root)))
            self._disk.rename(self._place.spare, path)
        except OSError as error:
            raise cannot(shown(path), error) from error

    def level(self, entries: dict[str, Entry], old: Tree | None) -> None:
        """After `go_live`: leave the idle tree, once the published one, with our new files only.

        The next build then has its own change to make and no more. Raises OSError, which harms
        nothing: the site is published, and the next build starts from whatever is there.
        """
        have = Inodes({}, set())
        if old is None:
            self._disk.mkdir(self._place.idle)
        else:
            have.files.update((path, status.st_ino) for path, status in old.files.items())
            have.folders.update(old.folders.keys() - {""})
        shape(self._disk, self._place.idle, have, entries.keys(), folders_of(entries))
        for path, entry in entries.items():
            if have.files.get(path) != entry.inode:
                there = path in have.files
                source, copy = at(self._place.live, path), at(self._place.idle, path)
                replace_by_link(self._disk, source, self._place.spare, copy, there=there)
        current = self._place.list_of(os.lstat(self._place.live).st_ino)
        for listing in self._place.lists():
            if listing != current:
                self._disk.unlink(listing)

    def _begin(self) -> None:
        """Before the first change: bring the tree into shape, with only our new files missing."""
        if self._begun:
            return
        if not os.path.lexists(self._place.idle):
            self._disk.mkdir(self._place.idle)
        self._clear_spare()
        have = inodes(self._place.idle)
        shape(self._disk, self._place.idle, have, self._files, self._folders)
        self._there = have.files
        self._begun = True

    def _clear_spare(self) -> None:
        if os.path.lexists(self._place.spare):
            self._disk.unlink(self._place.spare)

    def _is_in(self, path: str, live: Tree) -> bool:
        status = live.files.get(path)
        return status is not None and self._there.get(path) == status.st_ino

    def _link(self, path: str) -> None:
        source, copy = at(self._place.live, path), at(self._place.idle, path)
        replace_by_link(self._disk, source, self._place.spare, copy, there=path in self._there)

    def _copy_permissions(self, live: Tree, foreign_folders: set[str]) -> None:
        """Give the root, and folders of other hands, the permissions that they have now."""
        for folder in sorted(live.folders.keys() & {"", *foreign_folders}, reverse=True):
            path, like = at(self._place.idle, folder), live.folders[folder]
            now = os.lstat(path)
            if (now.st_mode, now.st_uid, now.st_gid) != (like.st_mode, like.st_uid, like.st_gid):
                self._disk.permit(path, like)

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
