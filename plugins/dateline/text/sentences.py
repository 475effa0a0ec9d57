"""Sentences: the unit that carries a citation and that a second reader gives a verdict on.

The rule is the paragraph "A sentence" of the brief format. It is applied to what a block shows, not
to its source: emphasis, link addresses, line ends and the `> ` of a quotation are no part of a
sentence's text, so re-wrapping or emphasising it leaves its hash, and the reviews, alone.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from dateline.frozen import frozen
from dateline.text.abbreviations import ALWAYS, BEFORE_A_NUMBER
from dateline.text.citations import Citation
from dateline.text.places import CharacterOffsets, SourceMap
from dateline.text.reading import CITATION, Block, BlockKind, Reading, read

_STOPS = ".!?…؟۔"  # the last two: Arabic question mark, Urdu full stop
_CLOSING = re.escape("\"'”’“‘»«›‹)]}")  # with both directions: German closes by “, Danish by «
_BEFORE_A_WORD = "\"'“‘„‚«»‹›([{¿¡—–-"
_OPENING = re.escape(_BEFORE_A_WORD)
# Possessive, and begun only where a run of stops begins: a text of stops alone is read once.
_POSSIBLE_END = re.compile(
    rf"(?P<stops>[{_STOPS}](?<![{_STOPS}]{{2}})[{_STOPS}]*+)"
    rf"(?:[{_CLOSING}]|\s*+{CITATION})*+"
    rf"(?=\s++[{_OPENING}]*+(?P<next>\w)|\s*+\Z)"
)
_LONGEST_ABBREVIATION = 16
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_COLONS = (":", "：")
_HASH_LENGTH = 16


@frozen
class Sentence:
    """One sentence, with the offsets in characters of its first and after its last character.

    `text` is what is shown, without citations and the white space before each, white space folded.
    Its end takes in the citations right after its stop. `hash` is of `text` alone.
    `needs_citation`: prose that says something. Headings, table cells, words that lead on with a
    colon and blocks of signs alone do not.
    """

    start: int
    end: int
    text: str
    hash: str
    citations: tuple[Citation, ...]
    needs_citation: bool


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in its order. Code blocks have none, nor do citations alone."""
    reading = read(text)
    offsets = CharacterOffsets(reading.source)
    return tuple(
        sentence for block in reading.blocks for sentence in _of_block(block, reading, offsets)
    )


def _of_block(block: Block, reading: Reading, offsets: CharacterOffsets) -> Iterator[Sentence]:
    pieces = block.pieces
    shown = "".join([piece[0] for piece in pieces])
    cited = iter([reading.citations[start] for text, start, _ in pieces if text == CITATION])
    source_map = SourceMap(pieces, offsets)
    for start, end in _spans(shown):
        words = shown[start:end]
        citations: tuple[Citation, ...] = ()
        if CITATION in words:
            citations = tuple(islice(cited, words.count(CITATION)))
            words = "".join([part.rstrip() for part in words.split(CITATION)])
        text = " ".join(words.split())
        if text:
            yield Sentence(
                source_map.start(start),
                source_map.end(end),
                text,
                sha256(text.encode()).hexdigest()[:_HASH_LENGTH],
                citations,
                block.kind is BlockKind.PROSE and _says_something(text),
            )


def _spans(shown: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, without the white space around it."""
    start = 0
    for match in _POSSIBLE_END.finditer(shown):
        stops, following = match.groups()
        if following is not None:
            if not _can_begin_sentence(following):
                continue
            if stops == "." and _is_abbreviated(shown, match.start(), following):
                continue
        end = match.end()
        yield end - len(shown[start:end].lstrip()), end
        start = end
    rest = shown[start:]
    if rest and not rest.isspace():
        yield len(shown) - len(rest.lstrip()), start + len(rest.rstrip())


def _can_begin_sentence(character: str) -> bool:
    """A capital or a digit; in a script without capitals (Arabic), any letter."""
    return (character.isalpha() and not character.islower()) or character.isdigit()


def _is_abbreviated(shown: str, stop: int, following: str) -> bool:
    """Whether the word before this full stop is an abbreviation."""
    words = shown[max(0, stop - _LONGEST_ABBREVIATION) : stop].split()
    word = words[-1].rpartition("-")[2].lstrip(_BEFORE_A_WORD) if words else ""
    if not word:
        return False
    if len(word) == 1 and word.isalpha() and not word.islower():
        return True
    uncapitalised = word[0].lower() + word[1:]
    if word in ALWAYS or uncapitalised in ALWAYS:
        return True
    if following.isdigit() and (word in BEFORE_A_NUMBER or uncapitalised in BEFORE_A_NUMBER):
        return True
    return "." in word and _LETTERS_WITH_STOPS.fullmatch(word) is not None


def _says_something(text: str) -> bool:
    """Not the words that lead on to a list, nor a block of signs alone."""
    if text.endswith(_COLONS):
        return False
    return text[0].isalnum() or any(character.isalnum() for character in text)
