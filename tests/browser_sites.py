"""Built sites, served, and what the tests in a browser look at in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Open(Protocol):
    """Opens a window of its own; the words are Playwright's for a context. See the conftest."""

    def __call__(self, width: int = ..., height: int = ..., **words: object) -> "Page": ...


SITES = ("real", "harbour")

# The kinds of page that are looked at closely: each has a part of the look that others have not.
PAGES = (
    "home",
    "timeline-month",
    "brief",
    "group",
    "location",
    "totals",
    "sources",
    "data",
    "feeds",
    "404",
)


@dataclass(frozen=True, slots=True)
class Site:
    """A built site, where it is served, and its page of each kind."""

    folder: Path
    address: str
    kinds: dict[str, str]

    def page(self, kind: str) -> str:
        """The whole address of the page of that kind."""
        assert kind in self.kinds, f"the site has no page of the kind {kind}"
        return f"{self.address}/{self.kinds[kind]}"

    def files(self) -> Iterator[Path]:
        """Every page of the site, without those that only lead on to another."""
        for path in sorted(self.folder.rglob("*.html")):
            if b'http-equiv="refresh"' not in path.read_bytes():
                yield path

    def pages(self) -> list[str]:
        """The addresses of `files`."""
        below = (path.relative_to(self.folder).as_posix() for path in self.files())
        return [f"{self.address}/{path.removesuffix('index.html')}" for path in below]


def missing(what: str, remedy: str) -> None:
    """Fails with what to install: a test that is left out unseen holds nothing."""
    pytest.fail(f"{what} is missing. {remedy}", pytrace=False)


class Watch:
    """What a page does that it should not: errors in the console, requests to anywhere else."""

    def __init__(self, page: "Page", address: str) -> None:
        self.faults: list[str] = []
        self._address = f"{address}/"
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self._request(page.url, request.url))

    def _console(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.faults.append(f"{getattr(message, 'text', '')} {getattr(message, 'location', '')}")

    def _request(self, page: str, url: str) -> None:
        if not url.startswith((self._address, "data:")):
            self.faults.append(f"{page} asks for {url}")
