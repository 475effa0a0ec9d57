"""What stands around every page: title, navigation, feeds, canonical address, licence."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.frozen import frozen
from dateline.plan import ROOT, Site


@frozen
class NavLink:
    text: str
    href: str
    is_here: bool


@frozen
class FeedLink:
    """An autodiscovery link; `type` is the feed's media type."""

    title: str
    href: str
    type: str


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """The same for all pages of a section, and made once for them, so that the theme can remember
    what it made of it. No count and no time of building stands here: it would change every page.

    `feeds` are those of the page, if it has its own, and then the site's.
    """

    site_name: str
    home: str | None
    theme: str
    navigation: tuple[NavLink, ...]
    footer: tuple[NavLink, ...]
    feeds: tuple[FeedLink, ...]
    licence_name: str
    licence_url: str


@frozen
class Frame:
    title: str
    description: str
    canonical: str
    language: str
    around: Around


def frame(
    site: Site,
    *,
    title: str,
    description: str,
    kind: str,
    slug: str = "",
    section: str = "",
    feeds: tuple[FeedLink, ...] = (),
) -> Frame:
    """The frame of the page at the address (`kind`, `slug`).

    `section` is the kind of the navigation entry under which it stands; `feeds` are those of the
    page itself, named before the site's own.
    """
    here = site.url_of(kind, slug)
    return Frame(
        title=title,
        description=description,
        canonical=site.absolute(here) if here is not None else "",
        language=site.settings.language,
        around=site.once(Around, (section, feeds), lambda: _around(site, section, feeds)),
    )


def _around(site: Site, section: str, feeds: tuple[FeedLink, ...]) -> Around:
    settings = site.settings
    return Around(
        site_name=settings.name,
        home=front_page(site),
        theme=ROOT + "theme/",
        navigation=navigation(site, section),
        footer=_existing(site, settings.footer, section),
        feeds=feeds + feed_links(site, "site", "", settings.name),
        licence_name=settings.licence_name,
        licence_url=settings.licence_url,
    )


def front_page(site: Site) -> str | None:
    """The address that stands for the site as a whole: the home page, or, where that part is
    switched off, the first page that the navigation leads to."""
    home = site.url_of("home")
    if home is not None:
        return home
    return next((entry.href for entry in navigation(site, "")), None)


def navigation(site: Site, section: str) -> tuple[NavLink, ...]:
    """The entries of the settings that lead somewhere."""
    return _existing(site, site.settings.navigation, section)


def _existing(site: Site, links: Iterable[tuple[str, str]], section: str) -> tuple[NavLink, ...]:
    return tuple(
        NavLink(text, href, kind == section)
        for kind, text in links
        if (href := site.url_of(*kind.split(":", 1))) is not None
    )


# The feeds of a page: the kind of their address is "<format>:<kind of the page>".
FEED_FORMATS = (
    ("atom", "application/atom+xml"),
    ("rss", "application/rss+xml"),
    ("json", "application/feed+json"),
)


def feed_links(site: Site, kind: str, slug: str, title: str) -> tuple[FeedLink, ...]:
    """The feeds of a page, where a part of the site makes them."""
    return tuple(
        FeedLink(title, href, media_type)
        for form, media_type in FEED_FORMATS
        if (href := site.url_of(f"{form}:{kind}", slug)) is not None
    )
