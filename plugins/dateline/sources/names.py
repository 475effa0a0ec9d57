"""Links to the registry entries and totals that name a source."""

from dateline.archive import Archive
from dateline.plan import Site
from dateline.sources.resting import Named
from dateline.views.days import day_words
from dateline.views.link import Link, link_to

REGISTRIES = {"group": "groups", "location": "locations", "weapon": "weapons"}


def named_link(archive: Archive, site: Site, named: Named) -> Link:
    if named.kind == "total":
        total = archive.totals[named.slug].value
        page = site.url_of("totals")
        href = None if page is None else f"{page}#{named.slug}"
        return Link(f"Total of {total.by}, {day_words(total.as_of)}", href)
    registry = getattr(archive, REGISTRIES[named.kind])
    return link_to(site, registry[named.slug].value.name, named.kind, named.slug)
