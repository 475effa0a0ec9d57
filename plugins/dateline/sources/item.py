"""A source as views show it. Making one fetches the value of the file that says what it is."""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from hashlib import sha256
from typing import Any

from dateline.archive import Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.model.facts import OwnSource, identity_of
from dateline.model.source import SharedSource, Source
from dateline.sources.resting import Named, Resting, fragment_of_shared


@frozen
class Item:
    """A source and what rests on it. `key` is that of its file; an own source has none."""

    source: SharedSource
    fragment: str
    key: str
    identity: str
    briefs: Sequence[Entry[Brief]]
    named_by: Sequence[Named]

    def key_in(self, brief: Entry[Brief]) -> str:
        """The key under which a brief that rests on it knows it; the first, where it has two."""
        return next(
            one if isinstance(one, str) else one.key
            for one in brief.value.sources
            if (one == self.key if isinstance(one, str) else identity_of(one) == self.identity)
        )


def item_of(rests: Resting, listed: OwnSource) -> Item:
    holder = rests.holders[listed.identity]
    is_shared = rests.is_shared(listed)
    source: SharedSource = holder.value if is_shared else _listed_in(holder, listed.key)
    return Item(
        source=source,
        fragment=fragment_of_shared(listed.key) if is_shared else _fragment(source),
        key=listed.key if is_shared else "",
        identity=listed.identity,
        briefs=rests.briefs(listed),
        named_by=rests.named_by(listed),
    )


def newest_first(rests: Resting, sources: Iterable[OwnSource]) -> tuple[Item, ...]:
    """By the day of publication, those of a day by title; those without a day last."""
    items = (item_of(rests, source) for source in sources)
    by_title = sorted(items, key=lambda item: (item.source.title.casefold(), item.fragment))
    return tuple(sorted(by_title, key=lambda item: item.source.published or Day.min, reverse=True))


def digest(*words: str) -> str:
    return sha256("\n".join(words).encode()).hexdigest()[:12]


def _listed_in(holder: Entry[Any], key: str) -> Source:
    return next(one for one in holder.value.sources if isinstance(one, Source) and one.key == key)


def _fragment(source: SharedSource) -> str:
    words = ("url", source.url) if source.url else ("print", source.publisher, source.title)
    return f"source.{digest(*words)}"
