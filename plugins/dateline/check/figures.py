"""Rules about numbers: that they fit each other, and that each says where it is written."""

from collections.abc import Iterator
from typing import Any

from dateline.check.collection import BriefDocument, Collection
from dateline.findings import Finding
from dateline.model.brief import Brief, Casualties
from dateline.model.count import Count
from dateline.model.registry import Total
from dateline.read.document import Document
from dateline.read.reading import FieldPath


def counts_of(brief: Brief) -> Iterator[tuple[FieldPath, Count]]:
    """Every count of a brief with its path, in the order of the format."""
    for n, weapon in enumerate(brief.weapons or ()):
        yield ("weapons", n, "launched"), weapon.launched
        yield ("weapons", n, "intercepted"), weapon.intercepted
    for n, row in enumerate(brief.casualties or ()):
        yield ("casualties", n, "killed"), row.killed
        yield ("casualties", n, "injured"), row.injured
    if brief.official_count is not None:
        yield ("official_count", "n"), brief.official_count.n


def not_more_intercepted_than_launched(doc: BriefDocument) -> Iterator[Finding]:
    for n, weapon in enumerate(doc.value.weapons or ()):
        launched, intercepted = weapon.launched.bounds, weapon.intercepted.bounds
        if launched is None or intercepted is None or launched.high is None:
            continue
        if intercepted.low > launched.high:
            message = f"{intercepted.low} intercepted, but at most {launched.high} launched"
            yield doc.fault(("weapons", n, "intercepted"), "E210", message, "correct one of them")


def _counts_of_total(total: Total) -> Iterator[tuple[FieldPath, Count]]:
    yield ("count",), total.count
    for code, count in total.by_country.pairs if total.by_country else ():
        yield ("by_country", code), count


def one_best_account(doc: Document[Any]) -> Iterator[Finding]:
    match doc.value:
        case Brief():
            counts = counts_of(doc.value)
        case Total():
            counts = _counts_of_total(doc.value)
        case _:
            return
    for path, count in counts:
        best = [n for n, account in enumerate(count.accounts) if account.best]
        if len(best) > 1:
            message = f"{len(best)} accounts are marked best"
            yield doc.fault((*path, best[1], "best"), "E212", message)


def weapon_is_at_a_place_of_the_brief(doc: BriefDocument) -> Iterator[Finding]:
    for n, weapon in enumerate(doc.value.weapons or ()):
        if not weapon.location or not doc.sound("locations"):
            continue
        if weapon.location not in doc.value.locations:
            message = f'the brief does not list the location "{weapon.location}"'
            remedy = "add it to locations, or take it out here"
            yield doc.fault(("weapons", n, "location"), "E213", message, remedy)


def figures_have_sources(doc: BriefDocument) -> Iterator[Finding]:
    """Accounts carry their own, which the reader asks for; `unknown` needs none."""
    brief = doc.value
    remedy = "add sources: with the keys of those that state it"
    for n, weapon in enumerate(brief.weapons or ()):
        bare = not weapon.sources and doc.sound("weapons", n, "sources")
        if bare and _stated(weapon.launched, weapon.intercepted):
            yield doc.fault(("weapons", n), "E214", "a count of weapons has no source", remedy)
    for n, row in enumerate(brief.casualties or ()):
        bare = not row.sources and doc.sound("casualties", n, "sources")
        if bare and _stated(row.killed, row.injured):
            yield doc.fault(("casualties", n), "E214", "a count of people has no source", remedy)
    damage = brief.damage
    if damage and damage.level != "unknown" and not damage.sources and doc.sound("damage"):
        message = f'"{damage.level}" is said of the damage, but not by whom'
        yield doc.fault(("damage",), "E214", message, "write level, by and sources below damage")


def figure_is_shared_with_others(doc: BriefDocument) -> Iterator[Finding]:
    own = {doc.value.id, *doc.value.aliases} - {""}
    for n, row in enumerate(doc.value.casualties or ()):
        for m, other in enumerate(row.shared_with):
            if other in own:
                path = ("casualties", n, "shared_with", m)
                yield doc.fault(path, "E215", "shared_with names this brief")


def shared_figures_are_written_once(collection: Collection) -> Iterator[Finding]:
    """One figure for several briefs: the same people or the same numbers, for the same briefs."""
    id_of = collection.id_of()
    seen: dict[tuple[object, ...], list[tuple[BriefDocument, Casualties]]] = {}
    for doc in collection.briefs:
        for n, row in enumerate(doc.value.casualties or ()):
            if not row.shared_with:
                continue
            briefs = frozenset((doc.value.id, *(id_of.get(one, one) for one in row.shared_with)))
            before = seen.setdefault((briefs, row.side, row.cause), [])
            for other, written in before:
                if other is not doc and _is_same_figure(row, written):
                    message = f"{other.file.shown} has this figure too"
                    yield doc.fault(("casualties", n), "E216", message)
                    break
            before.append((doc, row))


def _is_same_figure(one: Casualties, other: Casualties) -> bool:
    return one.who.casefold() == other.who.casefold() or (
        (one.killed.bounds, one.injured.bounds) == (other.killed.bounds, other.injured.bounds)
    )


def _stated(*counts: Count) -> bool:
    return any(count.plain is not None for count in counts)
