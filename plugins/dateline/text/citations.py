"""Citations: `[@key]`, `[@key, p. 3]`, `[@a; @b, p. 3]`."""

import re
from functools import lru_cache

from dateline.frozen import frozen

KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_KEY_LIMIT = 80
# A second @ where a place in the source should be is a citation with a comma for its semicolon.
_SOURCE = re.compile(rf"@(?P<key>{KEY})(?:\s*,\s*(?P<locator>[^@\s].*))?")


@frozen
class CitedSource:
    """A source by its key, and the place in it ("p. 3"), which may be empty."""

    key: str
    locator: str = ""


@frozen
class Citation:
    """One pair of brackets: its offsets in characters of the text, and what it names, in order."""

    start: int
    end: int
    sources: tuple[CitedSource, ...]


@lru_cache(maxsize=4096)  # a brief names the same few sources over and over
def cited_sources(label: str) -> tuple[CitedSource, ...] | None:
    """What the words between the brackets name; nothing where they break the format."""
    sources = []
    for part in label.split(";"):
        match = _SOURCE.fullmatch(" ".join(part.split()))
        if match is None or len(match["key"]) > _KEY_LIMIT:
            return None
        sources.append(CitedSource(match["key"], match["locator"] or ""))
    return tuple(sources)
