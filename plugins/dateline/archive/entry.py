"""One file of the archive, as much of it as a build needs."""

from collections import deque
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from dateline.kept import Said
from dateline.model.brief import Brief
from dateline.model.facts import Facts, SourceFacts, facts_of, source_facts_of
from dateline.model.source import SharedSource
from dateline.text import Prose, render

V = TypeVar("V")


class Held:
    """The entries that hold the value that they fetched: no more than `most` of them, those that
    fetched it last. The others fetch it again when they are asked, so that the memory of a build
    does not grow with what its archive says."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries: deque[Entry[Any]] = deque()

    def add(self, entry: "Entry[Any]") -> None:
        self._entries.append(entry)
        if len(self._entries) > self._most:
            self._entries.popleft().forget()


class Entry(Generic[V]):
    """What one file says: its value, its text in Markdown and the prose that a page makes of that.
    `slug` is a brief's id.

    `digest` is the SHA-256 of the file's bytes, `head` that of its front matter alone, in hex: with
    the same head the value is the same. `facts` are those of a brief, `source_facts` those of a
    source in content/sources/. All but slug and digests may be fetched when they are
    asked for; an entry never changes.
    """

    __slots__ = (
        "_fetch",
        "_held",
        "_text",
        "digest",
        "facts",
        "head",
        "slug",
        "source_facts",
        "value",
    )

    slug: str
    digest: str
    head: str
    facts: Facts
    source_facts: SourceFacts
    value: V
    _text: str
    _fetch: Callable[[], Said]
    _held: Held

    def __init__(self, slug: str, value: V, text: str, digest: str, head: str = "") -> None:
        self.slug = slug
        self.digest = digest
        self.head = head or digest
        self.value = value
        self._text = text

    @classmethod
    def kept(
        cls,
        slug: str,
        digest: str,
        head: str,
        facts: Facts | SourceFacts | None,
        fetch: Callable[[], Said],
        held: Held,
    ) -> "Entry[V]":
        """An entry that a store has; `fetch` brings what it says, and `held` says for how
        long it has its value."""
        entry: Entry[V] = cls.__new__(cls)
        entry.slug = slug
        entry.digest = digest
        entry.head = head
        entry._fetch = fetch
        entry._held = held
        if isinstance(facts, Facts):
            entry.facts = facts
        elif facts is not None:
            entry.source_facts = facts
        return entry

    def __getattr__(self, name: str) -> Any:
        """Asked only for what is not there yet."""
        if name == "value":
            self.value = self._fetch().value
            self._held.add(self)
        elif name == "facts" and isinstance(self.value, Brief):
            self.facts = facts_of(self.value)
        elif name == "source_facts" and isinstance(self.value, SharedSource):
            self.source_facts = source_facts_of(self.value)
        else:
            raise AttributeError(name)
        return getattr(self, name)

    @property
    def text(self) -> str:
        return self._text if hasattr(self, "_text") else self._fetch().text

    @property
    def prose(self) -> Prose:
        """What a page makes of the text."""
        return render(self._text) if hasattr(self, "_text") else self._fetch().prose

    def forget(self) -> None:
        """The value, until it is asked for again."""
        del self.value

    def __repr__(self) -> str:
        return f"Entry({self.slug!r}, {self.digest!r})"
