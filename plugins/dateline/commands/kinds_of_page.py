"""One page of each kind, found in a built site: the fullest, for that is where a layout breaks."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

_BRIEF = re.compile(rb'href="[^"]*?briefs/([^"/]+)/"')

Fullness = Callable[[Path], int]


def _length(page: Path) -> int:
    return page.stat().st_size


def _incidents(page: Path) -> int:
    """How many incidents the page leads to."""
    return len(set(_BRIEF.findall(page.read_bytes())))


# The name of the kind, where its pages lie, and what makes one the fullest.
KINDS: Mapping[str, tuple[str, Fullness]] = {
    "home": ("index.html", _length),
    "timeline": ("timeline/index.html", _length),
    "timeline-year": ("timeline/[0-9]*/index.html", _incidents),
    "timeline-month": ("timeline/[0-9]*/[0-9]*/index.html", _incidents),
    "brief": ("briefs/*/index.html", _length),
    "group": ("groups/*/index.html", _incidents),
    "location": ("locations/*/index.html", _incidents),
    "country": ("countries/*/index.html", _incidents),
    "weapon": ("weapons/*/index.html", _incidents),
    "totals": ("totals/index.html", _length),
    "sources": ("sources/index.html", _length),
    "corrections": ("corrections/index.html", _length),
    "feeds": ("feeds/index.html", _length),
    "data": ("data/index.html", _length),
    "about": ("about/index.html", _length),
    "methodology": ("methodology/index.html", _length),
    "contribute": ("contribute/index.html", _length),
    "404": ("404.html", _length),
}


def pages_of(site: Path) -> dict[str, str]:
    """The address of the page of each kind, below the site's root; without kinds that it lacks."""
    found = {}
    for name, (pattern, fullness) in KINDS.items():
        pages = sorted(site.glob(pattern))
        if pages:
            page = max(pages, key=fullness)
            found[name] = page.relative_to(site).as_posix().removesuffix("index.html")
    return found
