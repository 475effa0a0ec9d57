"""The site: its settings, and the addresses of everything on it."""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal, TypeVar
from urllib.parse import quote, urlsplit

# Stands in every internal address until a page is put together: then it becomes the way from that
# page to the site's root. Private-use characters are refused in content, so no text can hold it.
from dateline.frozen import frozen

ROOT = "\ue000"

# What `quote` leaves as it is, and nearly every path is: there may be hundreds of thousands.
_STANDS_AS_IT_IS = re.compile(r"[A-Za-z0-9_.~/-]*").fullmatch

T = TypeVar("T")


class AddressesOpen(Exception):
    """An address was asked for before all outputs were known."""


@frozen
class SiteSettings:
    """What pelicanconf.py says of the site.

    `url` is where it is published, without a slash at the end; its path may be one below the host.
    `feed_authority` is the (host, year) of feed ids, which never follow `url`. `navigation` and
    `footer` are pairs of an address's kind and the words for it. `list_rows` is how many rows a
    list of incidents may have before its older ones get pages of their own. `data_files` says
    whether this build makes the data files of the whole archive: "always", or "publish", which
    leaves them to the settings of the published site.
    """

    name: str
    url: str
    description: str
    licence_name: str
    licence_url: str
    feed_authority: tuple[str, int]
    relative: bool = False
    language: str = "en"
    navigation: tuple[tuple[str, str], ...] = ()
    footer: tuple[tuple[str, str], ...] = ()
    list_rows: int = 100
    feed_items: int = 50
    feed_bytes: int = 100_000
    data_files: Literal["always", "publish"] = "always"

    @property
    def base_path(self) -> str:
        """The path of `url`, ending in a slash: "/" or "/name/"."""
        return urlsplit(self.url).path.rstrip("/") + "/"


@frozen
class Address:
    """A file of the site, and the (kind, slug) by which pages find it; no kind, no links."""

    path: str
    kind: str = ""
    slug: str = ""


@dataclass(slots=True)
class Site:
    """Settings and addresses. `url_of` raises AddressesOpen until `fix` has been called."""

    settings: SiteSettings
    _addresses: dict[tuple[str, str], str] | None = None
    _hidden: frozenset[str] = frozenset()
    base: str = ""
    _made: dict[tuple[type, Hashable], Any] = field(default_factory=dict, repr=False)

    def fix(
        self, addresses: Iterable[Address], hidden: Iterable[str] = (), registries: str = ""
    ) -> None:
        """From now on `url_of` answers. `hidden` are the files that no sitemap names.

        `base` is then what every page depends on: the settings, which kinds of pages there are, and
        the `registries`, a digest of the names that stand everywhere.
        """
        self._addresses = {
            (item.kind, item.slug): address_of(item.path) for item in addresses if item.kind
        }
        self._hidden = frozenset(hidden)
        self._made.clear()
        kinds = sorted({kind for kind, _ in self._addresses})
        known = repr((self.settings, kinds, registries))
        self.base = sha256(known.encode()).hexdigest()[:32]

    def is_hidden(self, path: str) -> bool:
        return path in self._hidden

    def url_of(self, kind: str, slug: str = "") -> str | None:
        """The address of a page or file on this site, or None where no part makes it.

        It begins with the ROOT token; `rooted` turns it into what a page or a feed carries.
        """
        if self._addresses is None:
            raise AddressesOpen(f"url_of({kind!r}, {slug!r}) asked before the plan was complete")
        address = self._addresses.get((kind, slug))
        return None if address is None else ROOT + address

    def once(self, kind: type[T], name: Hashable, make: Callable[[], T]) -> T:
        """What several pages show alike, such as the row of a brief: made for the first of them."""
        key = (kind, name)
        found: T | None = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found

    def absolute(self, address: str) -> str:
        """The whole web address, for feeds, canonical links and data."""
        return address.replace(ROOT, self.settings.url + "/")

    def rooted(self, text: str, path: str) -> str:
        """`text` with the way to the root as it is from the file at `path`."""
        return text.replace(ROOT, self.root_from(path))

    def root_from(self, path: str) -> str:
        """The error page is served at any depth: it always goes by the site's own path."""
        if not self.settings.relative or path == "404.html":
            return self.settings.base_path
        return "../" * path.count("/") or "./"


def address_of(path: str) -> str:
    """A folder's index.html is found under the folder's own name."""
    if path == "index.html":
        return ""
    address = path.removesuffix("index.html") if path.endswith("/index.html") else path
    return address if _STANDS_AS_IT_IS(address) else quote(address)
