"""HTML of a text that has no flaws.

Two walls. `reading` refuses raw HTML, images, other schemes and private-use characters; nh3 cleans
what the parser wrote, by a list of what may stand. Citations pass the second wall as private-use
marks, which no text can hold, and become the caller's markup, which is trusted, after it.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyromark

from dateline.frozen import frozen
from dateline.text.brackets import OPTIONS
from dateline.text.citations import CitedSource
from dateline.text.reading import read

if TYPE_CHECKING:
    import nh3
    from pyromark.event import BrokenLink

# The parser writes a citation as a link to this scheme. Nothing else is one: a text with another
# scheme than http, https or mailto, or with HTML of its own, has a flaw and never comes here.
_CITATION_LINK = re.compile(r'<a href="citation:(\d+)">[^<]*</a>')
_MARK = re.compile("\ue000(\\d+)\ue001")

# The parser aligns cells by a style attribute, which a content security policy turns off.
# In its output a `<` is a tag of its own making, so these replacements meet nothing else.
_ALIGNED_CELL = re.compile(r'(<t[hd]) style="text-align: (left|center|right)">')
_ALIGNMENTS = {"class": {"align-left", "align-center", "align-right"}}

_TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li"),
    *("pre", "code", "em", "strong", "a", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}


@frozen
class Prose:
    """A text as clean HTML, but for its citations; `citations` are what they name, in order."""

    _html: str
    citations: tuple[tuple[CitedSource, ...], ...]

    def html(self, mark: Callable[[tuple[CitedSource, ...]], str]) -> str:
        """With `mark` giving the trusted markup of each citation."""
        return _MARK.sub(lambda found: mark(self.citations[int(found[1])]), self._html)

    def plain(self) -> tuple[object, ...]:
        """Texts and tuples that `of_plain` makes the same prose of."""
        named = tuple(tuple((one.key, one.locator) for one in cited) for cited in self.citations)
        return self._html, named

    @classmethod
    def of_plain(cls, plain: Any) -> "Prose":
        html, named = plain
        return cls(html, tuple(tuple(CitedSource(*one) for one in cited) for cited in named))


def render(text: str) -> Prose:
    """The text as prose for a page.

    ValueError where the text has flaws: `scan` says them, and a page is not made of such a text.
    The language of a code block (```` ```python ````) is not kept; links carry rel="nofollow".
    """
    if not text:
        return Prose("", ())
    reading = read(text)
    if reading.flaws:
        first = reading.flaws[0]
        raise ValueError(f"text with a flaw at offset {first.start}: {first.kind} {first.detail}")

    number = {byte: index for index, byte in enumerate(reading.citations)}

    def resolve(link: "BrokenLink") -> tuple[str, str] | None:
        index = number.get(link["span"]["start"])
        return None if index is None else (f"citation:{index}", "")

    html = pyromark.html(text, options=OPTIONS, broken_link_callback=resolve)
    html = _CITATION_LINK.sub("\ue000\\1\ue001", html)
    html = _ALIGNED_CELL.sub(r'\1 class="align-\2">', html)
    return Prose(
        _cleaner().clean(html), tuple(citation.sources for citation in reading.citations.values())
    )


@lru_cache(maxsize=1)
def _cleaner() -> "nh3.Cleaner":
    import nh3  # only here: most builds render few pages, and many commands none

    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values={"th": _ALIGNMENTS, "td": _ALIGNMENTS},
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel="nofollow",
    )
