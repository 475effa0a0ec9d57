"""One reading of a text, from which all else is taken: its blocks, citations and flaws.

The Markdown parser is asked twice in all. Here it is told that no citation is a link, so that it
sees the text as GitHub shows it in a pull request: only so does `[a [@x] b](url)` show as the link
with a citation inside that it is. It names each bracket that it could not resolve, which are the
citations; it never names one inside code. `rendering` asks the second time, with answers.
"""

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

import pyromark

from dateline.frozen import frozen
from dateline.text.addresses import is_safe_address
from dateline.text.brackets import (
    OPTIONS,
    Bracket,
    bracket_end,
    citation_definitions,
    sort_brackets,
    would_be_citations,
)
from dateline.text.characters import forbidden_character, forbidden_characters, without_forbidden
from dateline.text.citations import Citation
from dateline.text.flaws import Flaw, FlawKind, excerpt
from dateline.text.places import CharacterOffsets

if TYPE_CHECKING:
    from pyromark.event import BrokenLink, Event, Range, _LinkData, _Tag, _TagEnd

CITATION = "\ue000"
"""Stands for a citation among a block's pieces. No text shows it: private use is a flaw."""

_DEPTH_LIMIT = 32
_INLINE = frozenset(("Emphasis", "Strong", "Link", "Image"))


class BlockKind(Enum):
    """What sort of block a run of text stands in."""

    PROSE = "prose"
    HEADING = "heading"
    CELL = "cell"


@frozen
class Block:
    """The text of one paragraph, list item, heading or table cell.

    Each piece is what is shown and the bytes of the source that say so; markup is not shown, a line
    end is a space, and a citation is `CITATION`.
    """

    kind: BlockKind
    pieces: list[tuple[str, int, int]]


@frozen
class Reading:
    """All that is known of a text. `citations` are keyed by the byte that they begin at."""

    source: bytes
    blocks: tuple[Block, ...]
    citations: dict[int, Citation]
    flaws: tuple[Flaw, ...]


@lru_cache(maxsize=1)  # scan, sentences and render of one text follow each other
def read(text: str) -> Reading:
    """Read a text, which may be any string at all."""
    forbidden = tuple(forbidden_characters(text))
    source = (without_forbidden(text) if forbidden else text).encode()
    walk = _Walk(source)
    offsets = CharacterOffsets(source)
    citations = {
        cited.start: Citation(offsets.of(cited.start), offsets.of(cited.end), cited.sources)
        for cited in walk.citations
    }
    flaws = [Flaw(offset, FlawKind.FORBIDDEN_CHARACTER, name) for offset, name in forbidden]
    offsets = CharacterOffsets(source)
    for start, kind, detail in sorted(walk.flaws):
        flaws.append(Flaw(offsets.of(start), kind, detail))
    flaws.sort(key=lambda flaw: flaw.start)
    return Reading(source, tuple(walk.blocks), citations, tuple(flaws))


