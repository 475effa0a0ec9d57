"""/sources/, /sources/by/<letter>/ and /sources/<key>/."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.facets.stretches import stretches
from dateline.plan import Output, Page, Site
from dateline.sources.catalogue import Item, catalogue
from dateline.sources.index_view import index_view
from dateline.sources.letter_view import letter_view, period_view
from dateline.sources.letters import LETTERS
from dateline.sources.pages import Letter, letter
from dateline.sources.source_view import resting, shared_view, stretch_view
from dateline.sources.uses import Uses


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    found = catalogue(archive)
    letters = tuple(
        letter(slug, found.publishers[slug], site.settings)
        for slug in LETTERS
        if slug in found.publishers
    )
    yield Page(
        path="sources/index.html",
        template="sources.html",
        view=partial(index_view, site, letters),
        kind="sources",
    )
    for one in letters:
        yield from _letter_pages(archive, site, one, letters)
    uses = Uses()
    for item in found.shared.values():
        yield from _source_pages(archive, site, item, uses)


def _letter_pages(
    archive: Archive, site: Site, one: Letter, letters: tuple[Letter, ...]
) -> Iterator[Page]:
    yield Page(
        path=f"sources/by/{one.slug}/index.html",
        template="sources_letter.html",
        view=partial(letter_view, archive, site, one, letters),
        kind="sources:letter",
        slug=one.slug,
    )
    for later, period, earlier in zip(
        [None, *one.cut], one.cut, [*one.cut[1:], None], strict=False
    ):
        yield Page(
            path=f"sources/by/{one.slug}/{period.name}/index.html",
            template="sources_letter.html",
            view=partial(period_view, archive, site, one, period, earlier, later, letters),
            kind="sources:letter",
            slug=f"{one.slug}/{period.name}",
        )


def _source_pages(archive: Archive, site: Site, item: Item, uses: Uses) -> Iterator[Page]:
    yield Page(
        path=f"sources/{item.key}/index.html",
        template="source.html",
        view=partial(shared_view, archive, site, item, uses),
        kind="source",
        slug=item.key,
    )
    briefs = resting(archive, item)
    if len(briefs) <= site.settings.list_rows:
        return
    found = list(stretches(briefs, site.settings.list_rows))
    for before, stretch, after in zip([None, *found], found, [*found[1:], None], strict=False):
        yield Page(
            path=f"sources/{item.key}/{stretch.name}/index.html",
            template="source_stretch.html",
            view=partial(stretch_view, archive, site, item, stretch, before, after, uses),
            kind="source:briefs",
            slug=f"{item.key}/{stretch.name}",
        )
