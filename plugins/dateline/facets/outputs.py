"""The pages of a facet: the index, and one page an entry."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.facets.definition import Facet
from dateline.facets.entry_view import entry_view
from dateline.facets.index_view import index_view
from dateline.facets.tally import tally
from dateline.plan import Output, Page, Site


def facet_outputs(facet: Facet, archive: Archive, site: Site) -> Iterator[Output]:
    counted = tally(facet, archive)
    yield Page(
        path=f"{facet.folder}/index.html",
        template="facet_index.html",
        view=partial(index_view, facet, counted, archive, site),
        kind=facet.folder,
    )
    for slug, entry in facet.entries(archive).items():
        yield Page(
            path=f"{facet.folder}/{slug}/index.html",
            template="facet_entry.html",
            view=partial(entry_view, facet, counted, archive, site, entry),
            kind=facet.kind,
            slug=slug,
        )
