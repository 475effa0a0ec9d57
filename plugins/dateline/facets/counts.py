"""Counts in words, each of its own kind: a number without its kind is never shown."""

from dateline.facets.definition import Facet
from dateline.facets.tally import Tally
from dateline.frozen import frozen
from dateline.plan import Site


@frozen
class CountView:
    """ "14 claimed", and where on the entry's page they stand."""

    words: str
    href: str | None


def counts_of(facet: Facet, counted: Tally, site: Site, slug: str) -> tuple[CountView, ...]:
    """The sections that count."""
    page = site.url_of(facet.kind, slug)
    found = []
    for section in facet.counting:
        n = len(counted.briefs(slug, section.key))
        words = f"{n:,} {section.one if n == 1 else section.many}"
        found.append(CountView(words, f"{page}#{section.key}" if page is not None else None))
    return tuple(found)


def said_counts(facet: Facet, counted: Tally, slug: str) -> tuple[str, ...]:
    """How many of an entry's incidents are claimed, attributed and denied, whoever by.

    One incident may be all three: the numbers stand apart and are never added up. Empty where the
    facet's own sections count these, and where there is no incident.
    """
    briefs = [entry.facts for entry in counted.counted(facet, slug)]
    if not facet.counts_said or not briefs:
        return ()
    return (
        f"{sum(brief.has_claim for brief in briefs):,} claimed",
        f"{sum(brief.has_attribution for brief in briefs):,} attributed",
        f"{sum(brief.has_denial for brief in briefs):,} denied",
    )
