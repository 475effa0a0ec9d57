"""The rules of RSS 2.0 (https://www.rssboard.org/rss-specification), each with its section, of the
Best Practices Profile, and of RFC 5005 for archive pages."""

import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree
from texts_in_feeds import MIDNIGHT, harm_in_html, is_language, is_web_address

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
FH = "{http://purl.org/syndication/history/1.0}"

_CHANNEL = {
    *("title", "link", "description", "language", "copyright", "managingEditor", "webMaster"),
    *("pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image"),
    *("textInput", "skipHours", "skipDays", "item"),
}
_ITEM = {
    *("title", "link", "description", "author", "category", "comments", "enclosure", "guid"),
    *("pubDate", "source"),
}
_RFC_822 = re.compile(
    r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)"
)


def _items(root: etree._Element) -> list[etree._Element]:
    return list(root.iter("item"))


def _dates(root: etree._Element) -> list[str]:
    return [element.text or "" for element in root.iter("pubDate", "lastBuildDate")]


def version_is_stated(root: etree._Element) -> Iterator[str]:
    """ "What is RSS?": the top is <rss> with the attribute version, which is 2.0."""
    if root.tag != "rss" or root.get("version") != "2.0":
        yield f"<{root.tag} version={root.get('version')!r}>"


def there_is_one_channel(root: etree._Element) -> Iterator[str]:
    """ "What is RSS?": subordinate to <rss> is a single <channel>."""
    if [child.tag for child in root] != ["channel"]:
        yield f"holds {[child.tag for child in root]}"


def channel_has_title_link_description(root: etree._Element) -> Iterator[str]:
    """ "Required channel elements"."""
    for name in ("title", "link", "description"):
        found = [element.text for element in root.findall(f"channel/{name}")]
        if len(found) != 1 or not found[0]:
            yield f"{name} is {found}"


def elements_are_of_rss_or_of_a_namespace(root: etree._Element) -> Iterator[str]:
    """ "Extending RSS": other elements only if they are defined in a namespace."""
    for parent, known in (("channel", _CHANNEL), ("item", _ITEM)):
        for element in root.iter(parent):
            names = {str(child.tag) for child in element.iterchildren(etree.Element)}
            yield from (f"<{name}>" for name in names - known if not name.startswith("{"))


def channel_names_itself(root: etree._Element) -> Iterator[str]:
    """Best Practices Profile, "atom:link": one with rel "self", its type that of RSS."""
    found = [link for link in root.iter(f"{ATOM}link") if link.get("rel") == "self"]
    if [link.get("type") for link in found] != ["application/rss+xml"]:
        yield f"{len(found)} links with rel self"


def links_are_absolute(root: etree._Element) -> Iterator[str]:
    """ "Comments", on links: they begin with a URI scheme; relative ones have no base in RSS."""
    written = [link.text or "" for link in root.iter("link")]
    written += [link.get("href", "") for link in root.iter(f"{ATOM}link")]
    yield from (f"{address!r}" for address in written if not is_web_address(address))


def language_is_a_tag(root: etree._Element) -> Iterator[str]:
    """ "Optional channel elements", language."""
    found = root.findtext("channel/language", "")
    if not is_language(found):
        yield f"language is {found!r}"


def channel_has_a_creator(root: etree._Element) -> Iterator[str]:
    """Best Practices Profile, "dc:creator": who made it, where there is no e-mail address."""
    found = [element.text for element in root.findall(f"channel/{DC}creator")]
    if len(found) != 1 or not found[0]:
        yield f"dc:creator is {found}"


def authors_are_e_mail_addresses(root: etree._Element) -> Iterator[str]:
    """ "Elements of <item>", author; "Optional channel elements", managingEditor, webMaster."""
    for element in root.iter("author", "managingEditor", "webMaster"):
        if "@" not in (element.text or ""):
            yield f"{element.tag} is {element.text!r}"


def dates_are_rfc_822(root: etree._Element) -> Iterator[str]:
    """ "Optional channel elements", pubDate: RFC 822, the year in four figures."""
    yield from (f"{date!r}" for date in _dates(root) if not _RFC_822.fullmatch(date))


def weekdays_are_those_of_their_dates(root: etree._Element) -> Iterator[str]:
    """RFC 822, section 5.2."""
    for date in filter(_RFC_822.fullmatch, _dates(root)):
        if "," in date and parsedate_to_datetime(date).strftime("%a") != date[:3]:
            yield f"{date!r}"


