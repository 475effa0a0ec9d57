"""The home page."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.home.view import home_view
from dateline.plan import Output, Page, Site


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    yield Page("index.html", "home.html", partial(home_view, archive, site), kind="home")
