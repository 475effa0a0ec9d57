"""Every revision of every brief with a page, as one list."""

from collections.abc import Iterator
from datetime import date as Day

from dateline.archive import Archive, Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief, Revision


@frozen
class Change:
    """`number` is the revision's in its brief, from 1."""

    entry: Entry[Brief]
    number: int

    @property
    def day(self) -> Day:
        return Day.fromordinal(self.entry.facts.revisions[self.number - 1][0])

    @property
    def revision(self) -> Revision:
        return self.entry.value.revisions[self.number - 1]


def changes(archive: Archive) -> tuple[Change, ...]:
    """Newest first; those of one day by the brief's id and then the later ones first, so that a
    change of one brief moves no other."""
    by_name = sorted(_all(archive), key=lambda change: (change.entry.slug, -change.number))
    return tuple(sorted(by_name, key=lambda change: change.day, reverse=True))


def _all(archive: Archive) -> Iterator[Change]:
    for entry in archive.with_page:
        for number in range(1, len(entry.facts.revisions) + 1):
            yield Change(entry, number)
