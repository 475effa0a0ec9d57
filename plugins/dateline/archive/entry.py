"""One file of the archive, as much of it as a build needs."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from dateline.model.brief import Brief
from dateline.model.facts import Facts, SourceFacts, facts_of, source_facts_of
from dateline.model.source import SharedSource
from dateline.text import Prose, render

V = TypeVar("V")


class Entry(Generic[V]):
    """What one file says: its value, its text in Markdown and the prose that a page makes of that.
    `slug` is a brief's id.

    `digest` is the SHA-256 of the file's bytes, `head` that of its front matter alone, in hex: with
    the same head the value is the same. `facts` are those of a brief, `source_facts` those of a
    source in content/sources/. All but slug and digests may be fetched when they are first
    asked for; an entry never changes.
    """

    __slots__ = (
        "_fetch",
        "digest",
        "facts",
        "head",
        "prose",
        "slug",
        "source_facts",
        "text",
        "value",
    )

    slug: str
    digest: str
    head: str
    facts: Facts
    source_facts: SourceFacts
    value: V
    text: str
    prose: Prose
    _fetch: Callable[[], tuple[V, str, Prose]]

    def __init__(self, slug: str, value: V, text: str, digest: str, head: str = "") -> None:
        self.slug = slug
        self.digest = digest
        self.head = head or digest
        self.value = value
        self.text = text

    @classmethod
    def kept(
        cls,
        slug: str,
        digest: str,
        head: str,
        facts: Facts | SourceFacts | None,
        fetch: Callable[[], tuple[V, str, Prose]],
    ) -> "Entry[V]":
        """An entry that a store has; `fetch` brings its value, text and prose."""
        entry: Entry[V] = cls.__new__(cls)
        entry.slug = slug
        entry.digest = digest
        entry.head = head
        entry._fetch = fetch
        if isinstance(facts, Facts):
            entry.facts = facts
        elif facts is not None:
            entry.source_facts = facts
        return entry

    def __getattr__(self, name: str) -> Any:
        """Asked only for what is not there yet."""
        if name in ("value", "text") or (name == "prose" and hasattr(self, "_fetch")):
            self.value, self.text, self.prose = self._fetch()
        elif name == "prose":
            self.prose = render(self.text)
        elif name == "facts" and isinstance(self.value, Brief):
            self.facts = facts_of(self.value)
        elif name == "source_facts" and isinstance(self.value, SharedSource):
            self.source_facts = source_facts_of(self.value)
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def __repr__(self) -> str:
        return f"Entry({self.slug!r}, {self.digest!r})"
