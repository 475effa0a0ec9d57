"""Which briefs belong to which entry of a facet, drawn up once for the whole archive."""

from collections.abc import Mapping

from dateline.archive import Archive, Entry
from dateline.facets.definition import Facet
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.plan import Site

Briefs = tuple[Entry[Brief], ...]


@frozen
class Tally:
    """For each entry: its briefs by section, in the archive's order; a brief once in a section."""

    sections: Mapping[str, Mapping[str, Briefs]]
    below: Mapping[str, tuple[str, ...]]

    def briefs(self, slug: str, section: str) -> Briefs:
        return self.sections.get(slug, {}).get(section, ())

    def counted(self, facet: Facet, slug: str) -> Briefs:
        """The briefs that are an entry's own and count, each once, in the archive's order."""
        own = [section.key for section in facet.counting if section.own]
        if len(own) == 1:
            return self.briefs(slug, own[0])
        found = {entry.slug: entry for key in own for entry in self.briefs(slug, key)}
        return tuple(sorted(found.values(), key=lambda entry: entry.facts.calendar))


def tally_of(facet: Facet, archive: Archive, site: Site) -> Tally:
    """Drawn up for the first that asks: pages and data show the same."""
    return site.once(Tally, facet.kind, lambda: _tally(facet, archive))


def _tally(facet: Facet, archive: Archive) -> Tally:
    found: dict[str, dict[str, dict[str, Entry[Brief]]]] = {}
    for entry in archive.briefs:
        for slug, section in facet.members(archive, entry.facts):
            found.setdefault(slug, {}).setdefault(section, {})[entry.slug] = entry
    return Tally(
        sections={
            slug: {key: tuple(briefs.values()) for key, briefs in by_section.items()}
            for slug, by_section in found.items()
        },
        below=_below(facet, archive),
    )


def _below(facet: Facet, archive: Archive) -> dict[str, tuple[str, ...]]:
    """For each entry, all entries that stand below it at any depth."""
    below: dict[str, dict[str, None]] = {}
    entries = facet.entries(archive)
    for slug in entries:
        above: dict[str, None] = {}
        ways = list(facet.parents(entries[slug].value))
        while ways:
            parent = ways.pop()
            if parent not in above:
                above[parent] = None
                ways.extend(facet.parents(entries[parent].value))
        for parent in above:
            below.setdefault(parent, {})[slug] = None
    return {slug: tuple(slugs) for slug, slugs in below.items()}
