"""The parts that every shape is made of: one value, a list, and what is said of a wrong one."""

from collections.abc import Callable, Iterator
from typing import Any

from dateline.frozen import frozen
from dateline.read.nodes import Mapping, Node, Scalar, Sequence
from dateline.read.reading import FieldPath, Reading
from dateline.read.scalars import Wrong, shortened

Read = Callable[[Node, FieldPath, Reading], Any]


@frozen
class Shape:
    """How a value is read, and what stands in its place when it cannot be."""

    read: Read
    blank: Any


def scalar(parse: Callable[[str], Any], blank: Any) -> Shape:
    def read(node: Node, path: FieldPath, reading: Reading) -> Any:
        if not isinstance(node, Scalar):
            no_scalar(node, "value", path, reading)
            return blank
        try:
            return parse(node.text)
        except Wrong as wrong:
            reading.fault(node.mark, path, wrong.code, wrong.message, wrong.remedy)
            return blank

    return Shape(read, blank)


def no_scalar(node: Node, what: str, path: FieldPath, reading: Reading) -> None:
    hint = f"write one {what}, without - or brackets"
    if isinstance(node, Mapping):
        hint = 'a ": " makes a key of the words before it: put the text in quotes'
    if what == "value" and isinstance(node, Sequence) and node.flow:
        hint = "put the text in quotes, or write one value without brackets"
    reading.fault(node.mark, path, "E103", f"{what_is(node)} where one {what} is wanted", hint)
    reading.pass_over(node)


def list_reader(item: Shape, least: int) -> Read:
    def read(node: Node, path: FieldPath, reading: Reading) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            message = f"{what_is(node)} where a list is wanted"
            hint = 'begin each item with "- ", on a line of its own'
            reading.fault(node.mark, path, "E103", message, hint)
            reading.pass_over(node)
            return ()
        if len(node.items) < least:
            message = f"{in_words(path)} is empty"
            reading.fault(node.mark, path, "E114", message, "name at least one")
        return tuple(_items(node, item, path, reading))

    return read


def _items(node: Sequence, item: Shape, path: FieldPath, reading: Reading) -> list[Any]:
    values = []
    for n, child in enumerate(node.items):
        here = (*path, n)
        reading.marks[here] = child.mark
        if type(child) is Scalar and child.is_empty:
            reading.fault(child.mark, here, "E103", "an item without a value", "delete the hyphen")
            values.append(item.blank)
            continue
        values.append(item.read(child, here, reading))
    return values


def told_pairs(
    node: Mapping, path: FieldPath, reading: Reading
) -> Iterator[tuple[Scalar, Node, FieldPath]]:
    """Key, value and path of every pair with a value; those without one are noted."""
    for key, value in node.pairs:
        here = (*path, key.text)
        reading.marks[here] = value.mark
        if isinstance(value, Scalar) and value.is_empty:
            empty_value(key, node, here, reading)
        else:
            yield key, value, here


def empty_value(key: Scalar, node: Mapping, here: FieldPath, reading: Reading) -> None:
    if node.flow:
        reading.fault(key.mark, here, "E115", comma(key.text))
    else:
        reading.fault(key.mark, here, "W406", f'"{key.text}" has no value and is read as absent')


def comma(written: str) -> str:
    return (
        f'"{shortened(written)}" is read as a key without a value: in brackets a comma ends a value'
    )


def what_is(node: Node) -> str:
    match node:
        case Scalar():
            return "a single value"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys and values"


def in_words(path: FieldPath) -> str:
    """A path as a person would say it: "claimed_by, item 2"."""
    words = [f"item {part + 1}" if isinstance(part, int) else str(part) for part in path]
    return ", ".join(words)
