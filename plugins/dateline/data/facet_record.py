"""facet.json beside the page of a group, a place, a country or a weapon type."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from dateline.archive import Archive, Entry, listed_sources
from dateline.data.brief_record import address
from dateline.data.plain import Record, plain, source
from dateline.data.terms import terms
from dateline.facets import Facet, Tally
from dateline.model.brief import Brief
from dateline.plan import Site

# What the record says at its head, or as its sources.
_ELSEWHERE = ("name", "parents", "parent", "sources")


def facet_record(
    facet: Facet, counted: Tally, archive: Archive, site: Site, entry: Entry[Any]
) -> Record:
    """Ids in the order of the archive. Incidents of what stands below an entry are its own alone:
    they are in no list here. A denial makes no incident of the group that denies."""
    value = entry.value
    listed = listed_sources(value.sources, archive.sources)
    return {
        "kind": facet.kind,
        "slug": entry.slug,
        "name": value.name,
        "url": address(site, facet.kind, entry.slug),
        "parents": list(facet.parents(value)),
        "below": list(counted.below.get(entry.slug, ())),
        "incidents": _ids(counted.counted(facet, entry.slug)),
        **_said(facet, counted, entry.slug),
        "entry": {
            field.name: plain(getattr(value, field.name))
            for field in fields(value)
            if field.name not in _ELSEWHERE
        },
        "sources": [source(item) for item in listed.values()],
        **terms(site),
    }


def _said(facet: Facet, counted: Tally, slug: str) -> Record:
    """A group's own claims, attributions and denials; elsewhere those of the entry's incidents that
    are claimed, attributed or denied, whoever by."""
    if not facet.counts_said:
        return {section.key: _ids(counted.briefs(slug, section.key)) for section in facet.counting}
    briefs = counted.counted(facet, slug)
    return {
        "claimed": _ids(entry for entry in briefs if entry.facts.has_claim),
        "attributed": _ids(entry for entry in briefs if entry.facts.has_attribution),
        "denied": _ids(entry for entry in briefs if entry.facts.has_denial),
    }


def _ids(briefs: Iterable[Entry[Brief]]) -> list[str]:
    return [entry.slug for entry in briefs]
