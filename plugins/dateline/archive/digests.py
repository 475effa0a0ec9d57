"""Digests over many entries: what a page that shows them depends on, in one short word."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.entry import Entry


def heads(entries: Iterable[Entry[Any]]) -> str:
    """Of their front matter, in their order: with the same digest a list of them reads the same."""
    found = [entry.head for entry in entries]  # a list, for a large archive has millions of these
    return sha256(" ".join(found).encode()).hexdigest()[:32] if found else ""


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
