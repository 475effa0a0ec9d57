"""One page for each published, withdrawn and merged brief, and a redirect for each earlier id."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive, heads
from dateline.briefs.given import brief_given
from dateline.briefs.neighbours import Neighbours, neighbours
from dateline.briefs.redirect import redirect_view
from dateline.briefs.view import brief_view
from dateline.plan import Output, Page, Site


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    around = neighbours(archive)
    for entry in archive.with_page:
        yield Page(
            path=f"briefs/{entry.slug}/index.html",
            template="brief.html",
            view=partial(brief_view, archive, site, entry, around.get(entry.slug, Neighbours())),
            kind="brief",
            slug=entry.slug,
            given=partial(brief_given, archive, site, entry, around.get(entry.slug, Neighbours())),
        )
        for alias in entry.facts.aliases:
            yield Page(
                path=f"briefs/{alias}/index.html",
                template="redirect.html",
                view=partial(redirect_view, site, entry),
                kind="brief",
                slug=alias,
                in_sitemap=False,
                given=partial(heads, (entry,)),
            )
