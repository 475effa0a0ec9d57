"""One value as it is written: text in, a Python value out, or a Wrong that says why not."""

import re
import string
from collections.abc import Sequence
from datetime import date as Day
from functools import lru_cache
from urllib.parse import urlsplit

from dateline.findings import suggestion
from dateline.model.count import Bounds
from dateline.model.country import INTERNATIONAL_WATERS, country_codes, country_name, is_country
from dateline.model.moment import Moment

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:T(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)"
    r"(?P<offset>Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9]))?"
)
# Language, script, region and variants; extensions and private use are not needed on a page.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[0-9a-z]{5,8})*"
)
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,8})?")
_NOT_IN_ADDRESS = re.compile(r'[\s<>"\\^`{|}]')
SLUG_MOST = 80


class Wrong(Exception):
    """The value is not what its field takes."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


def text(written: str, most: int) -> str:
    """White space folded to single spaces, as YAML's own folding leaves it."""
    folded = " ".join(written.split())
    if not folded:
        raise Wrong("E106", "the text is empty", "write it, or delete the key")
    if len(folded) > most:
        message = f"the text has {len(folded)} characters, {most} are allowed"
        raise Wrong("E106", message, "shorten it")
    return folded


def is_slug(written: str) -> bool:
    return len(written) <= SLUG_MOST and _SLUG.fullmatch(written) is not None


def slug(written: str) -> str:
    if not is_slug(written):
        raise Wrong("E107", f'"{shortened(written)}" is not a slug')
    return written


def word(written: str, choices: Sequence[str]) -> str:
    if written not in choices:
        near = suggestion(written, choices)
        hint = f'did you mean "{near}"?' if near else f"one of: {', '.join(choices)}"
        raise Wrong("E105", f'unknown word "{shortened(written)}"', hint)
    return written


def flag(written: str) -> bool:
    if written not in ("true", "false"):
        raise Wrong("E113", f'"{shortened(written)}" is neither true nor false')
    return written == "true"


def day(written: str) -> Day:
    if not _DAY.fullmatch(written):
        raise Wrong("E108", f'"{shortened(written)}" is not a day', "write it as 2021-05-04")
    return _calendar_day(written)


def moment(written: str) -> Moment:
    found = _MOMENT.fullmatch(written)
    if not found:
        if "T" in written and _DAY.match(written):
            message = f'"{shortened(written)}" is not a minute with its offset'
            raise Wrong("E108", message, "write 2021-05-04T04:10+03:00, or with Z for UTC")
        raise Wrong("E108", f'"{shortened(written)}" is not a day or a minute')
    return Moment(_calendar_day(found["day"]), found["time"] or "", found["offset"] or "")


def _calendar_day(written: str) -> Day:
    try:
        return Day.fromisoformat(written)
    except ValueError:
        raise Wrong("E108", f"there is no {written} in the calendar", "correct the day") from None


def number(written: str) -> int:
    if not _NUMBER.fullmatch(written):
        raise Wrong("E109", f'"{shortened(written)}" is not a whole number in plain digits')
    return int(written)


def count(written: str) -> Bounds | None:
    """A number, or None for `unknown`."""
    if written == "unknown":
        return None
    if not _NUMBER.fullmatch(written):
        raise Wrong("E109", f'"{shortened(written)}" is not a count')
    return Bounds(int(written), int(written), int(written))


def degrees(written: str, bound: float) -> float:
    if not _DEGREES.fullmatch(written) or abs(float(written)) > bound:
        message = (
            f'"{shortened(written)}" is not a number of degrees between -{bound:g} and {bound:g}'
        )
        raise Wrong("E111", message, "write WGS84 degrees such as 33.7856")
    return float(written)


def language(written: str) -> str:
    if not _LANGUAGE.fullmatch(written):
        message = f'"{shortened(written)}" is not a language tag'
        raise Wrong("E112", message, "write a BCP 47 tag such as en, ar or zh-Hant")
    return written


def country(written: str, *, waters: bool) -> str:
    if is_country(written) or (waters and written == INTERNATIONAL_WATERS):
        return written
    if written == INTERNATIONAL_WATERS:
        raise Wrong("E112", "XZ, international waters, is no country here", "name a country")
    near = _country_meant(written)
    hint = f'did you mean "{near}"?' if near else "write ISO 3166-1 alpha-2, such as IQ"
    raise Wrong("E112", f'"{shortened(written)}" is not a country code', hint)


@lru_cache(maxsize=1024)
def _country_meant(written: str) -> str:
    names = {country_name(code): code for code in country_codes()}
    return suggestion(written, country_codes(), names)


def url(written: str) -> str:
    """An absolute http(s) address, without anything that HTML would cut it at."""
    allowed = _NOT_IN_ADDRESS.search(written) is None
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    host = parts.hostname or ""
    named = bool(host) and not set(host) & set(string.whitespace + "/@")
    if not (allowed and parts.scheme in ("http", "https") and named and port != 0):
        raise Wrong("E110", f'"{shortened(written)}" is not a web address')
    if parts.username is not None:
        raise Wrong("E110", "the address holds a user name", "give the address without it")
    return written


def shortened(written: str) -> str:
    """As much of a value as a message can hold."""
    return written if len(written) <= 60 else written[:57] + "…"
