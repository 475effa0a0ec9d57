"""What is to be published: items, and late ones made from finished items."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.publish.finished import Finished
from dateline.publish.refusal import Refused
from dateline.publish.tree import folders_of

_LONGEST_NAME = 255  # bytes, on every file system in common use
_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99})*")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Late:
    """A file made from finished ones, such as a sitemap. Late ones are made in the order given.

    Both functions are given all that is finished before it: every Item, and the late ones before.
    """

    path: str
    fingerprint: Callable[[Finished], str]
    make: Callable[[Finished], bytes]
    origin: str = ""


def by_path(outputs: Iterable[Item | Late]) -> dict[str, Item | Late]:
    """Return the outputs by path, in the order given.

    Raises Refused for a path that cannot be published, for two outputs with one path, and for one
    output whose path is a folder of another's.
    """
    found: dict[str, Item | Late] = {}
    for output in outputs:
        _check(output)
        if output.path in found:
            both = " and ".join(_who(one) for one in (found[output.path], output))
            raise Refused(
                f"{output.path} would be published twice, by {both}. Give one of them another "
                "address. Nothing was published."
            )
        found[output.path] = output
    _check_folders(found)
    return found


def _check(output: Item | Late) -> None:
    """Raise Refused unless the path names a file inside the published folder."""
    if _PLAIN.fullmatch(output.path):
        return  # as good as all are, and there may be tens of thousands
    parts = output.path.split("/")
    try:
        longest = max(len(part.encode()) for part in parts)
    except UnicodeEncodeError:
        longest = 0
        wrong = "it holds half a character (a lone surrogate)"
    else:
        wrong = ""
    if not output.path:
        wrong = "it is empty"
    elif output.path.startswith("/"):
        wrong = "it must be relative to the published folder, without a leading /"
    elif not {"", ".", ".."}.isdisjoint(parts):
        wrong = "it must have no empty part, “.” or “..”"
    elif any(ord(letter) < 32 or ord(letter) == 127 for letter in output.path):
        wrong = "it holds a control character"
    elif parts[0] == ".git":
        wrong = "a folder with .git in it is a repository, not a site"
    elif longest > _LONGEST_NAME:
        wrong = f"a part of it is {longest} bytes long, and disks take {_LONGEST_NAME}"
    if wrong:
        raise Refused(
            f"{output.path!r}, an address from {_who(output)}, cannot be published: {wrong}. "
            "Give it another address. Nothing was published."
        )


def _check_folders(outputs: Mapping[str, Item | Late]) -> None:
    folders = folders_of(outputs)
    for path, output in outputs.items():
        if path in folders:
            inside = next(one for one in outputs.values() if one.path.startswith(path + "/"))
            raise Refused(
                f"{path}, from {_who(output)}, would be a file, and a folder for {inside.path}, "
                f"from {_who(inside)}. Give one of them another address. Nothing was published."
            )


def _who(output: Item | Late) -> str:
    return output.origin or "an output without a name"
