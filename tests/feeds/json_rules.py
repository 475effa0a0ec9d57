"""The rules of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), each with its section."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from texts_in_feeds import MIDNIGHT, harm_in_html, is_language, is_rfc_3339, is_web_address

Feed = dict[str, Any]

_TOP = {
    *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url"),
    *("icon", "favicon", "authors", "language", "expired", "hubs", "items"),
}
_ITEM = {
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image"),
    *("banner_image", "date_published", "date_modified", "authors", "tags", "language"),
    "attachments",
}


def _items(feed: Feed) -> list[dict[str, Any]]:
    items = feed.get("items")
    return [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []


def _dates(feed: Feed) -> Iterator[object]:
    for item in _items(feed):
        yield from (item[key] for key in ("date_published", "date_modified") if key in item)


def _extensions(feed: Feed) -> Iterator[tuple[str, Any]]:
    for holder in (feed, *_items(feed)):
        yield from ((key, value) for key, value in holder.items() if key.startswith("_"))


def version_is_stated(feed: Feed) -> Iterator[str]:
    """ "Top-level", version."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version is {feed.get('version')!r}"


def feed_has_a_title(feed: Feed) -> Iterator[str]:
    """ "Top-level", title: required, a string."""
    if not isinstance(feed.get("title"), str) or not feed["title"]:
        yield f"title is {feed.get('title')!r}"


def feed_says_where_it_is(feed: Feed) -> Iterator[str]:
    """ "Top-level", home_page_url and feed_url: required of feeds on the public web."""
    for key in ("home_page_url", "feed_url"):
        if not isinstance(feed.get(key), str):
            yield f"{key} is {feed.get(key)!r}"


def next_url_leads_on(feed: Feed) -> Iterator[str]:
    """ "Top-level", next_url: must not be the same as feed_url."""
    if "next_url" in feed and feed["next_url"] == feed.get("feed_url"):
        yield f"both are {feed['next_url']!r}"


def authors_are_objects(feed: Feed) -> Iterator[str]:
    """ "Top-level", authors: an array of objects, each with name, url or avatar."""
    for holder in (feed, *_items(feed)):
        authors = holder.get("authors", [])
        if not isinstance(authors, list):
            yield f"authors is {authors!r}"
            continue
        for author in authors:
            if not isinstance(author, dict) or not {"name", "url", "avatar"} & author.keys():
                yield f"an author is {author!r}"


def nothing_is_deprecated(feed: Feed) -> Iterator[str]:
    """ "Deprecations": new feeds use authors, not author."""
    yield from ("author is used" for holder in (feed, *_items(feed)) if "author" in holder)


def languages_are_tags(feed: Feed) -> Iterator[str]:
    """ "Top-level" and "Items", language: as in RFC 5646."""
    for holder in (feed, *_items(feed)):
        if "language" in holder and not is_language(str(holder["language"])):
            yield f"language is {holder['language']!r}"


def items_are_an_array_of_objects(feed: Feed) -> Iterator[str]:
    """ "Items": an array, and required."""
    items = feed.get("items")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        yield "items is not an array of objects"


def items_have_an_id(feed: Feed) -> Iterator[str]:
    """ "Items", id: required, a string."""
    for number, item in enumerate(_items(feed), 1):
        if not isinstance(item.get("id"), str) or not item["id"]:
            yield f"item {number}: id is {item.get('id')!r}"


def ids_are_unique(feed: Feed) -> Iterator[str]:
    """ "Items", id: unique for that item for that feed over time."""
    times = Counter(str(item["id"]) for item in _items(feed) if item.get("id"))
    yield from (f"{one!r} stands {n} times" for one, n in times.items() if n > 1)


def items_have_content(feed: Feed) -> Iterator[str]:
    """ "Items", content_html and content_text: one or both."""
    for number, item in enumerate(_items(feed), 1):
        if not any(isinstance(item.get(key), str) for key in ("content_html", "content_text")):
            yield f"item {number}"


