"""Pelican's settings as the site's, or a refusal that says which one to mend."""

import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import date as Day
from typing import Any, Literal
from urllib.parse import urlsplit

from dateline.check import Policy
from dateline.plan import SiteSettings
from dateline.publish import Refused

_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_NOT_IN_URL = re.compile(r"[\s\x00-\x1f<>\"'\\\ue000]")


def site_settings(settings: Mapping[str, Any]) -> SiteSettings:
    """Raises Refused for a setting that cannot be used."""
    return SiteSettings(
        name=_text(settings, "SITENAME"),
        url=_site_url(settings),
        description=_text(settings, "SITE_DESCRIPTION"),
        licence_name=_text(settings, "LICENCE_NAME"),
        licence_url=_text(settings, "LICENCE_URL"),
        feed_authority=_feed_authority(settings),
        relative=bool(settings.get("RELATIVE_URLS")),
        language=str(settings.get("DEFAULT_LANG", "en")),
        navigation=_links(settings, "NAVIGATION"),
        footer=_links(settings, "FOOTER_LINKS"),
        list_rows=_number(settings, "LIST_ROWS", 100),
        feed_items=_number(settings, "FEED_ITEMS", 50),
        feed_bytes=_number(settings, "FEED_BYTES", 100_000),
        data_files=_data_files(settings),
    )


def policy(settings: Mapping[str, Any]) -> Policy:
    """What the check goes by. TODAY pins the day, for checks that must repeat. Raises Refused."""
    uncited = settings.get("UNCITED_SENTENCES", "warning")
    if uncited not in ("warning", "error"):
        raise Refused(f'UNCITED_SENTENCES is {uncited!r}; write "warning" or "error"')
    return Policy(today(), uncited_is_error=uncited == "error")


def today() -> Day:
    """The environment's TODAY, or today in UTC. Raises Refused."""
    written = os.environ.get("TODAY", "")
    if not written:
        return datetime.now(UTC).date()
    try:
        return Day.fromisoformat(written)
    except ValueError:
        raise Refused(f'TODAY is "{written}"; write a day such as 2021-05-09') from None


def processes() -> int:
    """How many may read content: two where this process may use two cores, or what the environment
    says in DATELINE_PROCESSES. Raises Refused."""
    match os.environ.get("DATELINE_PROCESSES", ""):
        case "":
            return min(2, _cores())
        case "1" | "2" as written:
            return int(written)
        case other:
            raise Refused(f'DATELINE_PROCESSES is "{other}"; write 1 or 2')


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _text(settings: Mapping[str, Any], name: str) -> str:
    value = settings.get(name)
    if not isinstance(value, str) or not value.strip():
        raise Refused(f"the setting {name} is missing; give it a text in pelicanconf.py")
    return value


def _number(settings: Mapping[str, Any], name: str, default: int) -> int:
    value = settings.get(name, default)
    if not isinstance(value, int) or value < 1:
        raise Refused(f"{name} is {value!r}; write a whole number from 1")
    return value


def _data_files(settings: Mapping[str, Any]) -> Literal["always", "publish"]:
    match settings.get("DATA_FILES", "always"):
        case "always":
            return "always"
        case "publish":
            return "publish"
        case other:
            raise Refused(f'DATA_FILES is {other!r}; write "always" or "publish"')


def _site_url(settings: Mapping[str, Any]) -> str:
    url = str(settings.get("SITEURL") or "").rstrip("/")
    if not _is_site_url(url):
        raise Refused(
            f'SITEURL is "{url}"; write the whole address, such as https://host/path, in the '
            "settings or, for publishconf.py, in the environment"
        )
    return url


def _is_site_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and port != 0
        and not (parts.query or parts.fragment or parts.username)
        and not _NOT_IN_URL.search(url)
    )


def _feed_authority(settings: Mapping[str, Any]) -> tuple[str, int]:
    match settings.get("FEED_AUTHORITY"):
        case (str(host), int(year)) if _HOST.fullmatch(host) and 1970 <= year <= 9999:
            return host, year
        case other:
            message = f'FEED_AUTHORITY is {other!r}; write ("host", year), and never change it'
            raise Refused(message)


def _links(settings: Mapping[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for entry in settings.get(name) or ():
        match entry:
            case (str(kind), str(text)):
                found.append((kind, text))
            case other:
                raise Refused(f'{name} holds {other!r}; write pairs as ("timeline", "Timeline")')
    return tuple(found)