def channel_is_as_new_as_its_newest_item(root: etree._Element) -> Iterator[str]:
    """ "Optional channel elements", lastBuildDate: when the content changed, not the build's."""
    built = root.findtext("channel/lastBuildDate", "")
    dates = [item.findtext("pubDate", "") for item in _items(root)]
    times = [parsedate_to_datetime(date) for date in dates if _RFC_822.fullmatch(date)]
    if MIDNIGHT not in built:
        yield f"lastBuildDate is {built!r}"
    elif _RFC_822.fullmatch(built) and times and max(times) != parsedate_to_datetime(built):
        yield f"lastBuildDate is {built!r}, the newest item's {max(times)}"


def items_have_a_title_or_a_description(root: etree._Element) -> Iterator[str]:
    """ "Elements of <item>": at least one of them must be present."""
    for number, item in enumerate(_items(root), 1):
        if not item.findtext("title") and not item.findtext("description"):
            yield f"item {number}"


def items_have_a_date(root: etree._Element) -> Iterator[str]:
    """ "Elements of <item>", pubDate: what a reader sorts by."""
    for number, item in enumerate(_items(root), 1):
        if len(item.findall("pubDate")) != 1:
            yield f"item {number}"


def items_have_a_guid(root: etree._Element) -> Iterator[str]:
    """ "Elements of <item>", guid: by it a reader tells new items."""
    for number, item in enumerate(_items(root), 1):
        if len(item.findall("guid")) != 1 or not item.findtext("guid"):
            yield f"item {number}"


def guids_are_no_permalinks(root: etree._Element) -> Iterator[str]:
    """ "<guid> sub-element of <item>": true unless stated, and then it must open in a browser."""
    for guid in root.iter("guid"):
        if guid.get("isPermaLink") != "false":
            yield f"{guid.text!r} is said to be a permalink"


def guids_are_unique(root: etree._Element) -> Iterator[str]:
    """ "<guid> sub-element of <item>": a string that uniquely identifies the item."""
    times = Counter(guid.text for guid in root.iter("guid"))
    yield from (f"{guid!r} stands {n} times" for guid, n in times.items() if guid and n > 1)


def items_have_a_category(root: etree._Element) -> Iterator[str]:
    """ "<category> sub-element of <item>": the grade, without which nothing of ours goes out."""
    for number, item in enumerate(_items(root), 1):
        if not item.findtext("category") or not item.find("category").get("domain"):
            yield f"item {number}"


def descriptions_are_harmless(root: etree._Element) -> Iterator[str]:
    """Best Practices Profile, "description": entity-encoded HTML, which readers render."""
    for item in _items(root):
        yield from harm_in_html(item.findtext("description") or "<p></p>")


def archive_pages_lead_to_their_feed(root: etree._Element) -> Iterator[str]:
    """RFC 5005, section 4: fh:archive marks a page of the archive, `current` leads to the feed."""
    links = {link.get("rel"): link.get("href") for link in root.iter(f"{ATOM}link")}
    current = links.get("current")
    if bool(list(root.iter(f"{FH}archive"))) != (current is not None):
        yield f"current is {current!r}"


def archive_pages_lead_further_back(root: etree._Element) -> Iterator[str]:
    """RFC 5005, section 4: at most one prev-archive, and it is another document."""
    links = list(root.iter(f"{ATOM}link"))
    older = [link.get("href") for link in links if link.get("rel") == "prev-archive"]
    here = [link.get("href") for link in links if link.get("rel") in ("self", "current")]
    if len(older) > 1 or set(older) & set(here):
        yield f"prev-archive is {older}"


RULES = (
    version_is_stated,
    there_is_one_channel,
    channel_has_title_link_description,
    elements_are_of_rss_or_of_a_namespace,
    channel_names_itself,
    links_are_absolute,
    language_is_a_tag,
    channel_has_a_creator,
    authors_are_e_mail_addresses,
    dates_are_rfc_822,
    weekdays_are_those_of_their_dates,
    channel_is_as_new_as_its_newest_item,
    items_have_a_title_or_a_description,
    items_have_a_date,
    items_have_a_guid,
    guids_are_no_permalinks,
    guids_are_unique,
    items_have_a_category,
    descriptions_are_harmless,
    archive_pages_lead_to_their_feed,
    archive_pages_lead_further_back,
)
