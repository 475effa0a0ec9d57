"""The page of one entry of a facet: who or where it is, and its incidents, each kind apart."""

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from dateline.archive import Archive, Entry, listed_sources
from dateline.facets.counts import CountView, counts_of, said_counts
from dateline.facets.crossing import CrossView, cross_view
from dateline.facets.definition import Facet, Fact, Section
from dateline.facets.list_view import ListView, list_view
from dateline.facets.stretches import stretches
from dateline.facets.sums_view import SumsView
from dateline.facets.tally import Tally
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.frame import FeedLink, Frame, feed_links, frame
from dateline.views.languages import direction
from dateline.views.link import Link, Mark, link_to
from dateline.views.map import MapView, map_view, place_map
from dateline.views.map_frame import MapFrame
from dateline.views.sources import SourceView, marks, prose, source_views
from dateline.views.strip import StripView, strip_view

# The crossing that a map stands beside.
PLACES = "by-location"


@frozen
class RelationView:
    says: str
    by: str
    note: str
    marks: tuple[Mark, ...]


@frozen
class SectionView:
    key: str
    heading: str
    empty: str
    list: ListView


@frozen
class BelowView:
    """An entry below this one, with its incidents, which are not in this one's counts."""

    link: Link
    list: ListView


@frozen
class EntryView:
    """`place` is the map of a place alone, `map` that beside the crossing with places."""

    frame: Frame
    index: Link
    name: str
    native_name: str
    native_lang: str
    native_dir: str
    summary: str
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    above_label: str
    above: tuple[Link, ...]
    below_label: str
    below_heading: str
    below: tuple[BelowView, ...]
    counts: tuple[CountView, ...]
    said: tuple[str, ...]
    strip: StripView | None
    place: MapView | None
    map: MapView | None
    body: Markup
    relations: tuple[RelationView, ...]
    crossings: tuple[CrossView, ...]
    sums: SumsView | None
    sections: tuple[SectionView, ...]
    sources: tuple[SourceView, ...]
    same_as: tuple[str, ...]
    feeds: tuple[FeedLink, ...]
    data: str | None


def entry_view(
    facet: Facet,
    counted: Tally,
    map_frame: MapFrame | None,
    archive: Archive,
    site: Site,
    entry: Entry[Any],
) -> EntryView:
    value = entry.value
    listed = listed_sources(value.sources, archive.sources)
    feeds = feed_links(site, facet.kind, entry.slug, value.name)
    language = getattr(value, "native_lang", "")
    crossings = tuple(
        view
        for crossing in facet.crossings
        if (view := cross_view(facet, crossing, counted, archive, site, entry.slug)).rows
    )
    return EntryView(
        frame=frame(
            site,
            title=value.name,
            description=value.summary or f"{facet.title}: {value.name}",
            kind=facet.kind,
            slug=entry.slug,
            section=facet.folder,
            feeds=feeds,
        ),
        index=link_to(site, facet.title, facet.folder),
        name=value.name,
        native_name=getattr(value, "native_name", ""),
        native_lang=language,
        native_dir=direction(language),
        summary=value.summary,
        aliases=value.aliases,
        facts=tuple(facet.facts(archive, site, value)),
        above_label=facet.above_label,
        above=tuple(_links(facet, archive, site, facet.parents(value))),
        below_label=facet.below_label,
        below_heading=facet.below_heading,
        below=tuple(_below(facet, counted, archive, site, entry.slug)),
        counts=counts_of(facet, counted, site, entry.slug),
        said=said_counts(facet, counted, entry.slug),
        strip=strip_view(
            (own.facts for own in counted.counted(facet, entry.slug)), facet.own_words
        ),
        place=(
            place_map(archive, site, map_frame, entry.slug) if facet.kind == "location" else None
        ),
        map=_map(crossings, archive, site, map_frame),
        body=prose(entry.prose, listed),
        relations=tuple(
            RelationView(relation.says, relation.by, relation.note, marks(relation.sources, listed))
            for relation in getattr(value, "relations", ())
        ),
        crossings=crossings,
        sums=facet.sums(archive, site, entry.slug, counted.counted(facet, entry.slug)),
        sections=tuple(
            _section(facet, section, counted, archive, site, entry.slug)
            for section in facet.sections
            if section.empty or counted.briefs(entry.slug, section.key)
        ),
        sources=source_views(site, listed),
        same_as=value.same_as,
        feeds=feeds,
        data=site.url_of(f"data:{facet.kind}", entry.slug),
    )


def _map(
    crossings: Iterable[CrossView], archive: Archive, site: Site, frame: MapFrame | None
) -> MapView | None:
    """Of the places in the table beside it, with the same numbers."""
    rows = [row for table in crossings if table.key == PLACES for row in table.rows]
    return map_view(archive, site, frame, ((row.slug, row.incidents) for row in rows))


def _section(
    facet: Facet, section: Section, counted: Tally, archive: Archive, site: Site, slug: str
) -> SectionView:
    briefs = counted.briefs(slug, section.key)
    pages = (
        link_to(site, stretch.words, f"{facet.kind}:{section.key}", f"{slug}/{stretch.name}")
        for stretch in stretches(briefs, site.settings.list_rows)
    )
    shown = list_view(archive, site, briefs, pages)
    return SectionView(section.key, section.heading, section.empty, shown)


def _links(facet: Facet, archive: Archive, site: Site, slugs: Iterable[str]) -> Iterator[Link]:
    entries = facet.entries(archive)
    for slug in slugs:
        yield link_to(site, entries[slug].value.name, facet.kind, slug)


def _below(
    facet: Facet, counted: Tally, archive: Archive, site: Site, slug: str
) -> Iterator[BelowView]:
    slugs = counted.below.get(slug, ())
    for link, below in zip(_links(facet, archive, site, slugs), slugs, strict=True):
        briefs = counted.counted(facet, below)
        yield BelowView(link, list_view(archive, site, briefs, elsewhere=(link,)))
