"""/sources/, /sources/by/<letter>/ and /sources/<key>/."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.facets.stretches import stretches
from dateline.model.facts import OwnSource
from dateline.plan import Output, Page, Site
from dateline.sources.catalogue import catalogue
from dateline.sources.given import (
    index_given,
    letter_given,
    period_given,
    source_given,
    stretch_given,
)
from dateline.sources.index_view import index_view
from dateline.sources.letter_view import letter_view, period_view
from dateline.sources.letters import LETTERS
from dateline.sources.pages import Letter, letter
from dateline.sources.resting import Resting
from dateline.sources.source_view import shared_view, stretch_view
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
        given=partial(index_given, site, letters),
    )
    for one in letters:
        yield from _letter_pages(archive, site, found.rests, one, letters)
    uses = Uses()
    for source in found.rests.shared.values():
        yield from _source_pages(archive, site, found.rests, source, uses)


def _letter_pages(
    archive: Archive, site: Site, rests: Resting, one: Letter, letters: tuple[Letter, ...]
) -> Iterator[Page]:
    slugs = " ".join(letter.slug for letter in letters)
    yield Page(
        path=f"sources/by/{one.slug}/index.html",
        template="sources_letter.html",
        view=partial(letter_view, archive, site, one, letters),
        kind="sources:letter",
        slug=one.slug,
        given=partial(letter_given, archive, rests, one, slugs),
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
            given=partial(period_given, archive, rests, one, period, earlier, later, slugs),
        )


def _source_pages(
    archive: Archive, site: Site, rests: Resting, source: OwnSource, uses: Uses
) -> Iterator[Page]:
    key = source.key
    briefs = tuple(rests.briefs(source))
    is_long = len(briefs) > site.settings.list_rows
    found = list(stretches(briefs, site.settings.list_rows)) if is_long else []
    yield Page(
        path=f"sources/{key}/index.html",
        template="source.html",
        view=partial(shared_view, archive, site, rests, source, uses),
        kind="source",
        slug=key,
        given=partial(source_given, archive, site, rests, source, found),
    )
    for before, stretch, after in zip([None, *found], found, [*found[1:], None], strict=False):
        yield Page(
            path=f"sources/{key}/{stretch.name}/index.html",
            template="source_stretch.html",
            view=partial(stretch_view, archive, site, rests, source, stretch, before, after, uses),
            kind="source:briefs",
            slug=f"{key}/{stretch.name}",
            given=partial(stretch_given, rests, source, stretch, before, after),
        )
