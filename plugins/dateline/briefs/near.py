"""The incidents near this one, as its page shows them."""

from collections.abc import Iterator
from itertools import islice

from dateline.archive import Archive, Entry
from dateline.briefs.neighbours import Between, Neighbours
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.days import incident_words
from dateline.views.link import Link, link_to
from dateline.views.row import Row, row

# Of a day with very many incidents its page shows this many; the timeline has them all.
MOST_OF_A_DAY = 12


@frozen
class NearBrief:
    link: Link
    when: str


@frozen
class NearLine:
    """The incidents before and after at one place, or with one group."""

    what: str
    link: Link
    before: NearBrief | None
    after: NearBrief | None


@frozen
class NearView:
    """`more` is how many of the day's other incidents are not among `day`."""

    day: tuple[Row, ...]
    more: int
    lines: tuple[NearLine, ...]


def near_view(archive: Archive, site: Site, brief: Brief, around: Neighbours) -> NearView:
    others = (entry for entry in around.day if entry.slug != brief.id)
    return NearView(
        day=tuple(row(archive, site, entry) for entry in islice(others, MOST_OF_A_DAY)),
        more=max(0, len(around.day) - 1 - MOST_OF_A_DAY),
        lines=tuple(_lines(archive, site, around)),
    )


def _lines(archive: Archive, site: Site, around: Neighbours) -> Iterator[NearLine]:
    for slug, between in around.places.items():
        name = archive.locations[slug].value.name
        yield _line(site, "Same place", link_to(site, name, "location", slug), between)
    for slug, between in around.groups.items():
        name = archive.groups[slug].value.name
        yield _line(site, "Same group", link_to(site, name, "group", slug), between)


def _line(site: Site, what: str, link: Link, between: Between) -> NearLine:
    return NearLine(what, link, _near(site, between.before), _near(site, between.after))


def _near(site: Site, entry: Entry[Brief] | None) -> NearBrief | None:
    if entry is None:
        return None
    return NearBrief(
        link_to(site, entry.value.title, "brief", entry.slug), incident_words(entry.value)
    )
