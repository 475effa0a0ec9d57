"""A sound file as it is kept: what lists and the rules about names need of it."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from dateline.model.facts import Facts, OwnSource, SaidOf, SourceFacts
from dateline.read.files import ContentFile, Kind

# Modification time in ns, size, inode, change time in ns: all that tells a file from its last state
# without a look at its bytes.
Seen = tuple[int, int, int, int]

# Line, column, code, message and remedy of a finding. The path is that of the file.
Told = tuple[int, int, str, str, str]

# Where value and text lie: the number of the segment, offset and length in it, and the checksum.
Place = tuple[int, int, int, bytes]

# A figure for several briefs: the others, the side and the cause.
SharedFigure = tuple[tuple[str, ...], str, str]

_SAID = Facts._fields.index("said")
_OWN_SOURCES = Facts._fields.index("own_sources")


class Kept(NamedTuple):
    """A file without an error of its own, by its path below the content folder.

    `names` are those under which others find it: its slug, and a brief's aliases. `read_at` is when
    it was last looked at, in ns. `digest` is the SHA-256 of its bytes, `head` that of its front
    matter. `refers` are the names of other files in it, each with its kind before it
    ("group harbour-brigade"). `keys` are those of the sources that it lists with all their fields.
    `called` are the name and the aliases of a registry entry. `told` are the warnings that depend
    on the file alone.
    """

    kind: Kind
    below: str
    names: tuple[str, ...]
    seen: Seen
    read_at: int
    digest: str
    head: str
    facts: Facts | SourceFacts | None
    refers: tuple[str, ...]
    keys: tuple[str, ...]
    called: tuple[str, ...]
    merged_into: str
    shared: tuple[SharedFigure, ...]
    told: tuple[Told, ...]
    place: Place

    @property
    def slug(self) -> str:
        return self.names[0]

    @property
    def status(self) -> str:
        return self.facts.status if isinstance(self.facts, Facts) else ""

    def shown(self, shown_root: str) -> str:
        """Its path as findings name it."""
        return f"{shown_root}/{self.below}" if shown_root else self.below

    def file(self, root: Path, shown_root: str) -> ContentFile:
        return ContentFile(self.kind, root / self.below, self.shown(shown_root))


_FACTS = Kept._fields.index("facts")


def plain(kept: Iterable[Kept]) -> list[tuple[Any, ...]]:
    """Nothing but tuples, numbers, texts and bytes, as marshal takes them."""
    return [(*one[:_FACTS], _plain_facts(one.facts), *one[_FACTS + 1 :]) for one in kept]


def _plain_facts(facts: Facts | SourceFacts | None) -> tuple[Any, ...] | None:
    if facts is None:
        return None
    if isinstance(facts, SourceFacts):
        return tuple(facts)
    rows: list[Any] = list(facts)
    rows[_SAID] = tuple(map(tuple, facts.said))
    rows[_OWN_SOURCES] = tuple(map(tuple, facts.own_sources))
    return tuple(rows)


def from_plain(rows: Iterable[tuple[Any, ...]]) -> list[Kept]:
    return [Kept._make((*row[:_FACTS], _facts(row[_FACTS]), *row[_FACTS + 1 :])) for row in rows]


def _facts(row: tuple[Any, ...] | None) -> Facts | SourceFacts | None:
    if row is None:
        return None
    if len(row) == len(SourceFacts._fields):
        return SourceFacts._make(row)
    said = tuple([SaidOf._make(one) for one in row[_SAID]])
    own = tuple([OwnSource._make(one) for one in row[_OWN_SOURCES]])
    return Facts._make(
        (*row[:_SAID], said, *row[_SAID + 1 : _OWN_SOURCES], own, *row[_OWN_SOURCES + 1 :])
    )


def one_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words, each the same object wherever it stands: an archive names few places, often."""
    return tuple([sys.intern(word) for word in words])


def refers_to(kind: str, name: str) -> str:
    return f"{kind} {name}"
