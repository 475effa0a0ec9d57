"""Chromium without a window, driven by the package playwright. Neither comes with a build."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# What distributions call it. Chrome is the same browser with another name.
NAMES = ("chromium", "chromium-browser", "google-chrome")


class NoBrowser(Exception):
    """There is no browser to look with; the message says what to install."""


@contextmanager
def chromium() -> "Iterator[Browser]":
    """A browser that asks nothing of the network but the pages that it is shown."""
    program = _program()
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise NoBrowser(
            "The Python package playwright is missing. Install it: "
            "python -m pip install --require-hashes -r requirements/browser.lock"
        ) from None
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=program,
                # Chromium's sandbox cannot be set up by root.
                chromium_sandbox=os.geteuid() != 0,
                args=["--disable-background-networking"],
            )
        except Error as fault:
            raise NoBrowser(f"{program} does not start: {_first_line(fault)}") from None
        try:
            yield browser
        finally:
            browser.close()


def _program() -> Path:
    for name in NAMES:
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    raise NoBrowser(
        f"There is no Chromium: none of {', '.join(NAMES)} is on the PATH. Install it; "
        "on Debian: apt-get install chromium fonts-noto-core"
    )


def _first_line(fault: Exception) -> str:
    return str(fault).strip().partition("\n")[0]
