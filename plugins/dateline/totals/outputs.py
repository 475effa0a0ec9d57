"""/totals/."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.plan import Output, Page, Site
from dateline.totals.view import totals_view


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    yield Page(
        path="totals/index.html",
        template="totals.html",
        view=partial(totals_view, archive, site),
        kind="totals",
    )
