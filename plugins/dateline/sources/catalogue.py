"""Every source that the archive rests on, each once, under its publisher.

A shared source is one by its key. One that a brief or an entry lists as its own is one by its
address, or without one by publisher and title: the same page listed in two places is one source,
also where content/sources/ has a file of that address.

What rests on a source: listed briefs, registry entries, totals. Withdrawn and merged briefs count
for nothing, but a shared source stays in the catalogue whoever used it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from hashlib import sha256
from typing import Any

from dateline.archive import Archive, Entry
from dateline.model.source import SharedSource, Source
from dateline.sources.letters import letter_of, slug_of

Identity = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A registry entry or a total that names a source. `kind` is "group", "total" and so on."""

    kind: str
    slug: str


@dataclass(slots=True)
class Item:
    """A source and what rests on it. `key` is that of its file; an own source has none.

    `briefs` maps the ids of those that rest on it, in the order of lists, to the key under which
    each knows it.
    """

    source: SharedSource
    fragment: str
    key: str = ""
    briefs: dict[str, str] = field(default_factory=dict)
    named_by: list[Named] = field(default_factory=list)

    @property
    def day(self) -> Day | None:
        return self.source.published


@dataclass(frozen=True, slots=True)
class Publisher:
    """`items` are newest first, those without a day last. `briefs` is how many rest on them."""

    name: str
    letter: str
    fragment: str
    items: tuple[Item, ...]
    briefs: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`publishers` by letter, each in alphabetical order; only letters that have any."""

    publishers: Mapping[str, tuple[Publisher, ...]]
    shared: Mapping[str, Item]


def catalogue(archive: Archive) -> Catalogue:
    items = _items(archive)
    by_name: dict[str, list[Item]] = {}
    for item in items.values():
        by_name.setdefault(item.source.publisher, []).append(item)
    by_letter: dict[str, list[Publisher]] = {}
    fragments = _fragments(by_name)
    for name in sorted(by_name, key=lambda name: (name.casefold(), name)):
        letter = letter_of(name)
        by_letter.setdefault(letter, []).append(
            Publisher(
                name, letter, fragments[name], _newest_first(by_name[name]), _briefs(by_name[name])
            )
        )
    return Catalogue(
        publishers={letter: tuple(found) for letter, found in by_letter.items()},
        shared={item.key: item for item in items.values() if item.key},
    )


def _items(archive: Archive) -> dict[Identity, Item]:
    items: dict[Identity, Item] = {}
    by_address: dict[str, Identity] = {}
    for key, entry in archive.sources.items():
        identity = ("key", key)
        items[identity] = Item(entry.value, f"source-{key}", key)
        if entry.value.url:
            by_address.setdefault(entry.value.url, identity)
    for brief in archive.briefs:
        for key, item in _listed(brief.value.sources, items, by_address):
            item.briefs.setdefault(brief.slug, key)
    for kind, named in _entries(archive):
        for _, item in _listed(named.value.sources, items, by_address):
            if Named(kind, named.slug) not in item.named_by[-1:]:
                item.named_by.append(Named(kind, named.slug))
    return items


def _entries(archive: Archive) -> Iterator[tuple[str, Entry[Any]]]:
    registries: tuple[tuple[str, Mapping[str, Entry[Any]]], ...] = (
        ("group", archive.groups),
        ("location", archive.locations),
        ("weapon", archive.weapons),
        ("total", archive.totals),
    )
    for kind, registry in registries:
        for entry in registry.values():
            yield kind, entry


def _listed(
    sources: Iterable[Source | str],
    items: dict[Identity, Item],
    by_address: Mapping[str, Identity],
) -> Iterator[tuple[str, Item]]:
    for source in sources:
        if isinstance(source, str):
            yield source, items["key", source]
        else:
            identity = by_address.get(source.url) or _identity(source)
            if identity not in items:
                items[identity] = Item(source, f"source.{_digest(*identity)}")
            yield source.key, items[identity]


def _identity(source: Source) -> Identity:
    if source.url:
        return ("url", source.url)
    return ("print", source.publisher, source.title)


def _digest(*words: str) -> str:
    return sha256("\n".join(words).encode()).hexdigest()[:12]


def _newest_first(items: list[Item]) -> tuple[Item, ...]:
    by_title = sorted(items, key=lambda item: (item.source.title.casefold(), item.fragment))
    return tuple(sorted(by_title, key=lambda item: item.day or Day.min, reverse=True))


def _briefs(items: list[Item]) -> int:
    if len(items) == 1:
        return len(items[0].briefs)
    return len({brief for item in items for brief in item.briefs})


def _fragments(names: Iterable[str]) -> dict[str, str]:
    """A publisher's name as it stands in addresses. Where two names come to the same, each has some
    letters of a digest behind it: which of them was there first decides nothing."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(slug_of(name), []).append(name)
    return {
        name: f"publisher-{slug}"
        if slug and len(same) == 1
        else f"publisher-{slug}.{_digest(name)}"
        for slug, same in found.items()
        for name in same
    }
