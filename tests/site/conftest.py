"""The real content, built once in each of the ways in which a site can stand."""

import pytest

from building import CONTENT, Place
from site_build import Build


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds the real content with these words behind the command; the same words, built once."""
    built: dict[tuple[object, ...], Place] = {}

    def build_once(*words: str, settings: str = "pelicanconf.py", siteurl: str = "") -> Place:
        key = (*words, settings, siteurl)
        if key not in built:
            folder = tmp_path_factory.mktemp("site")
            (folder / "content").symlink_to(CONTENT)
            place = Place(folder, {"SITEURL": siteurl} if siteurl else {})
            ran = place.pelican(*words, settings=settings)
            assert ran.code == 0, ran.out
            built[key] = place
        return built[key]

    return build_once


@pytest.fixture(scope="session")
def site(build: Build) -> dict[str, bytes]:
    """The files of the real site, as `make site` builds it."""
    return build().tree()
