"""sitemap.xml and robots.txt: made from the finished pages, whoever made those."""

from collections.abc import Iterator
from datetime import date as Day
from functools import partial
from xml.sax.saxutils import escape

from dateline.archive import Archive
from dateline.plan import Derived, File, Finished, Output, Site, address_of, contributions


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    changes = _last_changes(archive)
    yield Derived(
        path="sitemap.xml",
        stage="sitemap",
        depends=partial(_pages, site, changes),
        make=partial(_sitemap, site, changes),
        kind="sitemap",
    )
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site.settings.url}/sitemap.xml\n"
    yield File("robots.txt", lambda: robots, robots.encode, kind="robots")


def _last_changes(archive: Archive) -> dict[str, str]:
    """The day of a brief's last change, by file. Never the time of the build, which says nothing
    about the page."""
    return {
        f"briefs/{entry.slug}/index.html": Day.fromordinal(entry.facts.changed).isoformat()
        for entry in archive.with_page
    }


def _pages(site: Site, changes: dict[str, str], finished: Finished) -> tuple[tuple[str, str], ...]:
    """(address, day of the last change or "") of every page."""
    return tuple(
        (f"{site.settings.url}/{address_of(path)}", changes.get(path, ""))
        for path in finished.paths()
        if path.endswith(".html") and not site.is_hidden(path)
    )


def _sitemap(site: Site, changes: dict[str, str], finished: Finished) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, day in _pages(site, changes, finished):
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(address)}</loc>{changed}</url>")
    lines.append("</urlset>\n")
    return "\n".join(lines).encode()


def register() -> None:
    contributions.connect(outputs)
