"""From the model's annotations to functions that read nodes: the schema is the model itself.

A reader takes a node, its path in the front matter and the Reading. It never raises for bad input:
it notes the finding, marks the path unsound and returns the shape's blank, so that every other rule
can still be asked about the rest of the file.
"""

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date as Day
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from dateline.findings import suggestion
from dateline.frozen import frozen
from dateline.model import kinds
from dateline.model.count import UNKNOWN, Account, Bounds, Count
from dateline.model.moment import Moment
from dateline.model.registry import CountryCounts
from dateline.read import scalars
from dateline.read.count_shapes import count_reader, country_counts_reader, read_bounds
from dateline.read.nodes import Mapping, Node, Scalar, Sequence
from dateline.read.reading import FieldPath, Reading
from dateline.read.scalars import shortened
from dateline.read.shape_parts import (
    Read,
    Shape,
    comma,
    empty_value,
    in_words,
    list_reader,
    no_scalar,
    scalar,
    what_is,
)


@frozen
class Table:
    """The fields of a model class: how each is read, and those that are required."""

    shapes: dict[str, Shape]
    required: tuple[str, ...]


def read_mapping(cls: type[Any], node: Node, path: FieldPath, reading: Reading) -> Any:
    """`node` as an instance of the model class `cls`; missing and faulty fields are blank."""
    table = _table(cls)
    if not isinstance(node, Mapping):
        _no_mapping(node, table, path, reading)
        return _blank(cls)
    values: dict[str, Any] = {}
    marks = reading.marks
    for key, value in node.pairs:
        name = key.text
        shape = table.shapes.get(name)
        if shape is None:
            _unknown_key(key, value, node, path, table, reading)
            continue
        here = (*path, name)
        marks[here] = value.mark
        if type(value) is Scalar and value.is_empty:
            marks[here] = key.mark
            empty_value(key, node, here, reading)
            continue
        values[name] = shape.read(value, here, reading)
    for name in table.required:
        if name not in values:
            values[name] = table.shapes[name].blank
            if (*path, name) not in reading.unsound:
                _missing(name, node, path, reading)
    return cls(**values)


def _no_mapping(node: Node, table: Table, path: FieldPath, reading: Reading) -> None:
    required = [f"{name}: …" for name in table.required]
    message = f"{what_is(node)} where keys and values are wanted"
    hint = f"write {', '.join(required)}, each on a line of its own"
    reading.fault(node.mark, path, "E103", message, hint)
    reading.spoil(path, table.shapes)
    reading.pass_over(node)


def _missing(name: str, node: Mapping, path: FieldPath, reading: Reading) -> None:
    """Told at the key, where it was written without a value."""
    here = (*path, name)
    where = "" if not path else f" in {in_words(path)}"
    message = f'the field "{name}" is missing{where}'
    reading.fault(reading.marks.get(here, node.mark), here, "E101", message, f"add {name}: …")


def _unknown_key(
    key: Scalar,
    value: Node,
    node: Mapping,
    path: FieldPath,
    table: Table,
    reading: Reading,
) -> None:
    reading.pass_over(value)
    if node.flow and isinstance(value, Scalar) and value.is_empty:
        reading.note(key.mark, "E115", comma(key.text))
        return
    near = suggestion(key.text, table.shapes)
    if near and near not in {written.text for written, _ in node.pairs}:
        reading.spoil(path, (near,))  # misspelt is not missing: one fault, one finding
    hint = f'did you mean "{near}"?' if near else f"known here: {', '.join(table.shapes)}"
    reading.note(key.mark, "E102", f'unknown key "{shortened(key.text)}"', hint)


_tables: dict[type[Any], Table] = {}


def _table(cls: type[Any]) -> Table:
    if cls not in _tables:
        hints = get_type_hints(cls, include_extras=True)
        shapes = {f.name: shape_of(hints[f.name]) for f in _in_order(cls)}
        _tables[cls] = Table(shapes, tuple(f.name for f in fields(cls) if _is_required(f)))
    return _tables[cls]


def _in_order(cls: type[Any]) -> list[Field[Any]]:
    """Required fields first: their order is that in which missing ones are told."""
    return sorted(fields(cls), key=lambda f: not _is_required(f))


def _is_required(f: Field[Any]) -> bool:
    return f.default is MISSING and f.default_factory is MISSING


