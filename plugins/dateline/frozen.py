"""How the values of a build are declared.

A house of small values has some two hundred classes, and every command declares all of them before
it begins. `dataclass` writes and compiles six functions for each: half of the time that a command
takes to start. Here one is compiled, which makes the value; the others are the same for all.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(declared: type[T]) -> type[T]:
    """A frozen dataclass with slots to whoever checks the types, who refuses to set a field.

    At run time nothing is in the way of it: that is what makes a frozen value take twice as long to
    make. Equal, hashed and shown as any other dataclass.
    """
    if declared.__doc__ is None:
        declared.__doc__ = declared.__name__  # else its signature is looked up, to be its text
    made: Any = dataclass(slots=True, repr=False, eq=False)(declared)
    names = tuple(field.name for field in fields(made))
    values = _values_of(names)

    def same(self: object, other: object) -> Any:
        if type(self) is not type(other):
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: object) -> int:
        return hash(values(self))

    def shown(self: object) -> str:
        said = [f"{name}={getattr(self, name)!r}" for name in names]
        return f"{type(self).__qualname__}({', '.join(said)})"

    for name, function in (("__eq__", same), ("__hash__", hashed), ("__repr__", shown)):
        if getattr(made, name) is getattr(object, name):  # none of its own
            setattr(made, name, function)
    result: type[T] = made
    return result


def _values_of(names: tuple[str, ...]) -> Callable[[object], object]:
    return attrgetter(*names) if names else type
