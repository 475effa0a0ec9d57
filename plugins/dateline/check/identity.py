"""Rules about ids: a brief's address never changes."""

import re
from collections.abc import Iterator
from typing import Any

from dateline.check.collection import BriefDocument, Collection
from dateline.findings import Finding
from dateline.read.content import Content
from dateline.read.document import Document
from dateline.read.files import Kind
from dateline.read.reading import FieldPath

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-|$)")


def id_is_the_file_name(doc: BriefDocument) -> Iterator[Finding]:
    if doc.sound("id") and doc.value.id != doc.slug:
        message = f'the id "{doc.value.id}" is not the file name "{doc.slug}"'
        yield doc.fault(("id",), "E201", message, "make them equal; the id never changes")


def id_has_the_day_of_the_incident(doc: BriefDocument) -> Iterator[Finding]:
    """Only before a revision: a date that was corrected later leaves the id as it is."""
    brief = doc.value
    found = _DAY.match(brief.id)
    if not found or brief.revisions:
        return
    if not all(doc.sound(name) for name in ("date", "date_earliest", "revisions")):
        return
    days = [str(brief.date.day)] + ([str(brief.date_earliest)] if brief.date_earliest else [])
    if found[1] not in days:
        message = f"the id begins with {found[1]}, the incident is dated {' or '.join(days)}"
        yield doc.fault(("id",), "E203", message, "correct the day in one of them")


def ids_and_aliases_are_used_once(collection: Collection) -> Iterator[Finding]:
    owner: dict[str, BriefDocument] = {}
    for doc in collection.briefs:
        names: list[tuple[FieldPath, str]] = [(("id",), doc.value.id)]
        names += [(("aliases", n), alias) for n, alias in enumerate(doc.value.aliases)]
        for path, name in names:
            if not name:
                continue
            if owner.get(name) is doc:
                yield doc.fault(path, "E202", f'"{name}" stands here twice', "delete one")
            elif name in owner:
                message = f'"{name}" is the id or an alias of {owner[name].file.shown} too'
                yield doc.fault(path, "E202", message, "give this one another")
            else:
                owner[name] = doc


def entries_have_slugs_of_their_own(content: Content) -> Iterator[Finding]:
    """Registries may be nested in folders, and two of these may hold files of one name."""
    owner: dict[tuple[Kind, str], Document[Any]] = {}
    for doc in content.documents:
        if doc.file.kind == "brief":
            continue
        first = owner.setdefault((doc.file.kind, doc.slug), doc)
        if first is not doc:
            message = f'"{doc.slug}" is the slug of {first.file.shown} too'
            yield doc.fault((), "E202", message, "rename one of them, or delete it")
