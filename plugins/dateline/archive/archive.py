"""Checked documents as one archive: briefs in date order, and the registries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dateline.check.collection import Collection
from dateline.model.brief import Brief, Casualties
from dateline.model.registry import Group, Location, Total, Weapon
from dateline.model.source import SharedSource
from dateline.read.document import Document

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Entry(Generic[V]):
    """What one file says: its value, and its text in Markdown. `slug` is a brief's id.

    `digest` is the SHA-256 of the file's bytes, in hex.
    """

    slug: str
    value: V
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Archive:
    """`briefs` are the published ones in the order of lists; `withdrawn` and `merged` have a page
    and stand in no list; drafts are only counted.

    `by_id` finds each of those with a page by its id or an alias. `shared_figures` gives, for the
    id of a brief, the casualty rows that are written in other briefs and hold for it too.
    """

    briefs: tuple[Entry[Brief], ...]
    withdrawn: tuple[Entry[Brief], ...]
    merged: tuple[Entry[Brief], ...]
    drafts: int
    by_id: Mapping[str, Entry[Brief]]
    shared_figures: Mapping[str, tuple[tuple[Entry[Brief], Casualties], ...]]
    groups: Mapping[str, Entry[Group]]
    locations: Mapping[str, Entry[Location]]
    weapons: Mapping[str, Entry[Weapon]]
    sources: Mapping[str, Entry[SharedSource]]
    totals: Mapping[str, Entry[Total]]

    @property
    def with_page(self) -> tuple[Entry[Brief], ...]:
        """Published, withdrawn and merged: each has a page."""
        return self.briefs + self.withdrawn + self.merged


def build(collection: Collection) -> Archive:
    """The archive of a collection in which the check found no error."""
    entries = sorted(map(_entry, collection.briefs), key=lambda entry: entry.value.calendar)
    published = _with_status(entries, "published")
    by_id = _by_id(entries)
    return Archive(
        briefs=published,
        withdrawn=_with_status(entries, "withdrawn"),
        merged=_with_status(entries, "merged"),
        drafts=len(_with_status(entries, "draft")),
        by_id=by_id,
        shared_figures=_shared_figures(published, by_id),
        groups=_registry(collection.groups.values()),
        locations=_registry(collection.locations.values()),
        weapons=_registry(collection.weapons.values()),
        sources=_registry(collection.sources.values()),
        totals=_registry(collection.totals.values()),
    )


def _with_status(entries: Iterable[Entry[Brief]], status: str) -> tuple[Entry[Brief], ...]:
    return tuple(entry for entry in entries if entry.value.status == status)


def _by_id(entries: Iterable[Entry[Brief]]) -> dict[str, Entry[Brief]]:
    return {
        name: entry
        for entry in entries
        if entry.value.status != "draft"
        for name in (entry.slug, *entry.value.aliases)
    }


def _shared_figures(
    entries: Iterable[Entry[Brief]], by_id: Mapping[str, Entry[Brief]]
) -> dict[str, tuple[tuple[Entry[Brief], Casualties], ...]]:
    found: dict[str, list[tuple[Entry[Brief], Casualties]]] = {}
    for entry in entries:
        for row in entry.value.casualties or ():
            for other in dict.fromkeys(by_id[name].slug for name in row.shared_with):
                found.setdefault(other, []).append((entry, row))
    return {slug: tuple(rows) for slug, rows in found.items()}


def _entry(document: Document[Any]) -> Entry[Any]:
    return Entry(document.slug, document.value, document.text, document.digest)


def _registry(documents: Iterable[Document[Any]]) -> dict[str, Entry[Any]]:
    return {doc.slug: _entry(doc) for doc in sorted(documents, key=lambda doc: doc.slug)}
