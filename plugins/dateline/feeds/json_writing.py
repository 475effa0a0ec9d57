"""Channels and items as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

There is no `summary`: the text of an item begins with it, and a feed has a limit in bytes.
"""

import json
from datetime import date as Day
from typing import Any

from dateline.feeds.channel import Channel
from dateline.feeds.item import Item
from dateline.feeds.surround import Surround

VERSION = "https://jsonfeed.org/version/1.1"

# The format has no field for a grade or a licence, and leaves names that begin so to publishers.
EXTENSION = "_dateline"

# One for all: `json.dumps` with options makes a new one each time.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class JsonWriter:
    def surround(self, channel: Channel) -> Surround:
        opened = _written(_feed(channel)).removesuffix(b"}")
        return Surround(opened + b',"items":[\n', b",\n", b"\n]}\n")

    def item(self, item: Item, statement: str) -> bytes:
        return _written(_item(item, statement))


def _feed(channel: Channel) -> dict[str, Any]:
    """An archive page says the address of the feed to which it belongs, which is what identifies a
    feed in this format, and leads to the page before it; there is no word for the way back."""
    return {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.current or channel.here,
        "description": channel.description,
        **({"next_url": channel.older} if channel.older else {}),
        "language": channel.language,
        "authors": [{"name": channel.site_name, "url": channel.site_address}],
        EXTENSION: _extension(channel),
    }


def _extension(channel: Channel) -> dict[str, Any]:
    licence = {"name": channel.licence_name, "url": channel.licence_url}
    return {
        **({"about": channel.about} if channel.about else {}),
        "licence": {key: value for key, value in licence.items() if value},
    }


def _item(item: Item, statement: str) -> dict[str, Any]:
    return {
        "id": item.id,
        **({"url": item.link} if item.link else {}),
        "title": item.title,
        "content_html": statement,
        "date_published": _midnight(item.day),
        "date_modified": _midnight(item.day),
        "tags": [item.grade_word],
        EXTENSION: {"grade": item.grade},
    }


def _midnight(day: Day) -> str:
    """A day stands for its beginning, at UTC, as in the other forms."""
    return f"{day.isoformat()}T00:00:00Z"


def _written(value: dict[str, Any]) -> bytes:
    return _encode(value).encode()
