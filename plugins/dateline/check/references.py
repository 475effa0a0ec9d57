"""Rules about names: whatever a file names exists, and whatever it lists is named."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dateline.check.collection import BriefDocument, Collection
from dateline.findings import Finding, suggestion
from dateline.model.source import Source
from dateline.read.document import Document
from dateline.read.files import FOLDERS
from dateline.text import place, scan


def named_entries_exist(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    for reference in doc.references:
        if reference.to == "brief" or reference.to == "listed-source":
            continue
        known = collection.names[reference.to]
        if reference.name in known:
            continue
        near = suggestion(reference.name, known, collection.other_names.get(reference.to))
        folder = f"content/{FOLDERS[reference.to]}"
        create = f"name one of {folder}/, or add {folder}/{reference.name}.md"
        hint = f'did you mean "{near}"?' if near else create
        message = f'unknown {reference.to} "{reference.name}"'
        yield doc.fault(reference.path, "E104", message, hint)


def named_briefs_exist(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    known = collection.names["brief"]
    for reference in doc.references:
        if reference.to == "brief" and reference.name not in known:
            near = suggestion(reference.name, known)
            hint = f'did you mean "{near}"?' if near else "give the id of a brief of this archive"
            yield doc.fault(reference.path, "E116", f'unknown brief "{reference.name}"', hint)


def named_sources_are_listed(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    listed = listed_keys(doc)
    for reference in doc.references:
        if reference.to == "listed-source" and reference.name not in listed:
            message = f'the source "{reference.name}" is not listed'
            remedy = _where(reference.name, listed, collection)
            yield doc.fault(reference.path, "E230", message, remedy)
    for citation in scan(doc.text).citations:
        for cited in citation.sources:
            if cited.key not in listed:
                line, column = place(doc.text, citation.start)
                message = f'the source "{cited.key}" is not listed'
                remedy = _where(cited.key, listed, collection)
                yield Finding(doc.file.shown, line + doc.text_line, column, "E230", message, remedy)


def _where(key: str, listed: set[str], collection: Collection) -> str:
    if key in collection.names["source"]:
        return f"add - {key} to sources"
    near = suggestion(key, listed)
    return f'did you mean "{near}"?' if near else "add it to sources"


def listed_sources_are_named(doc: BriefDocument) -> Iterator[Finding]:
    named = {reference.name for reference in doc.references if reference.to == "listed-source"}
    named.update(cited.key for citation in scan(doc.text).citations for cited in citation.sources)
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
    drafts = {doc.value.id for doc in collection.briefs if doc.value.status == "draft"}
    for doc in collection.briefs:
        for reference in doc.references:
            if reference.to == "brief" and reference.name in drafts:
                message = f'the brief "{reference.name}" is a draft and has no page'
                yield doc.fault(reference.path, "E241", message, "publish it first, or wait")


def listed_keys(doc: Document[Any]) -> set[str]:
    """The keys that a brief or an entry lists in `sources`."""
    sources = getattr(doc.value, "sources", ())
    return {source.key if isinstance(source, Source) else source for source in sources}
