"""Of which files that are as they were a rule might speak, because of others or of the day.

Cheap, and on the safe side: each of these is read again, with the places of everything in it, and
the rules decide. Of the rest they would say nothing but what is kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.check.collection import Collection, names_of
from dateline.check.days import LATEST
from dateline.check.examined import shared_figures
from dateline.check.registries import in_circles
from dateline.check.run import Policy
from dateline.kept import Kept, SharedFigure, refers_to
from dateline.model.facts import Facts
from dateline.read.document import Document

_UNCITED = "W401"


def suspects(collection: Collection, policy: Policy) -> set[str]:
    """Their paths below the content folder."""
    found = set(_by_themselves(collection, policy))
    found.update(_with_a_name_of_others(collection))
    found.update(_merged_into_merged(collection))
    found.update(_with_a_figure_of_others(collection))
    if _has_circles(collection):
        found.update(one.below for one in collection.kept if one.kind in ("group", "weapon"))
    return found


def _by_themselves(collection: Collection, policy: Policy) -> Iterator[str]:
    """Those that name what is gone or a draft, list a key of the registry, or lie in the future;
    and where a sentence without a citation is an error, those that have one."""
    known = {refers_to(kind, name) for kind, names in collection.names.items() for name in names}
    drafts = {refers_to("brief", name) for name in collection.drafts}
    shared_keys = collection.names["source"]
    last = (policy.today + LATEST).toordinal()
    for one in collection.kept:
        if (
            not known.issuperset(one.refers)
            or not drafts.isdisjoint(one.refers)
            or not shared_keys.isdisjoint(one.keys)
            or (isinstance(one.facts, Facts) and one.facts.day > last)
            or (policy.uncited_is_error and any(told[2] == _UNCITED for told in one.told))
        ):
            yield one.below


def _with_a_name_of_others(collection: Collection) -> Iterator[str]:
    """One id or alias in two briefs, one slug in two entries."""
    once: set[str] = set()
    twice: set[str] = set()
    for name in _names(collection):
        (twice if name in once else once).add(name)
    if twice:
        for one in collection.kept:
            if any(refers_to(one.kind, name) in twice for name in one.names):
                yield one.below


def _names(collection: Collection) -> Iterator[str]:
    for doc in collection.documents:
        names = names_of(doc) if doc.file.kind == "brief" else (doc.slug,)
        yield from (refers_to(doc.file.kind, name) for name in names)
    for one in collection.kept:
        yield from (refers_to(one.kind, name) for name in one.names)


def _merged_into_merged(collection: Collection) -> Iterator[str]:
    """They may go in a circle. All that a circle goes through are among them."""
    kept = [one for one in collection.kept if one.status == "merged"]
    if not kept:
        return
    others = [doc for doc in collection.briefs if doc.value.status == "merged"]
    names = {name for one in kept for name in one.names}
    names.update(name for doc in others for name in names_of(doc))
    targets = {one.merged_into for one in kept} | {doc.value.merged_into for doc in others}
    for one in kept:
        if one.merged_into in names or not targets.isdisjoint(one.names):
            yield one.below


def _with_a_figure_of_others(collection: Collection) -> Iterator[str]:
    """Two figures for the same briefs, of the same side and cause, may be the same figure."""
    kept = [one for one in collection.kept if one.shared]
    if not kept:
        return
    id_of = collection.id_of()
    written: Counter[object] = Counter()
    for doc in collection.briefs:
        written.update(_figures(doc.value.id, shared_figures(doc.value), id_of))
    for one in kept:
        written.update(_figures(one.slug, one.shared, id_of))
    for one in kept:
        if any(written[figure] > 1 for figure in _figures(one.slug, one.shared, id_of)):
            yield one.below


def _figures(
    brief_id: str, shared: Iterable[SharedFigure], id_of: dict[str, str]
) -> set[tuple[frozenset[str], str, str]]:
    return {
        (frozenset((brief_id, *(id_of.get(other, other) for other in others))), side, cause)
        for others, side, cause in shared
    }


def _has_circles(collection: Collection) -> bool:
    groups = {slug: doc.value.parents for slug, doc in collection.groups.items()}
    weapons = {slug: _parents(doc) for slug, doc in collection.weapons.items()}
    for one in collection.kept:
        if one.kind == "group":
            groups[one.slug] = _named(one, "group")
        elif one.kind == "weapon":
            weapons[one.slug] = _named(one, "weapon")
    return any(next(in_circles(parents), None) is not None for parents in (groups, weapons))


def _parents(weapon: Document[Any]) -> tuple[str, ...]:
    return (weapon.value.parent,) if weapon.value.parent else ()


def _named(one: Kept, kind: str) -> tuple[str, ...]:
    """The names of a kind that an entry refers to. An entry names its own kind as parents only."""
    before = refers_to(kind, "")
    return tuple(name.removeprefix(before) for name in one.refers if name.startswith(before))
