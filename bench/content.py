"""The corpus as content files of the brief format."""

import json
import re
from collections.abc import Iterator
from datetime import date as Day
from pathlib import Path
from typing import Any

from bench.corpus import Corpus, Entry, Text

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(T[0-9:]+\+[0-9:]+)?")


def write_content(corpus: Corpus, folder: Path) -> None:
    for name, entries in (
        ("groups", corpus.groups),
        ("locations", corpus.locations),
        ("weapons", corpus.weapons),
        ("sources", corpus.sources),
        ("totals", corpus.totals),
    ):
        (folder / name).mkdir(parents=True)
        for entry in entries:
            (folder / name / f"{entry.slug}.md").write_bytes(content_of(entry))
    for brief in corpus.briefs:
        path = brief_path(brief, folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_of(brief))


def brief_path(brief: Entry, folder: Path) -> Path:
    return folder / "briefs" / brief.slug[:4] / f"{brief.slug}.md"


def content_of(entry: Entry) -> bytes:
    head = "\n".join(_mapping(entry.fields, 0))
    return f"---\n{head}\n---\n{_markdown(entry.text)}".encode()


def _markdown(text: Text) -> str:
    return "\n".join(
        " ".join(f"{words} [{'; '.join(f'@{key}' for key in keys)}]." for words, keys in sentences)
        + "\n"
        for sentences in text
    )


def _mapping(fields: dict[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for name, value in fields.items():
        if isinstance(value, dict) and depth == 0:
            yield f"{name}:"
            yield from _mapping(value, 1)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            yield f"{indent}{name}:"
            for item in value:
                yield from _item(item, depth + 1)
        else:
            yield f"{indent}{name}: {_flow(value)}"


def _item(item: Any, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if not isinstance(item, dict):
        yield f"{indent}- {_flow(item)}"
        return
    lines = list(_mapping(item, depth + 1))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _flow(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float() | Day():
            return str(value)
        case str():
            return value if _PLAIN.fullmatch(value) else json.dumps(value)
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case dict():
            return f"{{{', '.join(f'{key}: {_flow(item)}' for key, item in value.items())}}}"
    raise TypeError(f"not of the format: {value!r}")
