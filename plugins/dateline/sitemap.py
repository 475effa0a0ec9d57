"""sitemap.xml and robots.txt: made from the finished pages, whoever made those.

A sitemap may name 50,000 addresses (sitemaps.org). Long before that the briefs have files of their
own, a fixed number in each in the order in which they were added, and sitemap.xml is the index of
all: a new brief then changes the last of these and leaves the others alone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date as Day
from functools import partial
from xml.sax.saxutils import escape

from dateline.archive import Archive, Entry
from dateline.model.brief import Brief
from dateline.plan import Derived, File, Finished, Output, Site, address_of, contributions

# Briefs in one file.
MOST = 10_000

_PAGES = "sitemap-pages.xml"

# An address, and the day of the last change or "". Never the time of the build, which says nothing
# about the page.
_Named = tuple[str, str]


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    briefs = archive.with_page
    if len(briefs) <= MOST:
        yield _sitemap("sitemap.xml", partial(_pages, site, _last_changes(briefs)))
    else:
        yield from _sitemaps(briefs, site)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site.settings.url}/sitemap.xml\n"
    yield File("robots.txt", lambda: robots, robots.encode, kind="robots")


def _sitemaps(briefs: Sequence[Entry[Brief]], site: Site) -> Iterator[Output]:
    ordered = sorted(briefs, key=lambda entry: (entry.facts.added, entry.slug))
    parts = {
        f"sitemap-briefs-{start // MOST + 1}.xml": _last_changes(ordered[start : start + MOST])
        for start in range(0, len(ordered), MOST)
    }
    yield _sitemap(_PAGES, partial(_pages_but, site, set().union(*parts.values())))
    for path, changes in parts.items():
        yield _sitemap(path, partial(_briefs, site, changes))
    days = {path: max(changes.values()) for path, changes in parts.items()}
    files = [(f"{site.settings.url}/{path}", days.get(path, "")) for path in (_PAGES, *parts)]
    yield Derived(
        path="sitemap.xml",
        stage="sitemap",
        depends=lambda _: files,
        make=lambda _: _written("sitemapindex", "sitemap", files),
        kind="sitemap",
    )


def _sitemap(path: str, named: Callable[[Finished], Iterable[_Named]]) -> Derived:
    return Derived(
        path=path,
        stage="sitemap",
        depends=lambda finished: tuple(named(finished)),
        make=lambda finished: _written("urlset", "url", named(finished)),
        kind="sitemap",
        slug=path.removeprefix("sitemap").removesuffix(".xml"),
    )


def _last_changes(entries: Iterable[Entry[Brief]]) -> dict[str, str]:
    """The day of a brief's last change, by the file of its page."""
    return {
        f"briefs/{entry.slug}/index.html": Day.fromordinal(entry.facts.changed).isoformat()
        for entry in entries
    }


def _pages(site: Site, changes: dict[str, str], finished: Finished) -> Iterator[_Named]:
    """Every page."""
    for path in finished.paths():
        if path.endswith(".html") and not site.is_hidden(path):
            yield f"{site.settings.url}/{address_of(path)}", changes.get(path, "")


def _pages_but(site: Site, others: Set[str], finished: Finished) -> Iterator[_Named]:
    """Every page that is not one of a brief."""
    for path in finished.paths():
        if path.endswith(".html") and path not in others and not site.is_hidden(path):
            yield f"{site.settings.url}/{address_of(path)}", ""


def _briefs(site: Site, changes: dict[str, str], finished: Finished) -> Iterator[_Named]:
    """The pages of these briefs, as far as somebody makes them."""
    there = set(finished.paths())
    for path in sorted(changes):
        if path in there and not site.is_hidden(path):
            yield f"{site.settings.url}/{address_of(path)}", changes[path]


def _written(around: str, each: str, named: Iterable[_Named]) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<{around} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, day in named:
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<{each}><loc>{escape(address)}</loc>{changed}</{each}>")
    lines.append(f"</{around}>\n")
    return "\n".join(lines).encode()


def register() -> None:
    contributions.connect(outputs)
