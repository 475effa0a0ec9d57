"""Checked documents as one archive: briefs in date order, and the registries."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from dateline.archive.entry import Entry, Held
from dateline.check.collection import Collection
from dateline.kept import Kept, Said
from dateline.model.brief import Brief, Casualties
from dateline.model.registry import Group, Location, Total, Weapon
from dateline.model.source import SharedSource
from dateline.read.files import Kind


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


# How many entries of a kind hold the value that was fetched of them: some 16 KB each.
HELD = 10_000

# Brings what a kept file says.
Fetch = Callable[[Kept], Said]


def build(collection: Collection, fetch: Fetch | None = None) -> Archive:
    """The archive of a collection in which the check found no error. Where the collection has kept
    files, `fetch` brings what they say, when it is asked for."""
    entries = sorted(_of_kind("brief", collection, fetch), key=_calendar)
    published = _with_status(entries, "published")
    by_id = _by_id(entries)
    return Archive(
        briefs=published,
        withdrawn=_with_status(entries, "withdrawn"),
        merged=_with_status(entries, "merged"),
        drafts=len(_with_status(entries, "draft")),
        by_id=by_id,
        shared_figures=_shared_figures(published, by_id),
        groups=_registry("group", collection, fetch),
        locations=_registry("location", collection, fetch),
        weapons=_registry("weapon", collection, fetch),
        sources=_registry("source", collection, fetch),
        totals=_registry("total", collection, fetch),
    )


def _of_kind(kind: Kind, collection: Collection, fetch: Fetch | None) -> Iterator[Entry[Any]]:
    held = Held(HELD)
    for document in collection.documents:
        if document.file.kind == kind:
            yield Entry(
                document.slug, document.value, document.text, document.digest, document.head
            )
    for one in collection.kept:
        if one.kind == kind:
            if fetch is None:
                raise TypeError("a collection with kept files, and nothing to fetch them with")
            yield Entry.kept(one.slug, one.digest, one.head, one.facts, partial(fetch, one), held)


def _calendar(entry: Entry[Brief]) -> tuple[int, int, bool, int, str, str]:
    return entry.facts.calendar


def _with_status(entries: Iterable[Entry[Brief]], status: str) -> tuple[Entry[Brief], ...]:
    return tuple(entry for entry in entries if entry.facts.status == status)


def _by_id(entries: Iterable[Entry[Brief]]) -> dict[str, Entry[Brief]]:
    return {
        name: entry
        for entry in entries
        if entry.facts.status != "draft"
        for name in (entry.slug, *entry.facts.aliases)
    }


def _shared_figures(
    entries: Iterable[Entry[Brief]], by_id: Mapping[str, Entry[Brief]]
) -> dict[str, tuple[tuple[Entry[Brief], Casualties], ...]]:
    """Only briefs with such figures are fetched."""
    found: dict[str, list[tuple[Entry[Brief], Casualties]]] = {}
    for entry in entries:
        if not entry.facts.has_shared_figures:
            continue
        for row in entry.value.casualties or ():
            for other in dict.fromkeys(by_id[name].slug for name in row.shared_with):
                found.setdefault(other, []).append((entry, row))
    return {slug: tuple(rows) for slug, rows in found.items()}


def _registry(kind: Kind, collection: Collection, fetch: Fetch | None) -> dict[str, Entry[Any]]:
    entries = sorted(_of_kind(kind, collection, fetch), key=lambda entry: entry.slug)
    return {entry.slug: entry for entry in entries}
