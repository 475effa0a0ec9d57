"""Which sources there are, who lists each, and what rests on it: from list facts, without a value.

A shared source is one by its key. One that a brief or an entry lists as its own is one by its
address, or without one by publisher and title: the same page listed in two places is one source,
also where content/sources/ has a file of that address.

What rests on a source: listed briefs, registry entries, totals. Withdrawn and merged briefs count
for nothing, but a shared source stays whoever used it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import field
from functools import partial
from typing import Any, NamedTuple

from dateline.archive import Archive, Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.model.facts import OwnSource, own_source_of


class Named(NamedTuple):
    """A registry entry or a total that names a source. `kind` is "group", "total" and so on."""

    kind: str
    slug: str


@frozen
class Read:
    """What is read of one publisher: each source once; at the same place in `holders` the file that
    says what it is, and in `days` when it was published; and all briefs that rest on any, some more
    than once."""

    sources: list[OwnSource] = field(default_factory=list)
    holders: list[Entry[Any]] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    briefs: list[Entry[Brief]] = field(default_factory=list)


@frozen
class Resting:
    """A source stands here as the first that lists it knows it. `holders` has that brief or entry,
    or the file of a shared one, by the identity of the source.

    `shared` are those of content/sources/ by key. Such a source stands here as one listed under its
    key; its identity is its address, or, where it has none or another file has the same, its
    fragment.

    Very many sources are listed once, by a brief. So there is no object for each: only of the
    others something is kept in `_briefs`, `_named_by` and `on_which_more_rests`, by identity.
    """

    publishers: Mapping[str, Read]
    holders: Mapping[str, Entry[Any]]
    shared: Mapping[str, OwnSource]
    on_which_more_rests: Set[str]
    _briefs: Mapping[str, Sequence[Entry[Brief]]]
    _named_by: Mapping[str, Sequence[Named]]

    def briefs(self, source: OwnSource) -> Sequence[Entry[Brief]]:
        """In the order of lists."""
        found = self._briefs.get(source.identity)
        return (self.holders[source.identity],) if found is None else found

    def named_by(self, source: OwnSource) -> Sequence[Named]:
        return self._named_by.get(source.identity, ())

    def is_shared(self, source: OwnSource) -> bool:
        return self.shared.get(source.key) is source


@frozen
class _Met:
    """What is known so far of a `Resting`; `shared` by identity."""

    publishers: defaultdict[str, Read] = field(default_factory=partial(defaultdict, Read))
    holders: dict[str, Entry[Any]] = field(default_factory=dict)
    briefs: dict[str, list[Entry[Brief]]] = field(default_factory=dict)
    named_by: dict[str, list[Named]] = field(default_factory=dict)
    shared: dict[str, OwnSource] = field(default_factory=dict)


def resting(archive: Archive) -> Resting:
    met = _Met()
    shared = _shared(archive, met)
    _go_through_briefs(archive, shared, met)
    for kind, named in _entries(archive):
        for identity in _named_in(named, shared, met):
            _append(met.named_by.setdefault(identity, []), Named(kind, named.slug))
    more = met.briefs.keys() | met.named_by.keys()
    return Resting(met.publishers, met.holders, shared, more, met.briefs, met.named_by)


def _shared(archive: Archive, met: _Met) -> dict[str, OwnSource]:
    shared: dict[str, OwnSource] = {}
    for key, entry in archive.sources.items():
        facts = entry.source_facts
        identity = facts.address
        if not identity or identity in met.holders:
            identity = fragment_of_shared(key)
        shared[key] = OwnSource(key, facts.publisher, identity, facts.published)
        met.shared[identity] = shared[key]
        _meet(met, shared[key], entry)
    return shared


def fragment_of_shared(key: str) -> str:
    return f"source-{key}"


def _meet(met: _Met, source: OwnSource, holder: Entry[Any]) -> None:
    """A source that is not met in a brief: none rests on it so far."""
    met.holders[source.identity] = holder
    met.briefs[source.identity] = []
    read = met.publishers[source.publisher]
    read.sources.append(source)
    read.holders.append(holder)
    read.days.append(source.published)


def _go_through_briefs(archive: Archive, shared: Mapping[str, OwnSource], met: _Met) -> None:
    holders, publishers = met.holders, met.publishers
    for entry in archive.briefs:
        facts = entry.facts
        for key in facts.shared_sources:
            _rests(met, entry, shared[key])
        for own in facts.own_sources:
            identity = own.identity
            if identity in holders:
                _rests(met, entry, _known(met, identity))
            else:
                holders[identity] = entry
                read = publishers[own.publisher]
                read.sources.append(own)
                read.holders.append(entry)
                read.days.append(own.published)
                read.briefs.append(entry)


def _rests(met: _Met, entry: Entry[Brief], source: OwnSource) -> None:
    """A brief rests on a source that is known already."""
    identity = source.identity
    if identity not in met.briefs:
        met.briefs[identity] = [met.holders[identity]]
    _append(met.briefs[identity], entry)
    met.publishers[source.publisher].briefs.append(entry)


def _known(met: _Met, identity: str) -> OwnSource:
    """The source as its holder knows it."""
    holder = met.holders[identity]
    if identity in met.shared:
        return met.shared[identity]
    return next(own for own in holder.facts.own_sources if own.identity == identity)


def _append(found: list[Any], one: object) -> None:
    """A brief may list a page under two keys; what lists it comes in order, so each comes once."""
    if not found or found[-1] != one:
        found.append(one)


def _named_in(entry: Entry[Any], shared: Mapping[str, OwnSource], met: _Met) -> Iterator[str]:
    """The identities of its sources. No brief rests on those that it is the first to list."""
    for source in entry.value.sources:
        if isinstance(source, str):
            yield shared[source].identity
            continue
        own = own_source_of(source)
        if own.identity not in met.holders:
            _meet(met, own, entry)
        yield own.identity


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
