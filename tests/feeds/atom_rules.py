"""The rules of Atom (RFC 4287), each with its section, and of RFC 5005 for archive pages."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree
from texts_in_feeds import (
    MIDNIGHT,
    harm_in_html,
    is_iri,
    is_language,
    is_rfc_3339,
    is_web_address,
)

ATOM = "{http://www.w3.org/2005/Atom}"
FH = "{http://purl.org/syndication/history/1.0}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_TEXTS = tuple(f"{ATOM}{name}" for name in ("title", "subtitle", "rights", "summary", "content"))


def _entries(root: etree._Element) -> list[etree._Element]:
    return list(root.iterchildren(f"{ATOM}entry"))


def _one(parent: etree._Element, name: str, where: str) -> Iterator[str]:
    found = [element.text for element in parent.findall(f"{ATOM}{name}")]
    if len(found) != 1 or not found[0]:
        yield f"{where}: {name} is {found}"


def _one_in_each_entry(root: etree._Element, name: str) -> Iterator[str]:
    for number, entry in enumerate(_entries(root), 1):
        yield from _one(entry, name, f"entry {number}")


def _links(parent: etree._Element, rel: str) -> list[str]:
    """A link without rel is an alternate one (section 4.2.7.2)."""
    links = parent.findall(f"{ATOM}link")
    return [link.get("href", "") for link in links if link.get("rel", "alternate") == rel]


def top_is_a_feed(root: etree._Element) -> Iterator[str]:
    """Section 4.1.1, and 2 for the namespace."""
    if root.tag != f"{ATOM}feed":
        yield f"<{root.tag}>"


def feed_has_an_id(root: etree._Element) -> Iterator[str]:
    """Section 4.1.1: exactly one atom:id."""
    yield from _one(root, "id", "feed")


def feed_has_a_title(root: etree._Element) -> Iterator[str]:
    """Section 4.1.1: exactly one atom:title."""
    yield from _one(root, "title", "feed")


def feed_is_dated(root: etree._Element) -> Iterator[str]:
    """Section 4.1.1: exactly one atom:updated."""
    yield from _one(root, "updated", "feed")


def feed_names_itself(root: etree._Element) -> Iterator[str]:
    """Section 4.1.1: one atom:link with rel "self"."""
    if len(_links(root, "self")) != 1:
        yield f"self is {_links(root, 'self')}"


def feed_leads_to_one_page(root: etree._Element) -> Iterator[str]:
    """Section 4.1.1: not more than one alternate link of one type."""
    if len(_links(root, "alternate")) != 1:
        yield f"alternate is {_links(root, 'alternate')}"


def feed_has_an_author(root: etree._Element) -> Iterator[str]:
    """Sections 4.1.1 and 3.2.1: an author, who has a name, unless every entry has one."""
    parents = [root] if root.find(f"{ATOM}author") is not None else _entries(root) or [root]
    for parent in parents:
        if not parent.findtext(f"{ATOM}author/{ATOM}name"):
            yield f"<{parent.tag}> has no author with a name"


def feed_says_its_language(root: etree._Element) -> Iterator[str]:
    """Section 2: xml:lang, without which texts have no known language."""
    if not is_language(root.get(LANG, "")):
        yield f"xml:lang is {root.get(LANG)!r}"


def entries_have_an_id(root: etree._Element) -> Iterator[str]:
    """Section 4.1.2: exactly one atom:id."""
    yield from _one_in_each_entry(root, "id")


def entries_have_a_title(root: etree._Element) -> Iterator[str]:
    """Section 4.1.2: exactly one atom:title."""
    yield from _one_in_each_entry(root, "title")


def entries_are_dated(root: etree._Element) -> Iterator[str]:
    """Section 4.1.2: exactly one atom:updated."""
    yield from _one_in_each_entry(root, "updated")


def entries_have_a_category(root: etree._Element) -> Iterator[str]:
    """Section 4.2.2.1: a category has a term. Ours is the grade, which no entry goes without."""
    for number, entry in enumerate(_entries(root), 1):
        terms = [category.get("term") for category in entry.findall(f"{ATOM}category")]
        if not terms or not all(terms):
            yield f"entry {number}: {terms}"


def ids_are_unique(root: etree._Element) -> Iterator[str]:
    """Section 4.1.1: entries with one id are the same entry."""
    times = Counter(entry.findtext(f"{ATOM}id") for entry in _entries(root))
    yield from (f"{one!r} stands {n} times" for one, n in times.items() if one and n > 1)


def ids_are_iris(root: etree._Element) -> Iterator[str]:
    """Section 4.2.6: an IRI, never relative."""
    for element in root.iter(f"{ATOM}id"):
        if element.text and not is_iri(element.text):
            yield f"{element.text!r}"


def links_are_absolute(root: etree._Element) -> Iterator[str]:
    """Section 4.2.7.1 allows references relative to a base; a feed is read far from its base."""
    written = [link.get("href", "") for link in root.iter(f"{ATOM}link")]
    written += [uri.text or "" for uri in root.iter(f"{ATOM}uri")]
    yield from (f"{address!r}" for address in written if not is_web_address(address))


def dates_are_rfc_3339(root: etree._Element) -> Iterator[str]:
    """Section 3.3."""
    for element in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        if element.text and not is_rfc_3339(element.text):
            yield f"{element.text!r}"


def feed_is_as_new_as_its_newest_entry(root: etree._Element) -> Iterator[str]:
    """Section 4.2.15: the last change of moment, which is an entry's and never the build's."""
    updated = root.findtext(f"{ATOM}updated", "")
    dates = [entry.findtext(f"{ATOM}updated", "") for entry in _entries(root)]
    if updated and MIDNIGHT not in updated:
        yield f"updated is {updated!r}"
    elif updated and dates and max(dates)[:10] != updated[:10]:
        yield f"updated is {updated!r}, the newest entry's {max(dates)!r}"


def texts_have_a_known_type(root: etree._Element) -> Iterator[str]:
    """Section 3.1.1: text, html or xhtml; those that hold our HTML say html."""
    for element in root.iter(*_TEXTS):
        known = ("html",) if element.tag in _TEXTS[3:] else ("text", "html", "xhtml")
        if element.get("type", "text") not in known:
            yield f"<{element.tag}> is {element.get('type')!r}"


def html_holds_no_elements(root: etree._Element) -> Iterator[str]:
    """Section 3.1.1.2: HTML is escaped."""
    for element in root.iter(*_TEXTS):
        if len(element):
            yield f"<{element.tag}> has child elements"


def html_is_harmless(root: etree._Element) -> Iterator[str]:
    """Section 8.1: readers render what is in it."""
    for element in root.iter(*_TEXTS):
        if element.get("type") == "html":
            yield from harm_in_html("".join(element.itertext()))


def entries_have_content_or_lead_to_it(root: etree._Element) -> Iterator[str]:
    """Section 4.1.2: without atom:content an alternate link; never two of one type."""
    for number, entry in enumerate(_entries(root), 1):
        pages = _links(entry, "alternate")
        if len(pages) > 1 or not (pages or entry.findall(f"{ATOM}content")):
            yield f"entry {number}: alternate is {pages}"


def archive_pages_lead_to_their_feed(root: etree._Element) -> Iterator[str]:
    """RFC 5005, section 4: fh:archive marks a page of the archive, `current` leads to the feed."""
    if bool(root.findall(f"{FH}archive")) != (len(_links(root, "current")) == 1):
        yield f"current is {_links(root, 'current')}"


def archive_pages_lead_further_back(root: etree._Element) -> Iterator[str]:
    """RFC 5005, section 4: at most one prev-archive, and it is another document."""
    older = _links(root, "prev-archive")
    if len(older) > 1 or set(older) & {*_links(root, "self"), *_links(root, "current")}:
        yield f"prev-archive is {older}"


RULES = (
    top_is_a_feed,
    feed_has_an_id,
    feed_has_a_title,
    feed_is_dated,
    feed_names_itself,
    feed_leads_to_one_page,
    feed_has_an_author,
    feed_says_its_language,
    entries_have_an_id,
    entries_have_a_title,
    entries_are_dated,
    entries_have_a_category,
    ids_are_unique,
    ids_are_iris,
    links_are_absolute,
    dates_are_rfc_3339,
    feed_is_as_new_as_its_newest_entry,
    texts_have_a_known_type,
    html_holds_no_elements,
    html_is_harmless,
    entries_have_content_or_lead_to_it,
    archive_pages_lead_to_their_feed,
    archive_pages_lead_further_back,
)
