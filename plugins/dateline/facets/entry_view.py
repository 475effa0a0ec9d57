"""The page of one entry of a facet: who or where it is, and its incidents, each kind apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from dateline.archive import Archive, Entry, listed_sources
from dateline.facets.definition import Facet, Fact
from dateline.facets.index_view import CountView, counts_of
from dateline.facets.tally import Tally
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.frame import FeedLink, Frame, feed_links, frame
from dateline.views.languages import direction
from dateline.views.link import Link, Mark, link_to
from dateline.views.row import Row, row
from dateline.views.sources import SourceView, marks, prose, source_views


@dataclass(frozen=True, slots=True)
class RelationView:
    says: str
    by: str
    note: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    year: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    key: str
    heading: str
    empty: str
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class BelowView:
    """An entry below this one, with its incidents, which are not in this one's counts."""

    link: Link
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
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
    body: Markup
    relations: tuple[RelationView, ...]
    sections: tuple[SectionView, ...]
    sources: tuple[SourceView, ...]
    same_as: tuple[str, ...]
    feeds: tuple[FeedLink, ...]


def entry_view(
    facet: Facet, counted: Tally, archive: Archive, site: Site, entry: Entry[Any]
) -> EntryView:
    value = entry.value
    listed = listed_sources(value.sources, archive.sources)
    feeds = feed_links(site, facet.kind, entry.slug, value.name)
    language = getattr(value, "native_lang", "")
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
        body=prose(entry.text, listed),
        relations=tuple(
            RelationView(relation.says, relation.by, relation.note, marks(relation.sources, listed))
            for relation in getattr(value, "relations", ())
        ),
        sections=tuple(
            SectionView(
                key=section.key,
                heading=section.heading,
                empty=section.empty,
                years=years(archive, site, counted.briefs(entry.slug, section.key)),
            )
            for section in facet.sections
            if section.empty or counted.briefs(entry.slug, section.key)
        ),
        sources=source_views(site, listed),
        same_as=value.same_as,
        feeds=feeds,
    )


def _links(facet: Facet, archive: Archive, site: Site, slugs: Iterable[str]) -> Iterator[Link]:
    entries = facet.entries(archive)
    for slug in slugs:
        yield link_to(site, entries[slug].value.name, facet.kind, slug)


def _below(
    facet: Facet, counted: Tally, archive: Archive, site: Site, slug: str
) -> Iterator[BelowView]:
    slugs = counted.below.get(slug, ())
    for link, below in zip(_links(facet, archive, site, slugs), slugs, strict=True):
        yield BelowView(link, years(archive, site, counted.counted(facet, below)))


def years(archive: Archive, site: Site, briefs: Iterable[Entry[Brief]]) -> tuple[YearView, ...]:
    """Newest first, by year."""
    newest_first = reversed(tuple(briefs))
    return tuple(
        YearView(str(year), tuple(row(archive, site, entry) for entry in entries))
        for year, entries in groupby(newest_first, key=lambda entry: entry.value.date.day.year)
    )
