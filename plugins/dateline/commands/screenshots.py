"""`inv screenshots`: what the built pages look like, narrow and wide, light and dark."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.commands.chromium import NoBrowser, chromium
from dateline.commands.kinds_of_page import KINDS, pages_of
from dateline.commands.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Width, height and whether a hand touches it, for which links have more room: a phone and a desk.
SCREENS = ((360, 740, True), (1280, 800, False))
SCHEMES = ("light", "dark")

CANNOT_RUN = 2


def main(output: Path, pictures: Path) -> int:
    """Takes the pictures of the site in `output` into `pictures`; returns the exit code.

    0: all are taken; 2: could not run.
    """
    pages = pages_of(output)
    if not pages:
        sys.stderr.write(f"There is no site in {output}. Build it first: inv build\n")
        return CANNOT_RUN
    try:
        with chromium() as browser, served(output) as address:
            taken = _take(browser, address, pages, pictures)
    except NoBrowser as reason:
        sys.stderr.write(f"{reason}\n")
        return CANNOT_RUN
    lacking = [kind for kind in KINDS if kind not in pages]
    if lacking:
        print(f"The site has no page of these kinds: {', '.join(lacking)}.")
    print(f"{taken} pictures of {len(pages)} pages in {pictures}.")
    return 0


def _take(browser: "Browser", address: str, pages: dict[str, str], pictures: Path) -> int:
    pictures.mkdir(exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    for width, height, touched in SCREENS:
        for scheme in SCHEMES:
            # Without JavaScript: that is how every page has to be complete.
            reader = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                has_touch=touched,
                java_script_enabled=False,
            )
            page = reader.new_page()
            for kind, path in pages.items():
                page.set_viewport_size({"width": width, "height": height})
                page.goto(f"{address}/{path}")
                # Playwright's own way to a full page lets the hand go, and the links shrink.
                whole = page.evaluate("document.documentElement.scrollHeight")
                page.set_viewport_size({"width": width, "height": whole})
                page.screenshot(path=pictures / f"{kind}-{width}-{scheme}.png")
            reader.close()
    return len(pages) * len(SCREENS) * len(SCHEMES)
