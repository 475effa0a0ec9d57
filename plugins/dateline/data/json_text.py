"""JSON as our files have it: UTF-8, keys in the order given, one line for a key or a row.

The lines make two versions of a file comparable, and cost nothing: what stands on a line is written
by the encoder in C.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache

# One for all: `json.dumps` with options makes a new one each time.
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def line(value: object) -> str:
    # What is absent is half of a record, and the encoder is slow to begin.
    return "null" if value is None else _encode(value)


@cache
def _key(name: str) -> str:
    return line(name)


def document(values: Mapping[str, object]) -> bytes:
    """A file that is one mapping; a list of mappings in it has a line for each of them."""
    written = {key: _written(value) for key, value in values.items()}
    return _mapping(written)


def document_of_rows(head: Mapping[str, object], name: str, rows: Iterable[bytes]) -> bytes:
    """A file of rows that are written already, under `name`, below what `head` says."""
    written = {key: _written(value) for key, value in head.items()}
    return _mapping({**written, name: _rows(row.decode() for row in rows)})


def _mapping(written: Mapping[str, str]) -> bytes:
    lines = ",\n".join(f"{_key(key)}: {value}" for key, value in written.items())
    return f"{{\n{lines}\n}}\n".encode()


def _written(value: object) -> str:
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return _rows(map(line, value))
    return line(value)


def _rows(rows: Iterable[str]) -> str:
    lines = ",\n".join(rows)
    return f"[\n{lines}\n]" if lines else "[]"
