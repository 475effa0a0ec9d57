"""/totals/."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive, heads
from dateline.plan import Output, Page, Site
from dateline.totals.view import totals_view


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    yield Page(
        path="totals/index.html",
        template="totals.html",
        view=partial(totals_view, archive, site),
        kind="totals",
        given=partial(_given, archive),
    )


def _given(archive: Archive) -> object:
    totals = tuple(archive.totals.values())
    shared = (
        archive.sources[key]
        for entry in totals
        for key in entry.value.sources
        if isinstance(key, str)
    )
    return heads(archive.briefs), tuple(entry.digest for entry in totals), heads(shared)
