"""A stretch of time of a list that is too long for its entry's page."""

from typing import Any

from dateline.archive import Archive, Entry
from dateline.facets.definition import Facet, Section
from dateline.facets.list_view import YearView, years
from dateline.facets.stretches import Stretch
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.frame import Frame, feed_links, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many


@frozen
class StretchView:
    frame: Frame
    index: Link
    entry: Link
    heading: str
    title: str
    count: str
    years: tuple[YearView, ...]
    before: Link | None
    after: Link | None


@frozen
class Place:
    """A stretch among those of its list."""

    stretch: Stretch
    before: Stretch | None
    after: Stretch | None


def stretch_view(
    facet: Facet, section: Section, archive: Archive, site: Site, entry: Entry[Any], place: Place
) -> StretchView:
    kind = f"{facet.kind}:{section.key}"
    name = entry.value.name
    stretch = place.stretch
    return StretchView(
        frame=frame(
            site,
            title=f"{name}, {stretch.words}: {section.heading.lower()}",
            description=f"{section.heading}, {stretch.words}: {name}.",
            kind=kind,
            slug=f"{entry.slug}/{stretch.name}",
            section=facet.folder,
            feeds=feed_links(site, facet.kind, entry.slug, name),
        ),
        index=link_to(site, facet.title, facet.folder),
        entry=link_to(site, name, facet.kind, entry.slug),
        heading=section.heading,
        title=stretch.words,
        count=how_many(len(stretch.briefs), "incident"),
        years=years(archive, site, stretch.briefs),
        before=_link(site, kind, entry.slug, place.before),
        after=_link(site, kind, entry.slug, place.after),
    )


def _link(site: Site, kind: str, slug: str, stretch: Stretch | None) -> Link | None:
    if stretch is None:
        return None
    return link_to(site, stretch.words, kind, f"{slug}/{stretch.name}")
