"""The sources of all totals as one list, for they stand on one page.

A shared source is one line however many totals rest on it. Two totals may each have a source of
their own under one key: so an own source is found on the page by the total's slug and its key, with
two hyphens between, which no slug or key holds.
"""

from collections.abc import Iterable, Mapping

from dateline.archive import Entry, ListedSource, listed_sources
from dateline.model.registry import Total
from dateline.model.source import SharedSource


def numbered(
    totals: Iterable[Entry[Total]], shared: Mapping[str, Entry[SharedSource]]
) -> dict[str, dict[str, ListedSource]]:
    """By slug, the sources of each total by the key that it knows them by; numbered from 1 over the
    whole page."""
    page: dict[str, ListedSource] = {}
    found: dict[str, dict[str, ListedSource]] = {}
    for entry in totals:
        found[entry.slug] = {}
        for key, item in listed_sources(entry.value.sources, shared).items():
            here = key if item.is_shared else f"{entry.slug}--{key}"
            page.setdefault(here, ListedSource(len(page) + 1, here, item.source, item.is_shared))
            found[entry.slug][key] = page[here]
    return found


def every_source(found: Mapping[str, Mapping[str, ListedSource]]) -> dict[str, ListedSource]:
    """All of them, each once, in the order of their numbers."""
    items = {item.key: item for listed in found.values() for item in listed.values()}
    return dict(sorted(items.items(), key=lambda pair: pair[1].number))