class _Walk:
    """Goes through the parser's events once, in the order of the text. Offsets are bytes."""

    def __init__(self, source: bytes) -> None:
        self.blocks: list[Block] = []
        self.citations: list[Bracket] = []
        self.flaws: list[tuple[int, FlawKind, str]] = []
        self._source = source
        # An entity is the only way for a character to be shown that the source does not hold.
        self._has_entities = b"&" in source

        unresolved: list[BrokenLink] = []
        events = tuple(
            pyromark.events_with_range(
                source.decode(), options=OPTIONS, broken_link_callback=unresolved.append
            )
        )
        brackets = sort_brackets(source, unresolved)
        self._candidates = brackets.candidates
        for start, (end, kind) in brackets.refused.items():
            self._refuse(start, end, kind)
        for start, end in citation_definitions(source):
            self._refuse(start, end, FlawKind.CITATION_DEFINITION)
        self._suspects = would_be_citations(source, brackets)
        self._suspects.reverse()  # the next one is the last, and is popped

        self._kind = BlockKind.PROSE
        self._pieces: list[tuple[str, int, int]] | None = None
        self._depth = 0
        self._too_deep = False
        self._in_code = False
        self._open_links = 0
        self._open_images = 0
        self._link_without_text: tuple[int, int] | None = None
        self._citation: Bracket | None = None
        self._citation_text: list[str] = []
        self._judged_until = 0
        for event, span in events:
            self._take(event, span)
        self._refuse_unseen()

    def _take(self, event: "Event", span: "Range") -> None:
        if isinstance(event, str):
            if event == "Rule":
                self._pieces = None
            else:
                self._take_text(" ", span["start"], span["end"])
        elif "Text" in event:
            if not self._in_code:
                self._take_text(event["Text"], span["start"], span["end"])
        elif "Start" in event:
            self._start(event["Start"], span["start"], span["end"])
        elif "End" in event:
            self._end(event["End"])
        elif "Code" in event:
            self._link_without_text = None
            if self._citation is None:
                self._show(event["Code"], span["start"], span["end"])
            else:
                self._go_on_with(self._citation, event["Code"], span["end"])
        elif "InlineHtml" in event:
            self._refuse(span["start"], span["end"], FlawKind.RAW_HTML)

    def _start(self, tag: "_Tag", start: int, end: int) -> None:
        self._depth += 1
        if self._depth > _DEPTH_LIMIT and not self._too_deep:
            self._too_deep = True
            self._refuse(start, end, FlawKind.NESTED_TOO_DEEP)
        if isinstance(tag, str):
            if tag in _INLINE:
                return
            self._pieces = None
            if tag == "TableCell":
                self._kind = BlockKind.CELL
            elif tag == "HtmlBlock":
                self._refuse(start, end, FlawKind.RAW_HTML)
        elif "Link" in tag:
            self._open_links += 1
            self._start_link(tag["Link"], start, end)
        elif "Image" in tag:
            self._open_images += 1
            self._refuse(start, end, FlawKind.IMAGE)
        else:
            self._pieces = None
            if "Heading" in tag:
                self._kind = BlockKind.HEADING
                if tag["Heading"]["level"] == "H1":
                    self._refuse(start, end, FlawKind.HEADING_1)
            elif "CodeBlock" in tag:
                self._in_code = True
                if self._has_entities and not isinstance(tag["CodeBlock"], str):
                    self._checked(tag["CodeBlock"]["Fenced"], start)

    def _start_link(self, link: "_LinkData", start: int, end: int) -> None:
        if self._has_entities:
            self._checked(link["dest_url"] + link["title"], start)
        # The parser gives an address in angle brackets (<a@b.example>) without its "mailto:".
        if link["link_type"] != "Email" and not is_safe_address(link["dest_url"]):
            self._refuse(start, end, FlawKind.UNSAFE_LINK)
        if link["link_type"] in ("Autolink", "Email"):
            self._judged_until = end  # its text is the address
        elif not link["id"].strip().startswith("@"):
            # A link by a label that begins with @ exists by a definition, which is the flaw.
            self._link_without_text = start, end

    def _end(self, tag: "_TagEnd") -> None:
        self._depth -= 1
        if tag == "Link":
            self._open_links -= 1
            self._link_without_text = None
        elif tag == "Image":
            self._open_images -= 1
        elif isinstance(tag, str) and tag in _INLINE:
            return
        else:
            self._pieces = None
            self._kind = BlockKind.PROSE
            self._in_code = False

    def _take_text(self, text: str, start: int, end: int) -> None:
        if self._has_entities:
            text = self._checked(text, start)
        if self._link_without_text is not None and text.strip():
            if text.lstrip().startswith("@"):
                self._refuse(*self._link_without_text, FlawKind.CITATION_AS_LINK_TEXT)
            self._link_without_text = None
        if self._citation is None:
            self._citation = self._candidates.pop(start, None)
        if self._citation is None:
            if self._suspects and self._suspects[-1] < end:
                self._refuse_suspects(start, end)
            self._show(text, start, end)
        else:
            self._go_on_with(self._citation, text, end)

    def _show(self, text: str, start: int, end: int) -> None:
        if self._pieces is None:
            # A tight list has no paragraphs: its text stands in the item itself.
            self._pieces = []
            self.blocks.append(Block(self._kind, self._pieces))
        self._pieces.append((text, start, end))

    def _go_on_with(self, citation: Bracket, text: str, end: int) -> None:
        """Gather what a citation shows; at its end, hold that against its label.

        They differ where Markdown takes something in it for emphasis, code, an entity or an escape.
        Such a citation would not be the same in the source and on the page, or would be half of an
        emphasis that begins outside it.
        """
        self._citation_text.append(text)
        if end < citation.end:
            return
        shown = "".join(self._citation_text)[1:-1]  # without the brackets
        self._citation = None
        self._citation_text.clear()
        self._judged_until = citation.end
        if shown != citation.label and shown.split() != citation.label.split():
            self._refuse(citation.start, citation.end, FlawKind.CITATION_MALFORMED)
        elif self._open_images:
            self._refuse(citation.start, citation.end, FlawKind.CITATION_IN_IMAGE)
        elif self._open_links:
            self._refuse(citation.start, citation.end, FlawKind.CITATION_IN_LINK)
        else:
            self.citations.append(citation)
            self._show(CITATION, citation.start, citation.end)

    def _refuse_suspects(self, start: int, end: int) -> None:
        """Refuse a `[@` that is shown as it is written: somebody meant it as a citation."""
        while self._suspects and self._suspects[-1] < end:
            suspect = self._suspects.pop()
            if suspect >= max(start, self._judged_until):
                self._refuse(
                    suspect, bracket_end(self._source, suspect), FlawKind.CITATION_MALFORMED
                )

    def _refuse_unseen(self) -> None:
        """A citation that the parser named and then did not show is not passed over in silence."""
        unseen = [*self._candidates.values()]
        if self._citation is not None:
            unseen.append(self._citation)
        for bracket in unseen:
            self._refuse(bracket.start, bracket.end, FlawKind.CITATION_MALFORMED)

    def _checked(self, text: str, start: int) -> str:
        """The text without the forbidden characters that entities in it stand for."""
        forbidden = forbidden_character(text)
        if forbidden is None:
            return text
        self.flaws.append((start, FlawKind.FORBIDDEN_CHARACTER, forbidden[1]))
        return without_forbidden(text)

    def _refuse(self, start: int, end: int, kind: FlawKind) -> None:
        self.flaws.append((start, kind, excerpt(self._source, start, end)))
