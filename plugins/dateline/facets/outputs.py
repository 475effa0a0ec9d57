"""The pages of a facet: the index, one page an entry, and more for lists that are long."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from dateline.archive import Archive, Entry
from dateline.facets.definition import Facet, Section
from dateline.facets.entry_view import entry_view
from dateline.facets.given import entry_given, index_given, stretch_given
from dateline.facets.index_view import index_view
from dateline.facets.stretch_view import Place, stretch_view
from dateline.facets.stretches import Briefs, stretches
from dateline.facets.tally import tally_of
from dateline.plan import Output, Page, Site
from dateline.views.map_frame import map_frame


def facet_outputs(facet: Facet, archive: Archive, site: Site) -> Iterator[Output]:
    counted = tally_of(facet, archive, site)
    frame = map_frame(archive)
    yield Page(
        path=f"{facet.folder}/index.html",
        template="facet_index.html",
        view=partial(index_view, facet, counted, archive, site),
        kind=facet.folder,
        given=partial(index_given, facet, counted, archive),
    )
    for slug, entry in facet.entries(archive).items():
        yield Page(
            path=f"{facet.folder}/{slug}/index.html",
            template="facet_entry.html",
            view=partial(entry_view, facet, counted, frame, archive, site, entry),
            kind=facet.kind,
            slug=slug,
            given=partial(entry_given, facet, counted, archive, entry),
        )
        for section in facet.sections:
            briefs = counted.briefs(slug, section.key)
            if len(briefs) > site.settings.list_rows:
                yield from _stretch_pages(facet, section, archive, site, entry, briefs)


def _stretch_pages(
    facet: Facet,
    section: Section,
    archive: Archive,
    site: Site,
    entry: Entry[Any],
    briefs: Briefs,
) -> Iterator[Page]:
    found = list(stretches(briefs, site.settings.list_rows))
    for stretch, before, after in zip(found, [None, *found], [*found[1:], None], strict=False):
        yield Page(
            path=f"{facet.folder}/{entry.slug}/{section.key}/{stretch.name}/index.html",
            template="facet_stretch.html",
            view=partial(
                stretch_view, facet, section, archive, site, entry, Place(stretch, before, after)
            ),
            kind=f"{facet.kind}:{section.key}",
            slug=f"{entry.slug}/{stretch.name}",
            given=partial(stretch_given, stretch, before, after),
        )
