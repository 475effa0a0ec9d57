"""The list facts of a brief: what lists, counts, feeds and addresses are made from.

A build remembers them apart from the briefs themselves. With a changed sentence in one of ten
thousand briefs it needs the facts of all, and the whole of a few. So they are plain: numbers, words
and tuples of them, and nothing that only a brief's own page shows.
"""

from datetime import date as Day
from hashlib import sha256
from typing import NamedTuple

from dateline.model.brief import Brief, Verification
from dateline.model.source import SharedSource, Source


class SaidOf(NamedTuple):
    """What is said of a group: that it claimed ("claim"), is named by others ("attribution") or
    denied ("denial"). `group` is empty where the speaker names no group of the registry.

    `counts` and `stands` are those of the brief format ("What counts").
    """

    how: str
    group: str
    counts: bool
    stands: bool


class OwnSource(NamedTuple):
    """A source that the brief lists with all its fields, under `key`. `identity` is the same for
    the same page in two briefs (`identity_of`). `published` is an ordinal, 0 where it is not known.
    """

    key: str
    publisher: str
    identity: str
    published: int


class SourceFacts(NamedTuple):
    """The facts of an entry of content/sources/. `address` is its `identity_of`, empty where it has
    no address on the web; `published` is an ordinal, 0 where it is not known."""

    publisher: str
    address: str
    published: int


class Facts(NamedTuple):
    """`day` and `added` are proleptic ordinals, `time` is HH:MM or HH:MM:SS or empty.

    `named` are the ids of other briefs that its page shows. `has_shared_figures`: there is
    something to sum that only the brief itself holds. `official` is how many attacks the official
    counts make of it, low and high, None where they do not say.
    """

    id: str
    status: str
    day: int
    time: str
    precision: str
    added: int
    aliases: tuple[str, ...]
    verification: Verification
    locations: tuple[str, ...]
    weapons: tuple[str, ...]
    said: tuple[SaidOf, ...]
    shared_sources: tuple[str, ...]
    own_sources: tuple[OwnSource, ...]
    revisions: tuple[tuple[int, str], ...]
    named: tuple[str, ...]
    has_shared_figures: bool
    official: tuple[int, int | None] | None

    @property
    def date(self) -> Day:
        return Day.fromordinal(self.day)

    @property
    def calendar(self) -> tuple[int, int, bool, int, str, str]:
        """The order of lists: by month, day, minute, id; those known to the month only come last in
        it (brief format, "What counts")."""
        day = self.date
        return day.year, day.month, self.precision == "month", self.day, self.time or "~", self.id

    @property
    def changed(self) -> int:
        """The day on which the brief entered the archive or was last revised."""
        return max([self.added, *(day for day, _ in self.revisions)])

    @property
    def has_claim(self) -> bool:
        """Whether a claim stands, whoever makes it."""
        return any(one.how == "claim" and one.counts for one in self.said)

    @property
    def has_attribution(self) -> bool:
        """Whether an attribution counts, also one to an actor whom no group of the archive is."""
        return any(one.how == "attribution" and one.counts for one in self.said)

    @property
    def has_denial(self) -> bool:
        return any(one.how == "denial" for one in self.said)


def facts_of(brief: Brief) -> Facts:
    return Facts(
        id=brief.id,
        status=brief.status,
        day=brief.date.day.toordinal(),
        time=brief.date.time,
        precision=brief.date_precision,
        added=brief.added.toordinal(),
        aliases=brief.aliases,
        verification=brief.verification,
        locations=brief.locations,
        weapons=tuple(dict.fromkeys(slug for use in brief.weapons or () for slug in use.type)),
        said=_said(brief),
        shared_sources=tuple(one for one in brief.sources if isinstance(one, str)),
        own_sources=tuple(own_source_of(one) for one in brief.sources if isinstance(one, Source)),
        revisions=tuple((one.date.toordinal(), one.kind) for one in brief.revisions),
        named=_named(brief),
        has_shared_figures=any(row.shared_with for row in brief.casualties or ()),
        official=_official(brief),
    )


def _official(brief: Brief) -> tuple[int, int | None] | None:
    bounds = brief.official_count.n.reckoned if brief.official_count else None
    return (bounds.low, bounds.high) if bounds else None


def _said(brief: Brief) -> tuple[SaidOf, ...]:
    return (
        *(
            SaidOf("claim", claim.group, claim.stands, claim.stands)
            for claim in brief.claimed_by or ()
        ),
        *(
            SaidOf("attribution", said.group, said.counts, said.standing == "stands")
            for said in brief.attributed_to or ()
        ),
        *(SaidOf("denial", denial.group, True, True) for denial in brief.denied_by or ()),
    )


def identity_of(source: SharedSource) -> str:
    """The same page is the same source: by its address, or without one by publisher and title."""
    name = source.url or f"{source.publisher}\n{source.title}"
    return sha256(name.encode()).hexdigest()[:16]


def source_facts_of(source: SharedSource) -> SourceFacts:
    address = identity_of(source) if source.url else ""
    return SourceFacts(source.publisher, address, _published(source))


def own_source_of(source: Source) -> OwnSource:
    return OwnSource(source.key, source.publisher, identity_of(source), _published(source))


def _published(source: SharedSource) -> int:
    return source.published.toordinal() if source.published else 0


def _named(brief: Brief) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            (
                *brief.related,
                *brief.response_to,
                *((brief.merged_into,) if brief.merged_into else ()),
                *(other for row in brief.casualties or () for other in row.shared_with),
            )
        )
    )
