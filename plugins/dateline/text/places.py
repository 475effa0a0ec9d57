"""Where something stands in a text, as an editor shows it."""

from bisect import bisect_right
from itertools import accumulate


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, both counted from 1, columns in characters."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, line_start) + 1, offset - line_start + 1


class CharacterOffsets:
    """Turns the UTF-8 byte offsets that the Markdown parser speaks of into character offsets.

    Only the bytes between two questions are decoded, so questions that come in the order of the
    text cost one pass over it, however many there are.
    """

    __slots__ = ("_byte", "_character", "_is_ascii", "_source")

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._is_ascii = source.isascii()
        self._byte = 0
        self._character = 0

    def of(self, byte: int) -> int:
        """The number of characters before this byte, which begins one or ends the text."""
        if self._is_ascii:
            return byte
        if byte >= self._byte:
            self._character += len(self._source[self._byte : byte].decode())
        else:
            self._character -= len(self._source[byte : self._byte].decode())
        self._byte = byte
        return self._character


class SourceMap:
    """From an offset in what is shown back to the source that shows it.

    Made of the pieces that the parser names: each holds what is shown and the bytes that say so.
    """

    __slots__ = ("_offsets", "_pieces", "_shown_from")

    def __init__(self, pieces: list[tuple[str, int, int]], offsets: CharacterOffsets) -> None:
        self._pieces = pieces
        self._offsets = offsets
        self._shown_from = [0, *accumulate([len(piece[0]) for piece in pieces])]

    def start(self, shown: int) -> int:
        """Where the source of this shown character begins."""
        index = bisect_right(self._shown_from, shown) - 1
        text, first, last = self._pieces[index]
        within = shown - self._shown_from[index]
        if within and _is_verbatim(text, first, last):
            return self._offsets.of(first) + within
        return self._offsets.of(first)

    def end(self, shown: int) -> int:
        """Where the source of the shown character before this offset ends."""
        index = bisect_right(self._shown_from, shown - 1) - 1
        text, first, last = self._pieces[index]
        within = shown - self._shown_from[index]
        if within < len(text) and _is_verbatim(text, first, last):
            return self._offsets.of(first) + within
        return self._offsets.of(last)


def _is_verbatim(text: str, first: int, last: int) -> bool:
    """An entity (`&amp;`) or a code span takes more bytes than it shows."""
    return len(text) == last - first or len(text.encode()) == last - first
