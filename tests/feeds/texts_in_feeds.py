"""What holds for texts, dates and addresses in a feed of any form."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from lxml import html

# A day stands for its beginning: whoever sees an hour sees a clock.
MIDNIGHT = "00:00:00"

_BCP_47 = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RFC_3339 = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)",
)
_HARMLESS = {"p", "a", "div"}


def is_web_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text


def is_iri(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", text))


def is_language(text: str) -> bool:
    return bool(_BCP_47.fullmatch(text))


def is_rfc_3339(text: str) -> bool:
    if not _RFC_3339.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def control_characters(text: str) -> Iterator[str]:
    """C0, DEL and C1, and those that turn the direction of what follows; not tab and line ends."""
    for character in dict.fromkeys(text):
        name = f"U+{ord(character):04X}"
        if unicodedata.category(character) == "Cc" and character not in "\t\n\r":
            yield f"holds the control character {name}"
        elif "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
            yield f"holds the bidi control {name}"


def harm_in_html(text: str) -> Iterator[str]:
    """Our statements hold paragraphs and links; all else came from somewhere else."""
    for element in html.fragment_fromstring(text, create_parent="div").iter():
        if element.tag not in _HARMLESS:
            yield f"holds <{element.tag}>"
        for name, value in element.attrib.items():
            if (element.tag, name) != ("a", "href"):
                yield f"<{element.tag}> has {name}"
            elif not is_web_address(value):
                yield f"leads to {value!r}"
