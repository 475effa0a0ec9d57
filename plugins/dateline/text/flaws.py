"""What a text can have wrong with it: each is an error in a brief (brief format, "Text")."""

from enum import StrEnum

from dateline.frozen import frozen

_DETAIL_LIMIT = 60


class FlawKind(StrEnum):
    """Why the text may not be published as it stands."""

    RAW_HTML = "raw-html"
    IMAGE = "image"
    HEADING_1 = "heading-1"
    """The page has its level 1 already: the title."""
    NESTED_TOO_DEEP = "nested-too-deep"
    """Quotations, lists or emphasis within each other beyond what any text needs: HTML cleaners and
    browsers take time that grows with the square of the depth."""
    UNSAFE_LINK = "unsafe-link"
    """An address that is not http, https or mailto, whole and well formed."""
    FORBIDDEN_CHARACTER = "forbidden-character"
    CITATION_MALFORMED = "citation-malformed"
    """`[@Not A Key]`, `[@a; b]`, `[@a][]`, a `[@a` that is never closed."""
    CITATION_DEFINITION = "citation-definition"
    """`[@a]: https://…` would turn every citation of a into that link."""
    CITATION_AS_LINK_TARGET = "citation-as-link-target"
    """`[text][@a]`"""
    CITATION_AS_LINK_TEXT = "citation-as-link-text"
    """`[@a](https://…)`"""
    CITATIONS_ADJACENT = "citations-adjacent"
    """`[@a][@b]` is, in Markdown, a link named @a to @b; the format has `[@a; @b]` for it."""
    CITATION_IN_LINK = "citation-in-link"
    CITATION_IN_IMAGE = "citation-in-image"
    """`![@a]`, or a citation in the words of an image."""


@frozen
class Flaw:
    """One flaw: the offset of its first character, and the words or the character that it is."""

    start: int
    kind: FlawKind
    detail: str


def excerpt(source: bytes, start: int, end: int) -> str:
    """What stands there, on one line, cut to what a message can hold."""
    # Four bytes a character at most: a flaw as long as the text does not copy the text.
    words = source[start : min(end, start + 4 * _DETAIL_LIMIT)].decode("utf-8", "ignore")
    folded = " ".join(words.split())
    if len(folded) <= _DETAIL_LIMIT:
        return folded
    return folded[: _DETAIL_LIMIT - 1] + "…"
