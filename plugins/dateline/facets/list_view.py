"""A list of incidents on a facet's page: newest first, by year; a long one has pages of its own."""

from collections.abc import Iterable
from itertools import groupby

from dateline.archive import Archive, Entry
from dateline.facets.stretches import Briefs
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.link import Link
from dateline.views.row import Row, row


@frozen
class YearView:
    year: str
    rows: tuple[Row, ...]


@frozen
class ListView:
    """`newest` is how many of `total` stand here where that is not all; 0 otherwise. `elsewhere`
    then leads to all of them."""

    years: tuple[YearView, ...]
    total: int
    newest: int = 0
    elsewhere: tuple[Link, ...] = ()


def list_view(
    archive: Archive, site: Site, briefs: Briefs, elsewhere: Iterable[Link] = ()
) -> ListView:
    """All of a list of usual length; the newest quarter of what a page may hold of a longer one."""
    shown = standing_here(briefs, site.settings.list_rows)
    found = years(archive, site, shown)
    if len(shown) == len(briefs):
        return ListView(found, len(briefs))
    return ListView(found, len(briefs), len(shown), elsewhere=tuple(elsewhere))


def standing_here(briefs: Briefs, most: int) -> Briefs:
    """The briefs of a list that stand on its first page."""
    return briefs if len(briefs) <= most else briefs[-max(1, most // 4) :]


def years(archive: Archive, site: Site, briefs: Iterable[Entry[Brief]]) -> tuple[YearView, ...]:
    """Newest first, by year."""
    newest_first = reversed(tuple(briefs))
    return tuple(
        YearView(str(year), tuple(row(archive, site, entry) for entry in entries))
        for year, entries in groupby(newest_first, key=lambda entry: entry.facts.date.year)
    )
