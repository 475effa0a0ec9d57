"""HTML of a text that has no flaws.

Two walls. `reading` refuses raw HTML, images, other schemes and private-use characters; nh3 cleans
what the parser wrote, by a list of what may stand. Citations pass the second wall as private-use
marks, which no text can hold, and become the caller's markup, which is trusted, after it.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import pyromark

from dateline.text.brackets import OPTIONS
from dateline.text.citations import Citation
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


def render(text: str, mark: Callable[[Citation], str]) -> str:
    """The text as HTML, with `mark` giving the trusted markup of each citation.

    ValueError where the text has flaws: `scan` says them, and a page is not made of such a text.
    The language of a code block (```` ```python ````) is not kept; links carry rel="nofollow".
    """
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
    html = _cleaner().clean(html)
    citations = tuple(reading.citations.values())
    return _MARK.sub(lambda found: mark(citations[int(found[1])]), html)


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
