"""The table of the rules of all forms, and what of them a document breaks.

A rule is a function that yields a line for each fault; its docstring names the section of the
specification. The rules of bytes come first: what cannot be read is asked no more.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import atom_rules
import json_rules
import rss_rules
from lxml import etree
from texts_in_feeds import control_characters

Rule = Callable[[Any], Iterator[str]]


def is_well_formed_xml_in_utf_8(data: bytes) -> Iterator[str]:
    """XML 1.0, sections 2.1 and 4.3.3: well formed, and its declaration says how it is encoded."""
    declared = data[:60].replace(b"'", b'"')
    if not declared.startswith(b'<?xml version="1.0" encoding="UTF-8"?>'):
        yield "does not begin by saying that it is UTF-8"
    try:
        etree.fromstring(data)
    except etree.XMLSyntaxError as error:
        yield str(error)


def is_json_in_utf_8(data: bytes) -> Iterator[str]:
    """RFC 8259, sections 8.1 (UTF-8 without a byte order mark) and 4 (names are unique)."""
    try:
        found = json.loads(data.decode(), object_pairs_hook=_unique)
    except ValueError as error:
        yield str(error)
    else:
        if not isinstance(found, dict):
            yield "is no object"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(f"a name stands twice among {[name for name, _ in pairs]}")
    return found


def xml_holds_no_control_characters(root: etree._Element) -> Iterator[str]:
    """XML 1.0, section 2.2: the C1 controls are discouraged, those of C0 no characters at all."""
    for element in root.iter(etree.Element):
        for text in (element.text, element.tail, *element.attrib.values()):
            yield from control_characters(text or "")


def json_holds_no_control_characters(value: object) -> Iterator[str]:
    """RFC 8259, section 7, allows them escaped; no reader shows them."""
    match value:
        case dict():
            for inner in (*value, *value.values()):
                yield from json_holds_no_control_characters(inner)
        case list():
            for inner in value:
                yield from json_holds_no_control_characters(inner)
        case str():
            yield from control_characters(value)


BYTE_RULES: dict[str, Rule] = {
    "rss": is_well_formed_xml_in_utf_8,
    "atom": is_well_formed_xml_in_utf_8,
    "json": is_json_in_utf_8,
}

RULES: dict[str, tuple[Rule, ...]] = {
    "rss": (*rss_rules.RULES, xml_holds_no_control_characters),
    "atom": (*atom_rules.RULES, xml_holds_no_control_characters),
    "json": (*json_rules.RULES, json_holds_no_control_characters),
}


def form_of(path: str) -> str:
    name = path.rpartition("/")[2]
    return "json" if name.endswith(".json") else "atom" if name.startswith("atom") else "rss"


def faults(form: str, data: bytes) -> list[tuple[str, str]]:
    """(the rule's name, what it found) of every rule of that form."""
    unreadable = BYTE_RULES[form]
    found = [(unreadable.__name__, fault) for fault in unreadable(data)]
    if found:
        return found
    read = json.loads(data) if form == "json" else etree.fromstring(data)
    return [(rule.__name__, fault) for rule in RULES[form] for fault in rule(read)]
