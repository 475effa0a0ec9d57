"""Links and citation marks."""

from dateline.frozen import frozen
from dateline.plan import Site


@frozen
class Link:
    """`href` is None where no part of the site makes the page: the text then stands plain."""

    text: str
    href: str | None = None


@frozen
class Mark:
    """A citation mark: the source's number on this page, its key, its publisher."""

    number: int
    key: str
    publisher: str
    locator: str = ""


def link_to(site: Site, text: str, kind: str, slug: str = "") -> Link:
    return Link(text, site.url_of(kind, slug))
