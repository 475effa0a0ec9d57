"""Values of the model as bytes and back.

Pickle, but of the model's classes and days alone, on both ways: bytes that ask for anything else
are refused, whoever wrote them.
"""

import pickle
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


def to_bytes(value: object, text: str, prose: Prose) -> bytes:
    written = BytesIO()
    _Writer(written, protocol=5).dump((value, text, prose.plain()))
    return written.getvalue()


def from_bytes(data: bytes) -> tuple[Any, str, Prose]:
    """Raises pickle.UnpicklingError, or whatever else damaged bytes make of it."""
    value, text, prose = _Reader(BytesIO(data)).load()
    return value, text, Prose.of_plain(prose)


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
