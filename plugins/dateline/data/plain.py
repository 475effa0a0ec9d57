"""What the front matter says, as plain values for JSON, under the names of the brief format.

Whatever is absent or unknown is null; a default of the format is written out; a list is [] where
the format does not tell an absent list from an empty one, and null where it does (`claimed_by`,
`attributed_to`, `denied_by`, `weapons`, `casualties`).
"""

from dataclasses import fields
from datetime import date as Day
from typing import Any

from dateline.archive import ListedSource
from dateline.archive.sums import Sum
from dateline.model.brief import WeaponUse
from dateline.model.count import Bounds, Count
from dateline.model.moment import Moment
from dateline.model.source import SharedSource

Record = dict[str, Any]

_SOURCE = tuple(field.name for field in fields(SharedSource))


def plain(value: Any) -> Any:
    if isinstance(value, str):  # nine values in ten
        return value or None
    match value:
        case None:
            return None
        case bool() | int() | float():
            return value
        case Day():
            return value.isoformat()
        case Moment():
            return value.iso
        case Bounds():
            return bounds(value)
        case Count():
            return {**bounds(value.bounds), "accounts": plain(value.accounts)}
        case tuple():
            return [plain(item) for item in value]
        case WeaponUse():
            # The word `unknown` in the front matter is no type: it reads as none.
            return {**_fields(value), "type": list(value.type) or None}
        case _:
            return _fields(value)


def bounds(found: Bounds | Sum | None) -> Record:
    """An open figure has no high; an unknown one has nothing, not even whether it is open."""
    if found is None or found.low is None:
        return {"low": None, "high": None, "high_open": None, "best": None}
    return {"low": found.low, "high": found.high, "high_open": found.open, "best": found.best}


def source(item: ListedSource) -> Record:
    """A source as a brief lists it, or as the registry has it: the same fields either way."""
    said = {name: plain(getattr(item.source, name)) for name in _SOURCE}
    return {"key": item.key, **said, "shared": item.is_shared}


def _fields(value: Any) -> Record:
    return {name: plain(getattr(value, name)) for name in _names(type(value))}


_FIELD_NAMES: dict[type[Any], tuple[str, ...]] = {}


def _names(of: type[Any]) -> tuple[str, ...]:
    """Its fields' names, looked up once."""
    if of not in _FIELD_NAMES:
        _FIELD_NAMES[of] = tuple(field.name for field in fields(of))
    return _FIELD_NAMES[of]
