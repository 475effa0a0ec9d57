"""Characters that no text of ours may hold, written out or as an entity.

Private-use characters, because rendering uses them as marks of its own; control and bidirectional
control characters and odd line ends, because what a reviewer sees in an editor would not be what
the page says; surrogates and noncharacters, because they are no text and break a writer later.
The brief format names the first three; the others follow from the same reasons.
"""

import re
import unicodedata
from collections.abc import Iterator

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(15)
)
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed; U+0085 among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks and overrides
    "\u2028\u2029"  # line and paragraph separator: line ends in some tools only
    "\ud800-\udfff"  # surrogates
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: in the first plane, and the last two whole
    f"{_NONCHARACTERS}"
    "]"
)
_HARMLESS_ASCII = bytes((0x09, 0x0A, *range(0x20, 0x7F)))

REPLACEMENT = "\ufffd"


def forbidden_character(text: str) -> tuple[int, str] | None:
    """Offset and name of the first forbidden character, as "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    found = _FORBIDDEN.search(text) if _may_hold_forbidden(text) else None
    return None if found is None else (found.start(), _name(found[0]))


def forbidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """The first place of each forbidden character: one that recurs is one thing to be told."""
    if not _may_hold_forbidden(text):
        return
    seen = set()
    for found in _FORBIDDEN.finditer(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield found.start(), _name(found[0])


def without_forbidden(text: str) -> str:
    """The same length, with U+FFFD for each forbidden character, so that offsets stay true."""
    return _FORBIDDEN.sub(REPLACEMENT, text)


def _may_hold_forbidden(text: str) -> bool:
    """Look at the characters outside plain ASCII only: most texts have few, and this is hot."""
    unusual = text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS_ASCII)
    if not unusual:
        return False
    return _FORBIDDEN.search(unusual.decode("utf-8", "surrogatepass")) is not None


def _name(character: str) -> str:
    kind = {"Cc": "control character", "Co": "private-use character", "Cs": "surrogate"}.get(
        unicodedata.category(character), "noncharacter"
    )
    return f"U+{ord(character):04X} {unicodedata.name(character, kind)}"
