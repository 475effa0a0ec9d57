"""Whoever reads by ear, by keyboard or with a thumb comes along."""

from collections.abc import Mapping
from typing import Any

import pytest

from browser_sites import PAGES, SITES, Open, Site, missing
from building import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

# What a hand has to hit: the ways through the site, not links in running text.
WAYS = ", ".join(
    f"{place} {what}:visible"
    for place in ("body > header", "nav", "body > footer li")
    for what in ("a", "button")
)


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        missing("axe-core", "Node.js' npm installs it: npm ci --ignore-scripts")
    return AXE.read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("name", SITES)
def test_axe_finds_nothing(
    sites: Mapping[str, Site], opened: Open, axe: str, name: str, kind: str, scheme: str
) -> None:
    page = opened(360, 740, color_scheme=scheme)
    page.goto(sites[name].page(kind))
    page.evaluate(axe)
    found = page.evaluate("axe.run({rules: {'target-size': {enabled: true}}})")
    assert len(found["passes"]) > 10, "axe has not looked"
    assert not [_violation(violation) for violation in found["violations"]]


def _violation(violation: Any) -> str:
    where = "; ".join(f"{node['html']} {node['failureSummary']}" for node in violation["nodes"][:5])
    return f"{violation['id']}: {violation['help']}: {where}"


@pytest.mark.parametrize("kind", PAGES)
def test_ways_through_the_site_have_room_for_a_thumb(
    sites: Mapping[str, Site], opened: Open, kind: str
) -> None:
    page = opened(360, 740, has_touch=True)
    page.goto(sites["real"].page(kind))
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    ways = page.locator(WAYS).all()
    assert ways
    low = [
        f"{way.inner_text()}: {box['height']} px"
        for way in ways
        if (box := way.bounding_box()) and box["height"] < 44
    ]
    assert not low


@pytest.mark.parametrize("kind", PAGES)
def test_the_first_tab_skips_to_the_content(
    sites: Mapping[str, Site], opened: Open, kind: str
) -> None:
    page = opened()
    page.goto(sites["real"].page(kind))
    page.keyboard.press("Tab")
    link = page.locator("a:focus")
    assert link.inner_text() == "Skip to the content"
    box = link.bounding_box()
    assert box is not None
    assert box["y"] >= 0, "it has the focus and is not seen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
