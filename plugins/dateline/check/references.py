"""Rules about names: whatever a file names exists, and whatever it lists is named."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from dateline.check.collection import BriefDocument, Collection
from dateline.findings import Finding, suggestion
from dateline.model.kinds import Registry
from dateline.model.source import Source
from dateline.read.document import Document
from dateline.read.files import FOLDERS
from dateline.read.reading import Reference
from dateline.read.scalars import is_slug, shortened
from dateline.text import scan

MOST_GUESSES = 20
_KEY_IN_TEXT = re.compile(r"@([a-z0-9-]+)")


def named_entries_exist(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    for reference, near in unknown_names(doc, collection):
        if reference.to == "brief" or reference.to == "listed-source":
            continue
        hint = f'did you mean "{near}"?' if near else _how_to_name(reference.to, reference.name)
        message = f'unknown {reference.to} "{shortened(reference.name)}"'
        yield doc.fault(reference.path, "E104", message, hint)


def unknown_names(doc: Document[Any], collection: Collection) -> Iterator[tuple[Reference, str]]:
    """What a document names that does not exist, and what was likely meant.

    Only the first few are guessed at: a guess looks at every name of the archive.
    """
    guesses = 0
    for reference in doc.references:
        if reference.to == "listed-source" or reference.name in collection.names[reference.to]:
            continue
        near = ""
        if guesses < MOST_GUESSES:
            others = collection.other_names.get(reference.to)
            near = suggestion(reference.name, collection.names[reference.to], others)
        guesses += 1
        yield reference, near


def _how_to_name(registry: Registry, name: str) -> str:
    folder = f"content/{FOLDERS[registry]}"
    if is_slug(name):
        return f"name one of {folder}/, or add {folder}/{name}.md"
    return f"write the name of a file in {folder}/, without .md"


def named_briefs_exist(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    for reference, near in unknown_names(doc, collection):
        if reference.to == "brief":
            hint = f'did you mean "{near}"?' if near else "give the id of a brief of this archive"
            message = f'unknown brief "{shortened(reference.name)}"'
            yield doc.fault(reference.path, "E116", message, hint)


def named_sources_are_listed(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    listed = listed_keys(doc)
    for n, (key, fault) in enumerate(unlisted_sources(doc)):
        remedy = _where(key, listed if n < MOST_GUESSES else set(), collection)
        yield fault(f'the source "{shortened(key)}" is not listed', remedy)


def unlisted_sources(doc: Document[Any]) -> list[tuple[str, Callable[[str, str], Finding]]]:
    """The keys that a document names and does not list, each with its finding but for the words."""
    listed = listed_keys(doc)
    unlisted: list[tuple[str, Callable[[str, str], Finding]]] = []
    for reference in doc.references:
        if reference.to == "listed-source" and reference.name not in listed:
            unlisted.append((reference.name, partial(doc.fault, reference.path, "E230")))
    for citation in scan(doc.text).citations:
        for cited in citation.sources:
            if cited.key not in listed:
                unlisted.append((cited.key, partial(doc.fault_in_text, citation.start, "E230")))
    return unlisted


def _where(key: str, listed: set[str], collection: Collection) -> str:
    if key in collection.names["source"]:
        return f"add - {key} to sources"
    near = suggestion(key, listed)
    return f'did you mean "{near}"?' if near else "add it to sources"


def listed_sources_are_named(doc: BriefDocument) -> Iterator[Finding]:
    """A source that is named where it cannot be read, or misspelt, was named all the same."""
    named = {reference.name for reference in doc.references if reference.to == "listed-source"}
    named |= doc.passed_over
    scanned = scan(doc.text)
    named.update(cited.key for citation in scanned.citations for cited in citation.sources)
    if scanned.flaws:
        named.update(_KEY_IN_TEXT.findall(doc.text))
    listed = listed_keys(doc)
    unlisted = sorted(named - listed - doc.passed_over)[:MOST_GUESSES]
    named.update([suggestion(name, listed) for name in unlisted])
    for n, source in enumerate(doc.value.sources):
        key = source.key if isinstance(source, Source) else source
        if key and key not in named:
            message = f'the source "{key}" is listed, but nothing names it'
            remedy = f"cite it in the text as [@{key}], name it in an item, or delete it"
            yield doc.fault(("sources", n), "E231", message, remedy)


def source_keys_are_used_once(doc: BriefDocument) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for n, source in enumerate(doc.value.sources):
        key = source.key if isinstance(source, Source) else source
        seen[key] += 1
        if key and seen[key] == 2:
            message = f'the source "{key}" is listed twice'
            yield doc.fault(("sources", n), "E232", message, "delete one")


def inline_keys_are_no_shared_ones(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    for n, source in enumerate(getattr(doc.value, "sources", ())):
        if isinstance(source, Source) and source.key in collection.names["source"]:
            message = f'content/sources/{source.key}.md has the key "{source.key}" already'
            remedy = f"write - {source.key} if it is that source, or choose another key"
            yield doc.fault(("sources", n, "key"), "E232", message, remedy)


def no_brief_names_itself(doc: BriefDocument) -> Iterator[Finding]:
    own = {doc.value.id, *doc.value.aliases} - {""}
    for reference in doc.references:
        if reference.to == "brief" and reference.name in own and reference.path[0] != "casualties":
            yield doc.fault(reference.path, "E240", "the brief names itself", "delete the line")


def drafts_are_not_named(collection: Collection) -> Iterator[Finding]:
    for doc in collection.briefs:
        for reference in doc.references:
            if reference.to == "brief" and reference.name in collection.drafts:
                message = f'the brief "{reference.name}" is a draft and has no page'
                yield doc.fault(reference.path, "E241", message, "publish it first, or wait")


def listed_keys(doc: Document[Any]) -> set[str]:
    """The keys that a brief or an entry lists in `sources`."""
    sources = getattr(doc.value, "sources", ())
    return {source.key if isinstance(source, Source) else source for source in sources}
