"""Rules about ids: a brief's address never changes."""

import re
from collections.abc import Iterator

from dateline.check.collection import BriefDocument, Collection
from dateline.findings import Finding
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
    if not found or brief.revisions or not doc.sound("date") or not doc.sound("date_earliest"):
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
            if name in owner:
                message = f'"{name}" is the id or an alias of {owner[name].file.shown} too'
                yield doc.fault(path, "E202", message, "give this one another")
            else:
                owner[name] = doc
