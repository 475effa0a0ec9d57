"""What the pages of a facet are made from, in short (`Page.given`)."""

from typing import Any

from dateline.archive import Archive, Entry, heads
from dateline.facets.counts import said_counts
from dateline.facets.definition import Facet
from dateline.facets.stretches import Stretch
from dateline.facets.tally import Tally


def index_given(facet: Facet, counted: Tally, archive: Archive) -> object:
    """The counts; names and summaries are those of the registries, on which all pages depend."""
    return tuple(
        (
            slug,
            tuple(len(counted.briefs(slug, section.key)) for section in facet.counting),
            said_counts(facet, counted, slug),
        )
        for slug in facet.entries(archive)
    )


def entry_given(facet: Facet, counted: Tally, archive: Archive, entry: Entry[Any]) -> object:
    """Its file and its sources, its briefs section by section, and those of what stands below."""
    slug = entry.slug
    shared = (archive.sources[key] for key in entry.value.sources if isinstance(key, str))
    return (
        entry.digest,
        heads(shared),
        tuple(heads(counted.briefs(slug, section.key)) for section in facet.sections),
        tuple(
            (below, heads(counted.counted(facet, below))) for below in counted.below.get(slug, ())
        ),
    )


def stretch_given(stretch: Stretch, before: Stretch | None, after: Stretch | None) -> object:
    beside = tuple("" if one is None else one.name for one in (before, after))
    return heads(stretch.briefs), beside
