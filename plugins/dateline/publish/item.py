"""What is to be published: items one by one or many at once, and late ones made from them."""

import re
from collections.abc import Callable, Iterable, Mapping

from dateline.frozen import frozen
from dateline.publish.finished import Finished
from dateline.publish.listing import Listing
from dateline.publish.refusal import Refused
from dateline.publish.tree import folders_of

_LONGEST_NAME = 255  # bytes, on every file system in common use
_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99})*")


@frozen
class Item:
    """One file to be published.

    path: relative, with "/" between its parts ("briefs/x/index.html").
    fingerprint: of all that the bytes depend on.
    make: called only when the file is not already there with this fingerprint.
    origin: who publishes it ("dateline.timeline"), for messages to people; may be empty.
    """

    path: str
    fingerprint: str
    make: Callable[[], bytes]
    origin: str = ""


@frozen
class Late:
    """A file made from finished ones, such as a sitemap. Late ones are made in the order given.

    Both functions are given all that is finished before it: every Item, and the late ones before.
    """

    path: str
    fingerprint: Callable[[Finished], str]
    make: Callable[[Finished], bytes]
    origin: str = ""


@frozen
class Unchanged:
    """Outputs that the caller holds for the same as in an earlier build, all in one.

    fingerprints: of each, by path.
    item: the output of a path; called only for one whose file is not there with its fingerprint.
        What the item then says holds, its fingerprint too.
    """

    fingerprints: Mapping[str, str]
    item: Callable[[str], Item]


NONE = Unchanged({}, lambda path: Item(path, "", bytes))  # there is no path to ask for


class Outputs:
    """All that is to be published, by path.

    new: the paths that the last build did not have. folders: those that the outputs lie in.
    """

    __slots__ = ("_unchanged", "folders", "new", "paths")

    def __init__(
        self,
        single: Iterable[Item | Late],
        unchanged: Unchanged,
        listing: Listing | None,
    ) -> None:
        """`listing` is that of the last build: what was in it needs no second check.

        Raises Refused for a path that cannot be published, for two outputs with one path, and for
        one output whose path is a folder of another's.
        """
        self._unchanged = unchanged
        paths: dict[str, Item | Late | None] = dict.fromkeys(unchanged.fingerprints)
        self.paths = paths
        for output in single:
            if output.path in paths:
                raise _twice(output, self._output(output.path))
            paths[output.path] = output
        known = listing.entries if listing else {}
        self.new = [path for path in paths if path not in known]
        for path in self.new:
            _check(path, self._output)
        if listing and len(paths) - len(self.new) == len(known):
            self.folders = folders_of(self.new).union(listing.folders)
            self.folders.discard("")
        else:
            self.folders = folders_of(paths)
        self._check_folders()

    def _output(self, path: str) -> Item | Late:
        return self.paths[path] or self._unchanged.item(path)

    def _check_folders(self) -> None:
        """Raise Refused for a file that is a folder too: no two of the last build can be that."""
        wrong = [path for path in self.new if path in self.folders]
        wrong += [folder for folder in folders_of(self.new) if folder in self.paths]
        for path in wrong[:1]:
            inside = next(one for one in self.paths if one.startswith(path + "/"))
            raise Refused(
                f"{path}, from {_who(self._output(path))}, would be a file, and a folder for "
                f"{inside}, from {_who(self._output(inside))}. Give one of them another address. "
                "Nothing was published."
            )


def _twice(one: Item | Late, other: Item | Late) -> Refused:
    return Refused(
        f"{one.path} would be published twice, by {_who(other)} and {_who(one)}. Give one of them "
        "another address. Nothing was published."
    )


def _check(path: str, output: Callable[[str], Item | Late]) -> None:
    """Raise Refused unless the path names a file inside the published folder."""
    if _PLAIN.fullmatch(path):
        return  # as good as all are, and there may be tens of thousands
    parts = path.split("/")
    try:
        longest = max(len(part.encode()) for part in parts)
    except UnicodeEncodeError:
        longest = 0
        wrong = "it holds half a character (a lone surrogate)"
    else:
        wrong = ""
    if not path:
        wrong = "it is empty"
    elif path.startswith("/"):
        wrong = "it must be relative to the published folder, without a leading /"
    elif not {"", ".", ".."}.isdisjoint(parts):
        wrong = "it must have no empty part, “.” or “..”"
    elif any(ord(letter) < 32 or ord(letter) == 127 for letter in path):
        wrong = "it holds a control character"
    elif parts[0] == ".git":
        wrong = "a folder with .git in it is a repository, not a site"
    elif longest > _LONGEST_NAME:
        wrong = f"a part of it is {longest} bytes long, and disks take {_LONGEST_NAME}"
    if wrong:
        raise Refused(
            f"{path!r}, an address from {_who(output(path))}, cannot be published: {wrong}. "
            "Give it another address. Nothing was published."
        )


def _who(output: Item | Late) -> str:
    return output.origin or "an output without a name"