@cache
def shape_of(annotation: Any) -> Shape:
    """The shape that an annotation of the model stands for."""
    origin = get_origin(annotation)
    if origin is Annotated:
        base, kind = get_args(annotation)
        return _annotated(base, kind)
    if annotation == Bounds | None:
        return Shape(read_bounds, None)
    if origin in (Union, types.UnionType):
        inner = [arg for arg in get_args(annotation) if arg is not types.NoneType]
        return Shape(shape_of(inner[0]).read, None)
    if origin is tuple:
        return Shape(list_reader(shape_of(get_args(annotation)[0]), least=0), ())
    if origin is Literal:
        choices = get_args(annotation)
        return scalar(lambda written: scalars.word(written, choices), choices[0])
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, type) and is_dataclass(annotation):
        cls: type[Any] = annotation
        return Shape(
            lambda node, path, reading: read_mapping(cls, node, path, reading), _blank(cls)
        )
    raise TypeError(f"no shape for {annotation}")


def _blank(cls: Any) -> Any:
    """An instance with a blank in every required field."""
    table = _table(cls)
    return cls(**{name: table.shapes[name].blank for name in table.required})


def _annotated(base: Any, kind: Any) -> Shape:
    match kind:
        case kinds.Text(most=most):
            return scalar(lambda written: scalars.text(written, most), "")
        case kinds.Slug():
            return scalar(scalars.slug, "")
        case kinds.SlugOf(registry=registry):
            return _reference(registry)
        case kinds.BriefId():
            return _reference("brief")
        case kinds.SourceKey():
            return _reference("listed-source")
        case kinds.Url():
            return scalar(scalars.url, "")
        case kinds.Language():
            return scalar(scalars.language, "")
        case kinds.Country(waters=waters):
            return scalar(lambda written: scalars.country(written, waters=waters), "")
        case kinds.Degrees(bound=bound):
            return scalar(lambda written: scalars.degrees(written, bound), None)
        case kinds.DayOrUnknown():
            return scalar(
                lambda written: None if written == "unknown" else scalars.day(written), None
            )
        case kinds.NotEmpty():
            return Shape(list_reader(shape_of(get_args(base)[0]), least=1), ())
        case kinds.OneOrMany(special=special):
            return Shape(_one_or_many(shape_of(get_args(base)[0]), special), ())
        case kinds.WordOrMapping(field=name):
            return Shape(_word_or_mapping(get_args(base)[0], name), None)
        case kinds.KeyOrMapping():
            return Shape(_key_or_mapping(get_args(base)[0]), "")
    raise TypeError(f"no shape for {kind}")


def _reference(to: Any) -> Shape:
    def read(node: Node, path: FieldPath, reading: Reading) -> str:
        if not isinstance(node, Scalar):
            no_scalar(node, "name", path, reading)
            return ""
        reading.refer(to, node.text, path)
        return node.text

    return Shape(read, "")


def _one_or_many(item: Shape, special: str) -> Read:
    many = list_reader(item, least=1)

    def read(node: Node, path: FieldPath, reading: Reading) -> tuple[Any, ...]:
        if isinstance(node, Scalar) and node.text == special:
            return ()
        if isinstance(node, Sequence):
            values: tuple[Any, ...] = many(node, path, reading)
            return values
        return (item.read(node, path, reading),)

    return read


def _word_or_mapping(cls: Any, name: str) -> Read:
    inner = _table(cls).shapes[name]

    def read(node: Node, path: FieldPath, reading: Reading) -> Any:
        if isinstance(node, Scalar):
            reading.marks[(*path, name)] = node.mark
            return cls(**{name: inner.read(node, (*path, name), reading)})
        return read_mapping(cls, node, path, reading)

    return read


def _key_or_mapping(cls: type[Any]) -> Read:
    def read(node: Node, path: FieldPath, reading: Reading) -> Any:
        if isinstance(node, Scalar):
            reading.refer("source", node.text, path)
            return node.text
        return read_mapping(cls, node, path, reading)

    return read


def _read_accounts(node: Node, path: FieldPath, reading: Reading) -> Any:
    return list_reader(shape_of(Account), least=1)(node, path, reading)


_read_count = count_reader(_read_accounts)

_PLAIN: dict[Any, Shape] = {
    bool: scalar(scalars.flag, False),
    Day: scalar(scalars.day, Day.min),
    Moment: scalar(scalars.moment, Moment(Day.min)),
    Count: Shape(_read_count, UNKNOWN),
    CountryCounts: Shape(country_counts_reader(_read_count), CountryCounts()),
}
