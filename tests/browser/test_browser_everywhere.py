"""What holds on every page: it fits a narrow screen, it is quiet, it asks nobody else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from browser_sites import SITES, Open, Site, Watch
from dateline.commands.kinds_of_page import pages_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# Every kind of page that the archive has. A kind that is lost would be looked at by no test.
KINDS = (
    "home",
    "timeline",
    "timeline-year",
    "timeline-month",
    "brief",
    "group",
    "location",
    "country",
    "weapon",
    "totals",
    "sources",
    "corrections",
    "feeds",
    "data",
    "about",
    "methodology",
    "contribute",
    "404",
)

WIDTHS = (320, 360, 1280)

# The elements that reach furthest beyond the right edge, to be told in a failure.
TOO_WIDE = """() => {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    return [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > page.clientWidth + 0.5)
        .slice(0, 3)
        .map(element => element.outerHTML.slice(0, 120))
        .concat([`${page.scrollWidth} px`]);
}"""


@dataclass(slots=True)
class Walk:
    """What was seen on a way through every page of a site: each is opened once, at every width."""

    pages: int = 0
    wide: list[str] = field(default_factory=list)
    loud: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=SITES)
def walk(
    request: pytest.FixtureRequest, sites: Mapping[str, Site], browser: "Browser"
) -> Iterator[Walk]:
    site = sites[request.param]
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page, site.address)
    walk = Walk(loud=watch.faults)
    for address in site.pages():
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate(TOO_WIDE)
            if wide:
                walk.wide.append(f"{address} at {width} px: {wide}")
        walk.pages += 1
    yield walk
    context.close()


def test_there_is_a_page_of_every_kind(sites: Mapping[str, Site]) -> None:
    assert tuple(pages_of(sites["real"].folder)) == KINDS


def test_nothing_is_wider_than_the_screen(walk: Walk) -> None:
    assert walk.pages > len(KINDS)
    assert not walk.wide, "\n".join(walk.wide)


def test_pages_are_quiet_and_ask_nobody_else(walk: Walk) -> None:
    assert walk.pages > len(KINDS)
    assert not walk.loud, "\n".join(walk.loud)


def test_a_wide_page_is_seen(opened: Open) -> None:
    """Else the test above would hold nothing."""
    page = opened(320)
    page.set_content("<!doctype html><p style='width: 330px'>wide</p>")
    assert "330px" in page.evaluate(TOO_WIDE)[0]


def test_a_loud_page_is_heard(sites: Mapping[str, Site], opened: Open) -> None:
    """Else the test further above would hold nothing."""
    page = opened()
    watch = Watch(page, sites["real"].address)
    page.goto(sites["real"].page("404"))
    page.evaluate("console.error('loud')")
    page.evaluate("new Image().src = 'http://127.0.0.1:9/elsewhere.png'")
    page.wait_for_timeout(200)
    assert any("loud" in fault for fault in watch.faults)
    assert any("asks for http://127.0.0.1:9/elsewhere.png" in fault for fault in watch.faults)
