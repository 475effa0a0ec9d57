"""The type of the `build` fixture of tests/site."""

from typing import Protocol

from building import Place


class Build(Protocol):
    """Builds content with these words behind the command; see tests/site/conftest.py."""

    def __call__(self, *words: str, settings: str = ..., siteurl: str = ...) -> Place: ...
