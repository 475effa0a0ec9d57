"""One file, read and checked by itself: what is kept of it, if it is sound."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dateline.check.references import unlisted_sources
from dateline.check.run import own_findings
from dateline.findings import has_errors
from dateline.kept import Kept, SharedFigure, one_of, refers_to, to_bytes
from dateline.model.brief import Brief
from dateline.model.facts import Facts, SourceFacts, facts_of, source_facts_of
from dateline.model.source import SharedSource, Source
from dateline.read.document import Document, read_document
from dateline.read.files import ContentFile
from dateline.text import render

_NOWHERE = (0, 0, 0, b"")
_UNSEEN = (0, 0, 0, 0)


class Sound(NamedTuple):
    """What is kept of a file, not knowing where yet, and its value as bytes."""

    kept: Kept
    value: bytes


def examined(file: ContentFile, below: str) -> Sound | None:
    """None for a file that is to be read again beside the others: it has an error, or cannot be
    read at all. A sentence without a citation is no error here: an archive's setting decides."""
    try:
        data = Path(file.path).read_bytes()
    except OSError:
        return None
    document = read_document(file, data)
    if not isinstance(document, Document) or document.unsound or document.passed_over:
        return None
    own = own_findings(document, uncited_is_error=False)
    if has_errors(own) or unlisted_sources(document):
        return None
    told = tuple((one.line, one.column, one.code, one.message, one.remedy) for one in sorted(own))
    value = to_bytes(document.value, document.text, render(document.text))
    return Sound(_kept(document, below, told), value)


def _kept(document: Document[Any], below: str, told: tuple[Any, ...]) -> Kept:
    value = document.value
    brief = value if isinstance(value, Brief) else None
    return Kept(
        kind=document.file.kind,
        below=below,
        names=(document.slug, *(() if brief is None else brief.aliases)),
        seen=_UNSEEN,
        read_at=0,
        digest=document.digest,
        head=document.head,
        facts=_facts(value),
        refers=one_of(_refers(document)),
        keys=tuple(one.key for one in getattr(value, "sources", ()) if isinstance(one, Source)),
        called=(value.name, *value.aliases) if hasattr(value, "name") else (),
        merged_into="" if brief is None else brief.merged_into,
        shared=() if brief is None else tuple(shared_figures(brief)),
        told=told,
        place=_NOWHERE,
    )


def _facts(value: object) -> Facts | SourceFacts | None:
    match value:
        case Brief():
            return facts_of(value)
        case SharedSource():
            return source_facts_of(value)
        case _:
            return None


def _refers(document: Document[Any]) -> Iterator[str]:
    yield from dict.fromkeys(
        refers_to(one.to, one.name) for one in document.references if one.to != "listed-source"
    )


def shared_figures(brief: Brief) -> Iterator[SharedFigure]:
    for row in brief.casualties or ():
        if row.shared_with:
            yield row.shared_with, row.side, row.cause
