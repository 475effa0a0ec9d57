"""Rules about the registries: positions, parents, and whether an entry is used."""

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.check.collection import Collection
from dateline.check.references import unknown_names
from dateline.findings import Finding
from dateline.model.registry import Location
from dateline.read.document import Document


def position_is_whole(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    value = doc.value
    if not isinstance(value, Location) or not (doc.sound("latitude") and doc.sound("longitude")):
        return
    if (value.latitude is None) != (value.longitude is None):
        name = "latitude" if value.longitude is None else "longitude"
        yield doc.fault((name,), "E250", f"{name} stands alone")


def position_has_a_source(doc: Document[Any], collection: Collection) -> Iterator[Finding]:
    value = doc.value
    if isinstance(value, Location) and value.latitude is not None and not value.coordinate_source:
        yield doc.fault(("latitude",), "W404", "nobody says where the coordinates come from")


def parents_do_not_go_in_circles(collection: Collection) -> Iterator[Finding]:
    groups = {slug: doc.value.parents for slug, doc in collection.groups.items()}
    weapons = {
        slug: (doc.value.parent,) if doc.value.parent else ()
        for slug, doc in collection.weapons.items()
    }
    for slug in _in_circles(groups):
        doc: Document[Any] = collection.groups[slug]
        yield doc.fault(("parents",), "E251", f'"{slug}" is above itself', "take one parent out")
    for slug in _in_circles(weapons):
        doc = collection.weapons[slug]
        yield doc.fault(("parent",), "E251", f'"{slug}" is above itself', "take one parent out")


def _in_circles(parents: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
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
    named: set[tuple[str, str]] = set()
    passed_over: set[str] = set()
    for doc in collection.documents:
        passed_over |= doc.passed_over
        named.update((reference.to, near) for reference, near in unknown_names(doc, collection))
        named.update((reference.to, reference.name) for reference in doc.references)
    registries: dict[str, Mapping[str, Document[Any]]] = {
        "group": collection.groups,
        "location": collection.locations,
        "weapon": collection.weapons,
        "source": collection.sources,
    }
    for kind, registry in registries.items():
        for slug, entry in registry.items():
            if (kind, slug) not in named and slug not in passed_over:
                yield entry.fault((), "W405", f'no brief or entry names the {kind} "{slug}"')
