"""What the brackets of a text are, as far as can be said without knowing what they stand in.

Of each bracket that has no definition the parser says where it is, what sort of link it would be
and its label. Citations are among them, and so is most of what is easily mistaken for one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyromark

from dateline.text.citations import CitedSource, cited_sources
from dateline.text.flaws import FlawKind

if TYPE_CHECKING:
    from pyromark.event import BrokenLink

OPTIONS = pyromark.Options.ENABLE_TABLES
"""CommonMark with tables (brief format, "Text")."""

_INDENT = rb"[ \t]*\n?[ \t]*"
_OPENS_WITH_CITATION = re.compile(rb"!?\[" + _INDENT + b"@")
_LOOKS_LIKE_CITATION = re.compile(rb"\[" + _INDENT + b"@")
_EXCERPT = 100
_BACKSLASH = ord("\\")


@dataclass(slots=True)
class Bracket:
    """A bracket that is a citation if it stands in plain text."""

    start: int
    end: int
    label: str
    sources: tuple[CitedSource, ...]


@dataclass(slots=True)
class Brackets:
    """The brackets by the byte that they begin at, and what is wrong with those refused."""

    candidates: dict[int, Bracket] = field(default_factory=dict)
    refused: dict[int, tuple[int, FlawKind]] = field(default_factory=dict)


def sort_brackets(source: bytes, unresolved: Iterable["BrokenLink"]) -> Brackets:
    """Say of each bracket with a label that begins with @ whether it can be a citation.

    The label is taken from the parser: in a quotation the source has `> ` in the middle of it.
    """
    brackets = Brackets()
    for link in unresolved:
        label = link["reference"].strip()
        if not label.startswith("@"):
            continue
        start, end = link["span"]["start"], link["span"]["end"]
        sources = cited_sources(label) if link["link_type"] == "Shortcut" else None
        if source.startswith(b"!", start):
            brackets.refused[start] = end, FlawKind.CITATION_IN_IMAGE
        elif link["link_type"] == "Reference":
            adjacent = _OPENS_WITH_CITATION.match(source, start)
            kind = FlawKind.CITATIONS_ADJACENT if adjacent else FlawKind.CITATION_AS_LINK_TARGET
            brackets.refused[start] = end, kind
        elif sources is None:
            brackets.refused[start] = end, FlawKind.CITATION_MALFORMED
        else:
            brackets.candidates[start] = Bracket(start, end, label, sources)
    for start in brackets.refused:
        brackets.candidates.pop(start, None)
    return brackets


def citation_definitions(source: bytes) -> list[tuple[int, int]]:
    """Where a definition's label begins with @. It makes no event, and stands in any block."""
    if b"]:" not in source or b"@" not in source:
        return []
    definitions = pyromark.reference_definitions(source.decode(), options=OPTIONS)
    return [
        (definition["span"]["start"], definition["span"]["end"])
        for label, definition in definitions.items()
        if label.strip().startswith("@")
    ]


def would_be_citations(source: bytes, brackets: Brackets) -> list[int]:
    """Where `[@` stands unescaped and is not judged already: in code and addresses too."""
    refused = sorted((start, end) for start, (end, _) in brackets.refused.items())
    refused.reverse()  # the next one is the last
    found = []
    for match in _LOOKS_LIKE_CITATION.finditer(source):
        start = match.start()
        if start in brackets.candidates:
            continue
        while refused and refused[-1][1] <= start:
            refused.pop()
        if not (refused and refused[-1][0] <= start) and not _is_escaped(source, start):
            found.append(start)
    return found


def _is_escaped(source: bytes, start: int) -> bool:
    """A backslash escapes what follows it, unless it is escaped itself."""
    before = start
    while before and source[before - 1] == _BACKSLASH:
        before -= 1
    return (start - before) % 2 == 1


def bracket_end(source: bytes, start: int) -> int:
    """About how far a bracket goes that the parser does not take for one."""
    closing = source.find(b"]", start, start + _EXCERPT) + 1
    return closing or start + _EXCERPT
