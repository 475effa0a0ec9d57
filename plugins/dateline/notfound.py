"""The error page, which a server shows for an address that nothing answers."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.frozen import frozen
from dateline.plan import Output, Page, Site, contributions
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, link_to


@frozen
class NotFoundView:
    frame: Frame
    ways: tuple[Link, ...]


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    yield Page(
        "404.html", "notfound.html", partial(not_found_view, site), "notfound", in_sitemap=False
    )


def not_found_view(site: Site) -> NotFoundView:
    ways = (
        link_to(site, "The first page", "home"),
        link_to(site, "The timeline", "timeline"),
        link_to(site, "All groups", "groups"),
        link_to(site, "All places", "locations"),
    )
    return NotFoundView(
        frame=frame(
            site,
            title="Page not found",
            description="There is no page at this address.",
            kind="notfound",
        ),
        ways=tuple(way for way in ways if way.href is not None),
    )


def register() -> None:
    contributions.connect(outputs)
