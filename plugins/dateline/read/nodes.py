"""YAML as briefs use it: scalars as they are written, lists and mappings, with positions.

Decodes PyYAML's C event stream. Composing by ourselves is what shows anchors, tags and duplicate
keys, keeps `no` and `0123` as text, and bounds the depth; PyYAML's own C composer overflows the
stack on deep nesting and hides the first two. Rules: brief format, "How it is read".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from dateline.read.yaml_faults import in_plain_words

MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the front matter: line and column from 0, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    mark: Mark
    plain: bool

    @property
    def is_empty(self) -> bool:
        """A key with nothing behind it, which is read as absent; "" in quotes is not."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """`flow` when it stands in brackets, here and in Mapping."""

    items: tuple["Node", ...]
    mark: Mark
    flow: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """Pairs in the order written."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    mark: Mark
    flow: bool


Node = Scalar | Sequence | Mapping


def words_of(node: Node) -> Iterator[str]:
    """Every scalar in a node, keys too."""
    match node:
        case Scalar(text=text):
            yield text
        case Sequence(items=items):
            for item in items:
                yield from words_of(item)
        case Mapping(pairs=pairs):
            for key, value in pairs:
                yield key.text
                yield from words_of(value)


class NotRead(Exception):
    """The YAML cannot be read; `code` is a rule of the catalogue."""

    def __init__(self, code: str, mark: Mark, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.mark = mark
        self.message = message
        self.remedy = remedy


def compose(text: str) -> tuple[Node | None, list[NotRead]]:
    """The one document of `text`, and the faults that do not keep it from being read.

    Raises NotRead at the first fault that does.
    """
    faults: list[NotRead] = []
    events = _events(text)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent | yaml.StreamStartEvent):
            continue
        if isinstance(event, yaml.StreamEndEvent):
            return None, faults
        node = _node(event, events, 1, faults)
        _expect_end(events)
        return node, faults
    return None, faults


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        told = in_plain_words(error, text)
        mark = Mark(told.line, told.column)
        raise NotRead("E005", mark, told.message, told.remedy) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        raise NotRead("E002", Mark(line, 0), "a character that YAML does not allow") from None


def _expect_end(events: Iterator[Any]) -> None:
    for event in events:
        if isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
            continue
        mark = Mark(event.start_mark.line, event.start_mark.column)
        raise NotRead("E005", mark, "a second YAML document", "keep one front matter in a file")


def _node(event: Any, events: Iterator[Any], depth: int, faults: list[NotRead]) -> Node:
    mark = Mark(event.start_mark.line, event.start_mark.column)
    if isinstance(event, yaml.AliasEvent):
        raise NotRead("E006", mark, f"an alias, *{event.anchor}")
    if event.anchor is not None:
        raise NotRead("E006", mark, f"an anchor, &{event.anchor}")
    if event.tag is not None:
        raise NotRead("E006", mark, f"a tag, {event.tag}")
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, mark, plain=not event.style)
    if depth > MAX_DEPTH:
        raise NotRead("E008", mark, f"nested deeper than {MAX_DEPTH} levels")
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(tuple(_items(events, depth, faults)), mark, bool(event.flow_style))
    return Mapping(tuple(_pairs(events, depth, faults)), mark, bool(event.flow_style))


def _items(events: Iterator[Any], depth: int, faults: list[NotRead]) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events, depth + 1, faults)


def _pairs(
    events: Iterator[Any], depth: int, faults: list[NotRead]
) -> Iterator[tuple[Scalar, Node]]:
    seen: set[str] = set()
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        key = _node(event, events, depth + 1, faults)
        if not isinstance(key, Scalar):
            raise NotRead("E103", key.mark, "a key that is not a word", "put the text in quotes")
        if key.text == "<<" and key.plain:
            raise NotRead("E006", key.mark, "a merge key, <<")
        value = _node(next(events), events, depth + 1, faults)
        if key.text in seen:
            faults.append(NotRead("E007", key.mark, f'the key "{key.text}" is given twice'))
            continue
        seen.add(key.text)
        yield key, value
