"""YAML as briefs use it: scalars as they are written, lists and mappings, with positions.

Decodes PyYAML's C event stream. Composing by ourselves is what shows anchors, tags and duplicate
keys, keeps `no` and `0123` as text, and bounds the depth; PyYAML's own C composer overflows the
stack on deep nesting and hides the first two. Rules: brief format, "How it is read".
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from dateline.read.yaml_faults import in_plain_words

MAX_DEPTH = 8


class Mark(NamedTuple):
    """A place in the front matter: line and column from 0, in characters."""

    line: int
    column: int


class Scalar(NamedTuple):
    text: str
    mark: Mark
    plain: bool

    @property
    def is_empty(self) -> bool:
        """A key with nothing behind it, which is read as absent; "" in quotes is not."""
        return self.plain and not self.text


class Sequence(NamedTuple):
    """`flow` when it stands in brackets, here and in Mapping."""

    items: tuple["Node", ...]
    mark: Mark
    flow: bool


class Mapping(NamedTuple):
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


# Gives the next event of the parser each time that it is called.
Next = Callable[[], Any]

# Looked at hundreds of times in a file, and each look at a module costs; so does the way through
# the functions by which a named tuple is made of its fields.
_MAKE: Any = tuple.__new__
_SCALAR = yaml.ScalarEvent
_MAPPING_END = yaml.MappingEndEvent
_SEQUENCE_END = yaml.SequenceEndEvent
_SEQUENCE_START = yaml.SequenceStartEvent


def compose(text: str) -> tuple[Node | None, list[NotRead]]:
    """The one document of `text`, and the faults that do not keep it from being read.

    Raises NotRead at the first fault that does.
    """
    faults: list[NotRead] = []
    try:
        parser = CParser(text)
        try:
            return _document(parser.get_event, faults), faults
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        told = in_plain_words(error, text)
        mark = Mark(told.line, told.column)
        raise NotRead("E005", mark, told.message, told.remedy) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        raise NotRead("E002", Mark(line, 0), "a character that YAML does not allow") from None


def _document(following: Next, faults: list[NotRead]) -> Node | None:
    event = following()
    while isinstance(event, yaml.DocumentStartEvent | yaml.StreamStartEvent):
        event = following()
    if isinstance(event, yaml.StreamEndEvent):
        return None
    node = _node(event, following, 1, faults)
    event = following()
    while isinstance(event, yaml.DocumentEndEvent):
        event = following()
    if not isinstance(event, yaml.StreamEndEvent):
        mark = Mark(event.start_mark.line, event.start_mark.column)
        raise NotRead("E005", mark, "a second YAML document", "keep one front matter in a file")
    return node


def _node(event: Any, following: Next, depth: int, faults: list[NotRead]) -> Node:
    at = event.start_mark
    mark = _MAKE(Mark, (at.line, at.column))
    kind = type(event)
    if kind is _SCALAR and event.anchor is None and event.tag is None:
        scalar: Scalar = _MAKE(Scalar, (event.value, mark, not event.style))
        return scalar
    if event.anchor is not None or isinstance(event, yaml.AliasEvent):
        what = "an alias, *" if isinstance(event, yaml.AliasEvent) else "an anchor, &"
        raise NotRead("E006", mark, f"{what}{event.anchor}")
    if event.tag is not None:
        raise NotRead("E006", mark, f"a tag, {event.tag}")
    if depth > MAX_DEPTH:
        raise NotRead("E008", mark, f"nested deeper than {MAX_DEPTH} levels")
    if kind is _SEQUENCE_START:
        return Sequence(_items(following, depth, faults), mark, bool(event.flow_style))
    return Mapping(_pairs(following, depth, faults), mark, bool(event.flow_style))


def _items(following: Next, depth: int, faults: list[NotRead]) -> tuple[Node, ...]:
    items: list[Node] = []
    event = following()
    while type(event) is not _SEQUENCE_END:
        items.append(_node(event, following, depth + 1, faults))
        event = following()
    return tuple(items)


def _pairs(following: Next, depth: int, faults: list[NotRead]) -> tuple[tuple[Scalar, Node], ...]:
    pairs: list[tuple[Scalar, Node]] = []
    seen: set[str] = set()
    event = following()
    while type(event) is not _MAPPING_END:
        key = _node(event, following, depth + 1, faults)
        if type(key) is not Scalar:
            raise NotRead("E103", key.mark, "a key that is not a word", "put the text in quotes")
        name = key.text
        if name == "<<" and key.plain:
            raise NotRead("E006", key.mark, "a merge key, <<")
        value = _node(following(), following, depth + 1, faults)
        if name in seen:
            faults.append(NotRead("E007", key.mark, f'the key "{name}" is given twice'))
        else:
            seen.add(name)
            pairs.append((key, value))
        event = following()
    return tuple(pairs)
