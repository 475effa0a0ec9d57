"""Outputs whose name is taken in the published folder by something that no build of ours wrote."""

from collections.abc import Collection, Iterable, Set

from dateline.frozen import frozen
from dateline.publish.refusal import Refused
from dateline.publish.tree import at, folders_of, shown

_NAMED = 5  # files that a message names before it counts the rest


@frozen
class Clashes:
    """Names in the folder, by what may be done about them.

    same: files that have the name of an output; no clash if the bytes are the same.
    in_the_way: files where an output needs a folder, empty folders where one is a file; -d takes
        them over.
    full: folders that have the name of an output, with files in them that -d must not delete.
    """

    same: set[str]
    in_the_way: set[str]
    full: set[str]

    def __bool__(self) -> bool:
        return bool(self.same or self.in_the_way or self.full)


def clashes(
    outputs: Collection[str], needed: Set[str], foreign: Set[str], empty: Set[str]
) -> Clashes:
    """Return what is in the way of the outputs, which lie in the folders `needed`."""
    same = {path for path in foreign if path in outputs}
    full = {path for path in folders_of(foreign) if path in outputs}
    bare = {path for path in folders_of(empty).union(empty) if path in outputs}
    return Clashes(same, {path for path in foreign if path in needed} | (bare - full), full)


def taken(live: bytes, paths: Iterable[str]) -> Refused:
    """Return the refusal to replace files of another hand, which -d would permit."""
    return Refused(
        f"{_named(live, paths)}: not written by a build of this site, but an output has that "
        "name. Move it away, or build with -d to replace it (-d deletes no other file). "
        "Nothing was published."
    )


def full(live: bytes, paths: Iterable[str]) -> Refused:
    """Return the refusal to delete a folder with files of another hand in it."""
    return Refused(
        f"{_named(live, paths)}: a folder with files in it that no build of this site wrote, but "
        "an output has that name. Move the folder away and build again. Nothing was published."
    )


def _named(live: bytes, paths: Iterable[str]) -> str:
    names = [shown(at(live, path)) for path in sorted(paths)]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
