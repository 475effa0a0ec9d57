"""Pages without what a browser may lack: without JavaScript, and on paper."""

from collections.abc import Mapping

import pytest

from browser_sites import PAGES, Open, Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_complete_without_javascript(
    sites: Mapping[str, Site], opened: Open, kind: str
) -> None:
    address = sites["real"].page(kind)
    said = []
    for scripted in (True, False):
        page = opened(java_script_enabled=scripted)
        page.goto(address)
        said.append(page.inner_text("body"))
    assert said[0] == said[1]
    assert len(said[0]) > 100


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_prints_without_its_navigation(
    sites: Mapping[str, Site], opened: Open, kind: str
) -> None:
    page = opened()
    page.goto(sites["real"].page(kind))
    ways = page.locator("nav:visible, .skip:visible")
    assert ways.count(), "there is nothing to hide"
    page.emulate_media(media="print")
    assert [way.inner_text() for way in ways.all()] == []
    assert page.locator("main h1:visible").count() == 1
    assert page.pdf(format="A4").startswith(b"%PDF-")
