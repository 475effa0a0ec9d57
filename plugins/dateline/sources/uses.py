"""What a brief rests on a source for, in words."""

from collections.abc import Iterable, Iterator

from dateline.archive import Entry
from dateline.model.brief import Brief, Casualties, WeaponUse
from dateline.model.count import Count


class Uses:
    """Of the briefs that are asked for. A brief's text is gone through once, however many of its
    sources ask."""

    def __init__(self) -> None:
        self._cited: dict[str, frozenset[str]] = {}

    def of(self, entry: Entry[Brief], key: str) -> tuple[str, ...]:
        """Each use once, in the order of a brief's page."""
        named = (words for words, keys in self._named(entry) if key in keys)
        return tuple(dict.fromkeys(named))

    def _named(self, entry: Entry[Brief]) -> Iterator[tuple[str, Iterable[str]]]:
        brief = entry.value
        for claim in brief.claimed_by or ():
            yield "who claimed it", claim.sources
        for said in brief.attributed_to or ():
            yield "whom others name", said.sources
        for denial in brief.denied_by or ():
            yield "who denies it", denial.sources
        for witness in brief.confirmed_by:
            yield "that it took place", witness.sources
        for witness in brief.disputed_by:
            yield "that it did not take place", witness.sources
        for row in brief.weapons or ():
            yield "weapons", _of_weapon(row)
        for people in brief.casualties or ():
            yield "people killed or hurt", _of_people(people)
        if brief.damage is not None:
            yield "damage", brief.damage.sources
        if brief.official_count is not None:
            yield "the official count", _of_official(brief)
        yield "the text", self._in_text(entry)
        for topic in brief.disagreements:
            for version in topic.versions:
                yield "where accounts differ", version.sources
        for revision in brief.revisions:
            yield "a change to the page", revision.sources

    def _in_text(self, entry: Entry[Brief]) -> frozenset[str]:
        if entry.slug not in self._cited:
            self._cited[entry.slug] = frozenset(
                one.key for cited in entry.prose.citations for one in cited
            )
        return self._cited[entry.slug]


def _of_weapon(row: WeaponUse) -> Iterator[str]:
    yield from row.sources
    yield from _of_accounts(row.launched)
    yield from _of_accounts(row.intercepted)


def _of_people(row: Casualties) -> Iterator[str]:
    yield from row.sources
    yield from _of_accounts(row.killed)
    yield from _of_accounts(row.injured)


def _of_official(brief: Brief) -> Iterator[str]:
    if brief.official_count is not None:
        yield from brief.official_count.sources
        yield from _of_accounts(brief.official_count.n)


def _of_accounts(count: Count) -> Iterator[str]:
    for account in count.accounts:
        yield from account.sources
