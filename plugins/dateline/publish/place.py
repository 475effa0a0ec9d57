"""Where a site is published: the folder, what lies hidden beside it, and where it may not be."""

import os
import re
from pathlib import Path

from dateline.frozen import frozen
from dateline.publish.disk import Disk
from dateline.publish.refusal import Refused, cannot
from dateline.publish.tree import lost_mount, shown

_LONGEST_NAME = 255  # bytes
_ADDED = len(".") + len(".18446744073709551615.list")  # the most that a hidden name adds


@frozen
class Place:
    """The published folder and its hidden neighbours, as absolute paths.

    live: the folder. idle: the tree that the next build is made in. lock: held during a build.
    spare: where a file is made before it gets its name.
    """

    live: bytes
    idle: bytes
    lock: bytes
    spare: bytes

    @property
    def parent(self) -> bytes:
        return os.path.dirname(self.live)

    def list_of(self, inode: int) -> bytes:
        """Return where the list lies for the tree whose root has this inode."""
        return self._beside(f".{inode}.list".encode())

    def lists(self) -> list[bytes]:
        """Return every list that is there. Raises OSError."""
        name = re.escape(os.path.basename(self.live))
        pattern = re.compile(rb"\." + name + rb"\.[0-9]+\.list")
        names = (found for found in os.listdir(self.parent) if pattern.fullmatch(found))
        return [os.path.join(self.parent, found) for found in sorted(names)]

    def _beside(self, ending: bytes) -> bytes:
        return os.path.join(self.parent, b"." + os.path.basename(self.live) + ending)


def leftovers(target: Path) -> list[Path]:
    """Return what of ours lies beside `target` now, sorted.

    Take it away only together with the folder: without its list, files there whose bytes change
    in the next build count as another hand's.
    """
    place = _resolved(target)
    try:
        lists = place.lists()
    except OSError:
        return []
    fixed = [path for path in (place.idle, place.lock, place.spare) if os.path.lexists(path)]
    return sorted(Path(os.fsdecode(path)) for path in [*fixed, *lists])


def find(target: Path, disk: Disk) -> Place:
    """Return the place for `target`, having changed nothing. Raises Refused where it may not be."""
    place = _resolved(target)
    _refuse_precious(place)
    _refuse_within(place, disk)
    _refuse_beside(place, disk)
    return place


def make_parents(place: Place, disk: Disk) -> None:
    """Make the folders that the published one lies in. Raises Refused."""
    missing = []
    folder = place.parent
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    for folder in reversed(missing):
        try:
            disk.mkdir(folder)
        except FileExistsError:
            continue  # another build was quicker
        except OSError as error:
            raise cannot(shown(folder), error) from error


def _resolved(target: Path) -> Place:
    """Return the place, symlinks resolved: else one would be replaced by a folder."""
    try:
        live = os.fsencode(target.resolve())
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused(f"{target} cannot be found: {error}. Publish elsewhere: -o DIR") from error
    parent, name = os.path.split(live)
    hidden = os.path.join(parent, b"." + name)
    return Place(live, hidden + b".idle", hidden + b".lock", hidden + b".new.list")


def _refuse_precious(place: Place) -> None:
    home = os.path.expanduser(b"~")
    precious = {b"/"}
    if os.path.isabs(home):
        precious.add(os.path.realpath(home))
    if place.live in precious:
        raise Refused(
            f"{shown(place.live)} is no folder for a site: publishing replaces it as a whole. Name "
            "one of its own, such as -o output"
        )
    if len(os.path.basename(place.live)) + _ADDED > _LONGEST_NAME:
        raise Refused(
            f"{shown(place.live)}: the name of the folder is too long. Give it one of at most "
            f"{_LONGEST_NAME - _ADDED} bytes"
        )


def _refuse_within(place: Place, disk: Disk) -> None:
    """Refuse a folder that may not be moved, or that is more than a site."""
    if not os.path.lexists(place.live):
        return
    name, instead = shown(place.live), shown(place.live) + "/site"
    if not os.path.isdir(place.live):
        raise Refused(f"{name} is a file, and a site needs a folder. Name another: -o DIR")
    if disk.is_mount(place.live):
        raise Refused(mount_message(place.live))
    for mount in disk.mounts_in(place.live):
        raise lost_mount(mount)
    if os.path.lexists(os.path.join(place.live, b".git")):
        raise Refused(
            f"{name} is a Git repository, which a build would put at risk. Publish into a folder "
            f"inside it instead: -o {instead}"
        )


def _refuse_beside(place: Place, disk: Disk) -> None:
    """Refuse a folder beside which nothing can be made, or where the hidden name is taken."""
    nearest = place.parent
    while not os.path.lexists(nearest):
        nearest = os.path.dirname(nearest)
    if not os.path.isdir(nearest):
        raise Refused(
            f"{shown(nearest)} is not a folder, so {shown(place.live)} cannot be made. Name "
            "another folder: -o DIR"
        )
    if not disk.may_write(nearest):
        inside = os.path.isdir(place.live) and disk.may_write(place.live)
        instead = shown(place.live) + "/site" if inside else "output"
        raise Refused(
            f"{shown(place.live)} cannot be published into: you may not write to the folder around "
            f"it, {shown(nearest)}, where the next build is made. Use this folder instead: "
            f"-o {instead}"
        )
    if os.path.islink(place.idle) or (
        os.path.lexists(place.idle) and not os.path.isdir(place.idle)
    ):
        raise Refused(
            f"{shown(place.idle)} is not a folder of ours, and the next build is made there. Move "
            "it away and build again"
        )


def mount_message(folder: bytes) -> str:
    """Return what is said of a mount point, which cannot be exchanged for another folder."""
    return (
        f"{shown(folder)} is a mount point and cannot be replaced in one step. Publish into a "
        f"folder inside it instead: -o {shown(folder)}/site"
    )
