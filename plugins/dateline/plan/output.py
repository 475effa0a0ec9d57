"""An output: one file to be published, as the part that makes it describes it.

`path` is below the published folder, with slashes. `kind` and `slug` are the address by which
others find it (`Site.url_of`); without a kind nothing links to it. Whatever is a callable here is
asked in the second beat, when addresses are fixed.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

# The order in which files made from finished ones come.
from dateline.frozen import frozen

STAGES = ("package", "sitemap", "search", "sums", "compressed")


class Finished(Protocol):
    """The files of this site that are finished, as those made from them may see them."""

    def paths(self) -> Sequence[str]: ...

    def fingerprint_of(self, path: str) -> str: ...

    def read(self, path: str) -> bytes: ...


@frozen
class Page:
    """An HTML page: a template of the theme and the view that it shows.

    `given` answers with all that the view is made from, as short plain values: the heads of the
    briefs that it shows, for instance. With the same answer, on a site with the same `Site.base`,
    the view is the same, and need not be made. Without `given` it is made each time, and the
    fingerprint is drawn from it: it is a tree of plain values whose repr says everything.
    `in_sitemap` is False for pages such as the error page.
    """

    path: str
    template: str
    view: Callable[[], object]
    kind: str = ""
    slug: str = ""
    in_sitemap: bool = True
    given: Callable[[], object] | None = None


@frozen
class File:
    """Any other file. `depends` answers with all that the bytes depend on beside `Site.base`, as
    plain values.

    With `has_root` the bytes hold ROOT tokens, which are replaced as in a page.
    """

    path: str
    depends: Callable[[], object]
    make: Callable[[], bytes]
    kind: str = ""
    slug: str = ""


@frozen
class Derived:
    """A file made from finished ones, after them, in the order of its stage."""

    path: str
    stage: str
    depends: Callable[[Finished], object]
    make: Callable[[Finished], bytes]
    kind: str = ""
    slug: str = ""


Output = Page | File | Derived
