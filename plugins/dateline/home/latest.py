"""What changed in the archive last, after publication."""

from collections.abc import Iterator
from heapq import nsmallest

from dateline.archive import Archive, Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.link import Link, link_to
from dateline.views.revisions import revised_words

LATEST = 5


@frozen
class ChangeRow:
    words: str
    brief: Link
    note: str


def latest_changes(archive: Archive, site: Site) -> tuple[ChangeRow, ...]:
    """The newest revisions; those of one day by the brief's id, of one brief the later one first:
    the order of the page of all of them."""
    newest = nsmallest(LATEST, _revisions(archive), key=lambda found: found[0])
    return tuple(
        ChangeRow(
            words=revised_words(entry.value.revisions[number - 1]),
            brief=link_to(site, entry.value.title, "brief", entry.slug),
            note=entry.value.revisions[number - 1].note,
        )
        for _, entry, number in newest
    )


Place = tuple[int, str, int]


def _revisions(archive: Archive) -> Iterator[tuple[Place, Entry[Brief], int]]:
    for entry in archive.with_page:
        for number, (day, _) in enumerate(entry.facts.revisions, start=1):
            yield (-day, entry.slug, -number), entry, number
