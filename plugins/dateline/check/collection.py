"""All documents together, as the rules ask for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.kept import Kept
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
    slugs, for suggestions. `drafts` are the names of all drafts.

    `kept` are the files that an earlier build found sound and that are as they were: they are among
    the names, and no rule speaks of them (see `suspects`).
    """

    briefs: tuple[BriefDocument, ...]
    groups: Mapping[str, Document[Group]]
    locations: Mapping[str, Document[Location]]
    weapons: Mapping[str, Document[Weapon]]
    sources: Mapping[str, Document[SharedSource]]
    totals: Mapping[str, Document[Total]]
    names: Mapping[Kind, frozenset[str]]
    other_names: Mapping[Kind, Mapping[str, str]]
    drafts: frozenset[str]
    has_unread: bool
    kept: tuple[Kept, ...] = ()
    shown_root: str = ""

    def id_of(self) -> dict[str, str]:
        """The ids of the briefs by all their names."""
        found = {name: one.slug for one in self.kept if one.kind == "brief" for name in one.names}
        found.update((name, doc.value.id) for doc in self.briefs for name in names_of(doc))
        return found

    @property
    def documents(self) -> Iterable[Document[Any]]:
        yield from self.briefs
        for registry in (self.groups, self.locations, self.weapons, self.sources, self.totals):
            yield from registry.values()


def names_of(brief: BriefDocument) -> tuple[str, ...]:
    """Under what others find it."""
    return (brief.value.id, *brief.value.aliases)


def collect(content: Content, kept: Iterable[Kept] = (), shown_root: str = "") -> Collection:
    """`kept` are the files of the content folder that were not read again."""
    kept = tuple(kept)
    by_kind: dict[Kind, list[Document[Any]]] = {kind: [] for kind in KINDS}
    names: dict[Kind, set[str]] = {kind: set() for kind in KINDS}
    for document in content.documents:
        by_kind[document.file.kind].append(document)
        names[document.file.kind].add(document.slug)
    for unread in content.unread:
        names[unread.file.kind].add(unread.file.stem)
    for brief in by_kind["brief"]:
        names["brief"].update(names_of(brief))
    drafts = {
        name
        for brief in by_kind["brief"]
        if brief.value.status == "draft"
        for name in names_of(brief)
    }
    for one in kept:
        names[one.kind].update(one.names)
        if one.status == "draft":
            drafts.update(one.names)
    return Collection(
        briefs=tuple(by_kind["brief"]),
        groups=_by_slug(by_kind["group"]),
        locations=_by_slug(by_kind["location"]),
        weapons=_by_slug(by_kind["weapon"]),
        sources=_by_slug(by_kind["source"]),
        totals=_by_slug(by_kind["total"]),
        names={kind: frozenset(slugs) for kind, slugs in names.items()},
        other_names={
            kind: _other_names(by_kind[kind], [one for one in kept if one.kind == kind], shown_root)
            for kind in ("group", "location", "weapon")
        },
        drafts=frozenset(drafts),
        has_unread=bool(content.unread),
        kept=kept,
        shown_root=shown_root,
    )


def _by_slug(documents: Iterable[Document[Any]]) -> dict[str, Document[Any]]:
    return {document.slug: document for document in documents}


def _other_names(
    documents: Iterable[Document[Any]], kept: list[Kept], shown_root: str
) -> dict[str, str]:
    """In the order of files: of two with the same name, the last one gives its slug."""
    called = [(doc.file.shown, doc.slug, (doc.value.name, *doc.value.aliases)) for doc in documents]
    if kept:
        called += [(one.shown(shown_root), one.slug, one.called) for one in kept]
        called.sort(key=lambda entry: entry[0].split("/"))
    return {name: slug for _, slug, names in called for name in names if name}