def html_is_harmless(feed: Feed) -> Iterator[str]:
    """ "Items", content_html: readers render it."""
    for item in _items(feed):
        yield from harm_in_html(item.get("content_html", "<p></p>"))


def items_are_dated(feed: Feed) -> Iterator[str]:
    """ "Items", date_published and date_modified: what a reader sorts by."""
    for number, item in enumerate(_items(feed), 1):
        if not {"date_published", "date_modified"} <= item.keys():
            yield f"item {number}"


def dates_are_rfc_3339(feed: Feed) -> Iterator[str]:
    """ "Items", date_published and date_modified."""
    yield from (f"{date!r}" for date in _dates(feed) if not is_rfc_3339(str(date)))


def dates_are_of_no_clock(feed: Feed) -> Iterator[str]:
    """ "Items", date_modified: an edit's day, at its beginning, and never the time of a build."""
    for date in _dates(feed):
        if is_rfc_3339(str(date)) and MIDNIGHT not in str(date):
            yield f"{date!r}"


def tags_are_an_array_of_strings(feed: Feed) -> Iterator[str]:
    """ "Items", tags. Ours is the grade, which no item goes without."""
    for number, item in enumerate(_items(feed), 1):
        tags = item.get("tags")
        if not isinstance(tags, list) or not tags or not all(isinstance(tag, str) for tag in tags):
            yield f"item {number}: tags is {tags!r}"


def addresses_are_absolute(feed: Feed) -> Iterator[str]:
    """ "Top-level" and "Items": each of them is a URL, and JSON has no base for a relative one."""
    written = [feed[key] for key in ("home_page_url", "feed_url", "next_url") if key in feed]
    written += [item["url"] for item in _items(feed) if "url" in item]
    for holder in (feed, *_items(feed)):
        authors = holder.get("authors", [])
        authors = authors if isinstance(authors, list) else []
        written += [author["url"] for author in authors if "url" in author]
    written += [said["about"] for _, said in _extensions(feed) if _has_about(said)]
    yield from (f"{address!r}" for address in written if not is_web_address(str(address)))


def keys_are_known_or_extensions(feed: Feed) -> Iterator[str]:
    """ "Extensions": names begin with _ and a letter and hold no dot; no other key is added."""
    extension = re.compile(r"_[A-Za-z][^.]*")
    deprecated = {"author"}
    for holder, known in ((feed, _TOP), *((item, _ITEM) for item in _items(feed))):
        for key in holder.keys() - known - deprecated:
            if not extension.fullmatch(key):
                yield f"{key!r}"


def extensions_are_objects_with_plain_keys(feed: Feed) -> Iterator[str]:
    """ "Extensions": custom objects; only their names begin with _, and no key holds a dot."""
    for name, said in _extensions(feed):
        if not isinstance(said, dict):
            yield f"{name} is {said!r}"
        elif any(key.startswith("_") or "." in key for key in said):
            yield f"{name} has {sorted(said)}"


def extensions_say_what_they_are(feed: Feed) -> Iterator[str]:
    """ "Extensions", about: at least once in a feed."""
    used = {name for name, _ in _extensions(feed)}
    told = {name for name, said in _extensions(feed) if _has_about(said)}
    yield from (f"{name} has no about" for name in used - told)


def _has_about(said: object) -> bool:
    return isinstance(said, dict) and "about" in said


RULES = (
    version_is_stated,
    feed_has_a_title,
    feed_says_where_it_is,
    next_url_leads_on,
    authors_are_objects,
    nothing_is_deprecated,
    languages_are_tags,
    items_are_an_array_of_objects,
    items_have_an_id,
    ids_are_unique,
    items_have_content,
    html_is_harmless,
    items_are_dated,
    dates_are_rfc_3339,
    dates_are_of_no_clock,
    tags_are_an_array_of_strings,
    addresses_are_absolute,
    keys_are_known_or_extensions,
    extensions_are_objects_with_plain_keys,
    extensions_say_what_they_are,
)
