"""The real site and the invented harbour, served; a browser to look at them."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from browser_sites import Open, Site
from building import CONTENT, HARBOUR, HARBOUR_DAY, Place, place
from dateline.commands.chromium import NoBrowser, chromium
from dateline.commands.kinds_of_page import pages_of
from dateline.commands.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    real = Place(tmp_path_factory.mktemp("real"))
    real.content.symlink_to(CONTENT)
    harbour = place(tmp_path_factory.mktemp("harbour") / "x", HARBOUR, TODAY=HARBOUR_DAY)
    with ExitStack() as open_as_long_as_the_tests:
        found = {}
        for name, here, words in (
            ("real", real, ()),
            ("harbour", harbour, ("-e", 'SITENAME="The harbour"')),
        ):
            ran = here.pelican(*words)
            assert ran.code == 0, ran.out
            address = open_as_long_as_the_tests.enter_context(served(here.output))
            found[name] = Site(here.output, address, pages_of(here.output))
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    try:
        with chromium() as browser:
            yield browser
    except NoBrowser as reason:
        raise pytest.fail.Exception(str(reason), pytrace=False) from None


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Open]:
    contexts = []

    def window(width: int = 1280, height: int = 800, **words: object) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, **words)
        contexts.append(context)
        return context.new_page()

    yield window
    for context in contexts:
        context.close()
