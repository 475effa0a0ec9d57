"""Every address inside a built site, and whether something answers it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

# Attributes that hold an address.
ADDRESSES = ("href", "src", "action", "cite", "poster", "data")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as it is written in a file of the site, and where it leads."""

    file: str
    written: str
    target: str


def broken(site: Mapping[str, bytes], url: str) -> list[str]:
    """A line for each internal address that nothing answers. `url` is SITEURL.

    Whatever leads to the site's own host is internal, also when it misses the site's path.
    """
    fragments = {name: _ids(data) for name, data in site.items() if name.endswith(".html")}
    faults = []
    for reference in references(site, url):
        fault = _fault(reference, site, url, fragments)
        if fault:
            faults.append(f"{reference.file}: {reference.written}: {fault}")
    return faults


def references(site: Mapping[str, bytes], url: str) -> Iterator[Reference]:
    """Every address of the site's own host, in pages, feeds, the sitemap and linked data."""
    host = urlsplit(url).netloc
    for name, data in site.items():
        for written in _written(name, data):
            target = urljoin(f"{url}/{name.removesuffix('index.html')}", written)
            if urlsplit(target).netloc == host:
                yield Reference(name, written, target)


def _written(name: str, data: bytes) -> Iterator[str]:
    if name.endswith(".html"):
        yield from _in_page(data)
    elif name.endswith(".json") and name.rpartition("/")[2].startswith("feed"):
        yield from _in_json(json.loads(data))
    elif name.endswith((".xml", ".svg")):
        yield from _in_xml(data)
    elif name == "robots.txt":
        yield data.decode().split("Sitemap: ")[1].strip()


def _in_page(data: bytes) -> Iterator[str]:
    page = html.document_fromstring(data.decode())
    for element in page.iter(etree.Element):
        for attribute in ADDRESSES:
            if attribute in element.attrib:
                yield element.attrib[attribute]
        if element.get("http-equiv", "").lower() == "refresh":
            yield element.attrib["content"].split("url=", 1)[1]
        if element.tag == "script" and element.get("type") == "application/ld+json":
            yield from _in_json(json.loads(element.text or ""))


def _in_json(value: object) -> Iterator[str]:
    match value:
        case dict():
            for inner in value.values():
                yield from _in_json(inner)
        case list():
            for inner in value:
                yield from _in_json(inner)
        case str() if value.startswith(("http://", "https://")):
            yield value


def _in_xml(data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter(etree.Element):
        for attribute in ("href", "xmlUrl", "htmlUrl"):
            if attribute in element.attrib:
                yield str(element.attrib[attribute])
        text = (element.text or "").strip()
        if text.startswith(("http://", "https://")) and " " not in text:
            yield text


def _ids(data: bytes) -> set[str]:
    page = html.document_fromstring(data.decode())
    return {element.attrib["id"] for element in page.iter(etree.Element) if "id" in element.attrib}


def _fault(
    reference: Reference, site: Mapping[str, bytes], url: str, fragments: Mapping[str, set[str]]
) -> str:
    parts = urlsplit(reference.target)
    base = urlsplit(url).path + "/"
    if not parts.path.startswith(base) and parts.path + "/" != base:
        return f"leads to {parts.path}, outside {base}"
    path = unquote(parts.path[len(base) :])
    file = path if path and not path.endswith("/") else f"{path}index.html"
    if file not in site:
        return f"there is no {file}"
    if parts.fragment and unquote(parts.fragment) not in fragments.get(file, set()):
        return f"{file} has no #{parts.fragment}"
    return ""
