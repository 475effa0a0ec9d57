"""Rules about the text: plain Markdown, and a citation for every sentence of fact."""

from collections.abc import Iterator
from typing import Any

from dateline.check.collection import BriefDocument
from dateline.findings import Finding
from dateline.read.document import Document
from dateline.read.scalars import shortened
from dateline.text import FlawKind, scan, sentences

# The rule and the message of each flaw; what stands in the text is put behind it.
FLAWS: dict[FlawKind, tuple[str, str]] = {
    FlawKind.RAW_HTML: ("E301", "raw HTML"),
    FlawKind.IMAGE: ("E302", "an image"),
    FlawKind.HEADING_1: ("E303", "a heading of level 1"),
    FlawKind.NESTED_TOO_DEEP: ("E310", "nested too deep"),
    FlawKind.UNSAFE_LINK: ("E309", "an address that is not http, https or mailto"),
    FlawKind.FORBIDDEN_CHARACTER: ("E002", "the character"),
    FlawKind.CITATION_MALFORMED: ("E308", "a citation that cannot be read"),
    FlawKind.CITATION_DEFINITION: ("E304", "a link definition that looks like a citation"),
    FlawKind.CITATION_AS_LINK_TARGET: ("E305", "a citation used as a link"),
    FlawKind.CITATION_AS_LINK_TEXT: ("E305", "a citation used as a link"),
    FlawKind.CITATIONS_ADJACENT: ("E306", "two citations side by side"),
    FlawKind.CITATION_IN_LINK: ("E307", "a citation inside a link"),
    FlawKind.CITATION_IN_IMAGE: ("E307", "a citation inside an image"),
}


def text_is_plain_markdown(doc: Document[Any]) -> Iterator[Finding]:
    for flaw in scan(doc.text).flaws:
        code, what = FLAWS[flaw.kind]
        message = f"{what}: {flaw.detail}" if flaw.detail else what
        yield doc.fault_in_text(flaw.start, code, message)


def sentences_are_cited(doc: BriefDocument, *, is_error: bool) -> Iterator[Finding]:
    """An archive's setting makes a sentence without a citation an error."""
    code = "E401" if is_error else "W401"
    flaws = [flaw.start for flaw in scan(doc.text).flaws]
    for sentence in sentences(doc.text):
        if any(sentence.start <= start < sentence.end for start in flaws):
            continue  # its citation may be what could not be read
        if sentence.needs_citation and not sentence.citations:
            message = f'no source is named for "{shortened(sentence.text)}"'
            yield doc.fault_in_text(sentence.start, code, message)
