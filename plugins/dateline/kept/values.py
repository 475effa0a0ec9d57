"""What a file says as bytes, and back: its value, its text and the prose that was made of it.

The value is pickled, but of the model's classes and days alone, on both ways: bytes that ask for
anything else are refused, whoever wrote them. Text and prose lie behind it, for they are asked for
by one page, the value by many.
"""

import marshal
import pickle
import struct
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date as Day
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any, NamedTuple

from dateline.text import Prose

_MODEL = "dateline.model."


_LENGTH = struct.Struct("<I")


class Said(NamedTuple):
    """What a file says, as `to_bytes` wrote it. Bytes that it did not write raise
    pickle.UnpicklingError or anything else."""

    data: bytes

    @property
    def value(self) -> Any:
        return _Reader(BytesIO(self.data[_LENGTH.size : self._end])).load()

    @property
    def text(self) -> str:
        text: str = self._written[0]
        return text

    @property
    def prose(self) -> Prose:
        return Prose.of_plain(self._written[1])

    @property
    def _end(self) -> int:
        length: int = _LENGTH.unpack_from(self.data)[0]
        return _LENGTH.size + length

    @property
    def _written(self) -> Any:
        return marshal.loads(self.data[self._end :])  # noqa: S302 - the store signs what it holds


def to_bytes(value: object, text: str, prose: Prose) -> bytes:
    written = BytesIO()
    _Writer(written, protocol=5).dump(value)
    length = _LENGTH.pack(written.tell())
    plain: Any = text, prose.plain()
    return length + written.getvalue() + marshal.dumps(plain)


class _Writer(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:
        """A class's own way of being pickled goes through its fields by name, one by one."""
        cls: Any = type(obj)
        known = _fields_of(cls)
        if known is None:
            return NotImplemented
        values = known.values(obj)
        return (_made, (cls, *values)) if known.by_name else (cls, values)


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _allowed(module, name)


def _made(cls: Any, *values: object) -> object:
    """For classes with fields that are given by name only."""
    return cls(**dict(zip(_names_of(cls), values, strict=True)))


class _Fields(NamedTuple):
    """How the values of an object's fields are had, and whether they are given by name."""

    values: Callable[[Any], tuple[Any, ...]]
    by_name: bool


@cache
def _fields_of(cls: Any) -> _Fields | None:
    """None for what is no class of a model."""
    if not is_dataclass(cls):
        return None
    of_class = fields(cls)
    names = tuple(f.name for f in of_class)
    values = attrgetter(*names) if len(names) > 1 else _only(names[0])
    return _Fields(values, any(f.kw_only for f in of_class))


def _only(name: str) -> Callable[[Any], tuple[Any, ...]]:
    return lambda obj: (getattr(obj, name),)


@cache
def _names_of(cls: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


@cache
def _allowed(module: str, name: str) -> Any:
    if (module, name) == ("datetime", "date"):
        return Day
    if (module, name) == (__name__, "_made"):
        return _made
    found = getattr(sys.modules.get(module), name, None) if module.startswith(_MODEL) else None
    if not (isinstance(found, type) and is_dataclass(found)):
        raise pickle.UnpicklingError(f"{module}.{name} is no class of the model")
    return found
