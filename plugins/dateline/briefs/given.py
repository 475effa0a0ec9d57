"""What a brief's page is made from, in short (`Page.given`)."""

from collections.abc import Iterator
from itertools import islice

from dateline.archive import Archive, Entry, heads
from dateline.briefs.near import MOST_OF_A_DAY
from dateline.briefs.neighbours import Between, Neighbours
from dateline.model.brief import Brief
from dateline.plan import Site


def brief_given(archive: Archive, site: Site, entry: Entry[Brief], around: Neighbours) -> object:
    """Its own file; the front matters of the briefs and sources that it shows; how many more there
    are of its day, and whether its month has a page."""
    month = site.url_of("month", entry.facts.date.isoformat()[:7])
    return (
        entry.digest,
        heads(archive.sources[key] for key in entry.facts.shared_sources),
        heads(_named(archive, entry)),
        heads(islice(around.day, MOST_OF_A_DAY + 1)),
        len(around.day),
        month is not None,
        tuple(_beside(around.timeline)),
        tuple((slug, *_beside(between)) for slug, between in around.places.items()),
        tuple((slug, *_beside(between)) for slug, between in around.groups.items()),
    )


def _named(archive: Archive, entry: Entry[Brief]) -> Iterator[Entry[Brief]]:
    yield from (archive.by_id[name] for name in entry.facts.named)
    yield from (owner for owner, _ in archive.shared_figures.get(entry.slug, ()))


def _beside(between: Between) -> Iterator[str]:
    for one in (between.before, between.after):
        yield "" if one is None else one.head
