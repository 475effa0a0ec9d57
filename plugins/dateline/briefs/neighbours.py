"""What stands near a brief: before and after it, on its day, at its places, with its groups.

A brief's page names its nearest ones only. So a new brief changes the pages of its neighbours and
no others, however many incidents a place or a group has.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dateline.archive import Archive, Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.model.facts import Facts

Briefs = tuple[Entry[Brief], ...]


@frozen
class Between:
    """The briefs before and after one in some order; None at its ends."""

    before: Entry[Brief] | None = None
    after: Entry[Brief] | None = None


@dataclass(slots=True)
class Neighbours:
    """`day` are all incidents of the day, this one too. `places` and `groups` are by slug, and only
    those with another incident."""

    timeline: Between = field(default_factory=Between)
    day: Briefs = ()
    places: dict[str, Between] = field(default_factory=dict)
    groups: dict[str, Between] = field(default_factory=dict)


def neighbours(archive: Archive) -> dict[str, Neighbours]:
    """By id, for every published brief."""
    found = {entry.slug: Neighbours() for entry in archive.briefs}
    for entry, between in _in_order(archive.briefs):
        found[entry.slug].timeline = between
    for gathered in _gathered(archive.briefs, _days).values():
        day = tuple(gathered)
        for entry in day:
            found[entry.slug].day = day
    for slug, briefs in _gathered(archive.briefs, lambda facts: facts.locations).items():
        for entry, between in _in_order(briefs):
            found[entry.slug].places[slug] = between
    for slug, briefs in _gathered(archive.briefs, _groups).items():
        for entry, between in _in_order(briefs):
            found[entry.slug].groups[slug] = between
    return found


def _in_order(briefs: Iterable[Entry[Brief]]) -> Iterator[tuple[Entry[Brief], Between]]:
    """Each with those beside it; nothing for one that is alone."""
    several = list(briefs)
    if len(several) < 2:
        return
    for entry, before, after in zip(
        several, [None, *several[:-1]], [*several[1:], None], strict=True
    ):
        yield entry, Between(before, after)


def _gathered(
    briefs: Iterable[Entry[Brief]], names: Callable[[Facts], Iterable[str]]
) -> dict[str, list[Entry[Brief]]]:
    found: dict[str, list[Entry[Brief]]] = {}
    for entry in briefs:
        for name in dict.fromkeys(names(entry.facts)):
            found.setdefault(name, []).append(entry)
    return found


def _days(facts: Facts) -> Iterator[str]:
    """A brief that is known to the month only is of no day."""
    if facts.precision != "month":
        yield str(facts.day)


def _groups(facts: Facts) -> Iterator[str]:
    """The groups of which it counts as claimed or attributed, as in their feeds."""
    for said in facts.said:
        if said.group and said.counts and said.how != "denial":
            yield said.group
