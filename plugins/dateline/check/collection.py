"""All documents together, as the rules ask for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.model.brief import Brief
from dateline.model.registry import Group, Location, Total, Weapon
from dateline.model.source import SharedSource
from dateline.read.content import Content
from dateline.read.document import Document
from dateline.read.files import KINDS, Kind

BriefDocument = Document[Brief]


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents by kind and slug.

    `names` are the slugs that exist, those of unread files too, so that one broken file does not
    make findings in all that name it. `other_names` maps, for each registry, names and aliases to
    slugs, for suggestions.
    """

    briefs: tuple[BriefDocument, ...]
    groups: Mapping[str, Document[Group]]
    locations: Mapping[str, Document[Location]]
    weapons: Mapping[str, Document[Weapon]]
    sources: Mapping[str, Document[SharedSource]]
    totals: Mapping[str, Document[Total]]
    names: Mapping[Kind, frozenset[str]]
    other_names: Mapping[Kind, Mapping[str, str]]
    has_unread: bool

    @property
    def documents(self) -> Iterable[Document[Any]]:
        yield from self.briefs
        for registry in (self.groups, self.locations, self.weapons, self.sources, self.totals):
            yield from registry.values()


def collect(content: Content) -> Collection:
    by_kind: dict[Kind, list[Document[Any]]] = {kind: [] for kind in KINDS}
    names: dict[Kind, set[str]] = {kind: set() for kind in KINDS}
    for document in content.documents:
        by_kind[document.file.kind].append(document)
        names[document.file.kind].add(document.slug)
    for unread in content.unread:
        names[unread.file.kind].add(unread.file.stem)
    for brief in by_kind["brief"]:
        names["brief"].update((brief.value.id, *brief.value.aliases))
    return Collection(
        briefs=tuple(by_kind["brief"]),
        groups=_by_slug(by_kind["group"]),
        locations=_by_slug(by_kind["location"]),
        weapons=_by_slug(by_kind["weapon"]),
        sources=_by_slug(by_kind["source"]),
        totals=_by_slug(by_kind["total"]),
        names={kind: frozenset(slugs) for kind, slugs in names.items()},
        other_names={kind: _other_names(by_kind[kind]) for kind in ("group", "location", "weapon")},
        has_unread=bool(content.unread),
    )


def _by_slug(documents: Iterable[Document[Any]]) -> dict[str, Document[Any]]:
    return {document.slug: document for document in documents}


def _other_names(documents: Iterable[Document[Any]]) -> dict[str, str]:
    return {
        name: document.slug
        for document in documents
        for name in (document.value.name, *document.value.aliases)
        if name
    }
