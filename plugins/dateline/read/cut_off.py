"""Texts that a # cut off: in YAML, white space and # begin a comment, and the rest is gone."""

import re

from dateline.read.nodes import Mapping, Node, Scalar, Sequence
from dateline.read.reading import Reading

# "Pier #2", "Pier # 2", "at #north": meant as text. A comment for people stands apart: "x  # why".
_MEANT_AS_TEXT = re.compile(r"(?<=\S) #(?:\S| \d)")


def note_cut_off(node: Node, front: str, reading: Reading) -> None:
    """Warns of every plain value that ends at such a #. Looks closer only where there is one."""
    cut = {
        line: [found.start() for found in _MEANT_AS_TEXT.finditer(text)]
        for line, text in enumerate(front.split("\n"))
        if " #" in text
    }
    if any(cut.values()):
        _note(node, cut, reading)


def _note(node: Node, cut: dict[int, list[int]], reading: Reading) -> None:
    match node:
        case Scalar(text=text, mark=mark, plain=True):
            if mark.column + len(text) in cut.get(mark.line, ()):
                reading.note(mark, "W407", f'" #" ends the text here: only "{text}" is read')
        case Sequence(items=items):
            for item in items:
                _note(item, cut, reading)
        case Mapping(pairs=pairs):
            for _, value in pairs:
                _note(value, cut, reading)
