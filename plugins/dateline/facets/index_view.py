"""The index page of a facet: every entry with its counts, each of its own kind."""

from dateline.archive import Archive
from dateline.facets.counts import CountView, counts_of, said_counts
from dateline.facets.definition import Facet
from dateline.facets.tally import Tally
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.frame import Frame, frame
from dateline.views.languages import direction
from dateline.views.link import Link, link_to


@frozen
class IndexEntry:
    link: Link
    native_name: str
    native_lang: str
    native_dir: str
    summary: str
    counts: tuple[CountView, ...]
    said: tuple[str, ...]


@frozen
class IndexGroup:
    heading: str
    entries: tuple[IndexEntry, ...]


@frozen
class IndexView:
    frame: Frame
    title: str
    intro: str
    groups: tuple[IndexGroup, ...]


def index_view(facet: Facet, counted: Tally, archive: Archive, site: Site) -> IndexView:
    by_heading: dict[str, list[IndexEntry]] = {}
    entries = facet.entries(archive)
    for slug in sorted(entries, key=lambda slug: (entries[slug].value.name.casefold(), slug)):
        value = entries[slug].value
        by_heading.setdefault(facet.heading(value), []).append(
            IndexEntry(
                link=link_to(site, value.name, facet.kind, slug),
                native_name=getattr(value, "native_name", ""),
                native_lang=getattr(value, "native_lang", ""),
                native_dir=direction(getattr(value, "native_lang", "")),
                summary=value.summary,
                counts=counts_of(facet, counted, site, slug),
                said=said_counts(facet, counted, slug),
            )
        )
    return IndexView(
        frame=frame(
            site,
            title=facet.title,
            description=facet.description,
            kind=facet.folder,
            section=facet.folder,
        ),
        title=facet.title,
        intro=facet.intro,
        groups=tuple(
            IndexGroup(heading, tuple(by_heading[heading])) for heading in sorted(by_heading)
        ),
    )
