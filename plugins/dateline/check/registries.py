"""Rules about the registries: positions, parents, and whether an entry is used."""

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.check.collection import Collection
from dateline.check.references import unknown_names
from dateline.findings import Finding
from dateline.kept import refers_to
from dateline.model.registry import Location
from dateline.read.document import Document
from dateline.read.files import Kind
from dateline.read.reading import FRONT_MATTER_LINE


def position_is_whole(doc: Document[Any]) -> Iterator[Finding]:
    value = doc.value
    if not isinstance(value, Location) or not (doc.sound("latitude") and doc.sound("longitude")):
        return
    if (value.latitude is None) != (value.longitude is None):
        name = "latitude" if value.longitude is None else "longitude"
        yield doc.fault((name,), "E250", f"{name} stands alone")


def position_has_a_source(doc: Document[Any]) -> Iterator[Finding]:
    value = doc.value
    if isinstance(value, Location) and value.latitude is not None and not value.coordinate_source:
        yield doc.fault(("latitude",), "W404", "nobody says where the coordinates come from")


def parents_do_not_go_in_circles(collection: Collection) -> Iterator[Finding]:
    groups = {slug: doc.value.parents for slug, doc in collection.groups.items()}
    weapons = {
        slug: (doc.value.parent,) if doc.value.parent else ()
        for slug, doc in collection.weapons.items()
    }
    for slug in in_circles(groups):
        doc: Document[Any] = collection.groups[slug]
        yield doc.fault(("parents",), "E251", f'"{slug}" is above itself', "take one parent out")
    for slug in in_circles(weapons):
        doc = collection.weapons[slug]
        yield doc.fault(("parent",), "E251", f'"{slug}" is above itself', "take one parent out")


def in_circles(parents: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The entries that are above themselves."""
    for slug in parents:
        above: set[str] = set()
        ways = list(parents[slug])
        while ways:
            parent = ways.pop()
            if parent not in above:
                above.add(parent)
                ways.extend(parents.get(parent, ()))
        if slug in above:
            yield slug


def entries_are_used(collection: Collection) -> Iterator[Finding]:
    """Used means: named by a brief, a parent, a total, or another entry's sources.

    Nothing is called unused while a file could not be read, which may name it; nor what is named
    by a misspelling or in a place that could not be read.
    """
    if collection.has_unread:
        return
    named: set[str] = set()
    passed_over: set[str] = set()
    for one in collection.kept:
        named.update(one.refers)
    for doc in collection.documents:
        passed_over |= doc.passed_over
        named.update(refers_to(one.to, near) for one, near in unknown_names(doc, collection))
        named.update(refers_to(one.to, one.name) for one in doc.references)
    for kind, slug, shown in _entries(collection):
        if refers_to(kind, slug) not in named and slug not in passed_over:
            message = f'no brief or entry names the {kind} "{slug}"'
            yield Finding(shown, FRONT_MATTER_LINE, 1, "W405", message)


def _entries(collection: Collection) -> Iterator[tuple[str, str, str]]:
    """Kind, slug and path of every entry that others name."""
    registries: dict[Kind, Mapping[str, Document[Any]]] = {
        "group": collection.groups,
        "location": collection.locations,
        "weapon": collection.weapons,
        "source": collection.sources,
    }
    for kind, registry in registries.items():
        for slug, entry in registry.items():
            yield kind, slug, entry.file.shown
    for one in collection.kept:
        if one.kind in registries:
            yield one.kind, one.slug, one.shown(collection.shown_root)
