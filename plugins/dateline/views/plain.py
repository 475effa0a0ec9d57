"""How the values are declared of which the page of a brief has a hundred."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def plain(declared: type[T]) -> type[T]:
    """A frozen dataclass with slots to whoever checks the types, who refuses to set a field.

    At run time nothing is in the way of it. That is what makes a frozen value take twice as long
    to make, and these are a sixth of what the view of a brief costs.
    """
    return dataclass(slots=True, unsafe_hash=True)(declared)
