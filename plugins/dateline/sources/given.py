"""What the pages of sources are made from, in short (`Page.given`)."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from dateline.archive import Archive, Entry
from dateline.facets.list_view import standing_here
from dateline.facets.stretches import Stretch
from dateline.model.brief import Brief
from dateline.model.facts import OwnSource
from dateline.plan import Site
from dateline.sources.catalogue import Publisher
from dateline.sources.index_view import is_short
from dateline.sources.letter_view import MOST_BRIEFS, MOST_PERIODS
from dateline.sources.pages import Letter, Span
from dateline.sources.resting import Resting


def index_given(site: Site, letters: tuple[Letter, ...]) -> object:
    """The counts, and the publishers where they are not too many."""
    short = is_short(site, letters)
    return tuple(
        (
            one.slug,
            one.entries,
            tuple(map(_line, one.publishers)) if short else len(one.publishers),
        )
        for one in letters
    )


def letter_given(archive: Archive, rests: Resting, letter: Letter, letters: str) -> object:
    """Its publishers with their counts, and their entries, or the periods in which those stand."""
    lines = tuple(map(_line, letter.publishers))
    if not letter.cut:
        return letters, lines, _entries(archive, rests, letter.sources, letter.holders)
    periods = tuple(period.name for period in letter.cut)
    where = letter.spans_by_publisher()
    stands_in = tuple(
        (len(where[one.name]), *(period.name for period in where[one.name][:MOST_PERIODS]))
        for one in letter.publishers
    )
    return letters, lines, periods, stands_in


def period_given(
    archive: Archive,
    rests: Resting,
    letter: Letter,
    period: Span,
    before: Span | None,
    after: Span | None,
    letters: str,
) -> object:
    """Its entries, their publishers with how many entries each has in all, the periods beside."""
    words = (
        f"{one.fragment} {len(one.sources)} {one.name}" for one in letter.publishers_in(period)
    )
    return (
        letters,
        "" if before is None else before.name,
        "" if after is None else after.name,
        _digest(words),
        _entries(
            archive, rests, letter.sources_in(period), letter.holders[period.first : period.end]
        ),
    )


def source_given(
    archive: Archive, site: Site, rests: Resting, source: OwnSource, pages: Sequence[Stretch]
) -> object:
    """Its file, what names it, how many briefs rest on it, and those that stand on its page."""
    briefs = tuple(rests.briefs(source))
    return (
        rests.holders[source.identity].digest,
        tuple(_named(archive, rests, source)),
        len(briefs),
        _files(standing_here(briefs, site.settings.list_rows)),
        tuple(one.name for one in pages),
    )


def stretch_given(
    rests: Resting,
    source: OwnSource,
    stretch: Stretch,
    before: Stretch | None,
    after: Stretch | None,
) -> object:
    beside = tuple("" if one is None else one.name for one in (before, after))
    return rests.holders[source.identity].head, _files(stretch.briefs), beside


def _line(publisher: Publisher) -> tuple[str, str, int, int]:
    return publisher.name, publisher.fragment, len(publisher.sources), publisher.briefs


def _entries(
    archive: Archive,
    rests: Resting,
    sources: Sequence[OwnSource],
    holders: Sequence[Entry[Any]],
) -> str:
    """What the sources are is said by the front matter of the file that holds each; the briefs that
    rest on them are shown by their titles."""
    words = [source.identity for source in sources]
    more = [at for at, identity in enumerate(words) if identity in rests.on_which_more_rests]
    words += [holder.head for holder in holders]
    for at in more:
        words.append(str(at))
        words += _resting(archive, rests, sources[at])
    return _digest(words)


def _resting(archive: Archive, rests: Resting, source: OwnSource) -> Iterator[str]:
    briefs = rests.briefs(source)
    if rests.is_shared(source) and len(briefs) > MOST_BRIEFS:
        yield str(len(briefs))
        briefs = briefs[-MOST_BRIEFS:]
    yield from (brief.head for brief in briefs)
    yield from _named(archive, rests, source)


def _named(archive: Archive, rests: Resting, source: OwnSource) -> Iterator[str]:
    """Totals by their files; the names of the other entries are those on which all pages depend."""
    for named in rests.named_by(source):
        yield f"{named.kind} {named.slug}"
        if named.kind == "total":
            yield archive.totals[named.slug].head


def _files(briefs: Iterable[Entry[Brief]]) -> str:
    """With their texts: a row says whether the text cites the source."""
    return _digest(brief.digest for brief in briefs)


def _digest(words: Iterable[str]) -> str:
    return sha256(" ".join(words).encode()).hexdigest()[:32]
