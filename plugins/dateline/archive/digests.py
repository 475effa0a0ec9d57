"""Digests over many entries: what a page that shows them depends on, in one short word."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.entry import Entry


def heads(entries: Iterable[Entry[Any]]) -> str:
    """Of their front matter, in their order: with the same digest a list of them reads the same."""
    joined = " ".join(entry.head for entry in entries)
    return sha256(joined.encode()).hexdigest()[:32]


def registry_heads(archive: Archive) -> str:
    """Of the registries whose names stand on pages everywhere: groups, locations, weapons."""
    found = (
        f"{kind} {slug} {entry.head}"
        for kind, registry in (
            ("group", archive.groups),
            ("location", archive.locations),
            ("weapon", archive.weapons),
        )
        for slug, entry in registry.items()
    )
    return sha256("\n".join(found).encode()).hexdigest()[:32]
