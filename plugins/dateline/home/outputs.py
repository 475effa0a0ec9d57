"""The home page."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive, heads
from dateline.home.view import home_view
from dateline.plan import Output, Page, Site


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    yield Page(
        path="index.html",
        template="home.html",
        view=partial(home_view, archive, site),
        kind="home",
        given=partial(_given, archive),
    )


def _given(archive: Archive) -> object:
    return heads(archive.with_page), heads(archive.totals.values())
