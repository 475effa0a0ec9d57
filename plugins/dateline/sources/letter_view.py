"""/sources/by/<letter>/: the entries of its publishers. Where they are too many for one page it has
the publishers and the periods, and each period has a page."""

from collections.abc import Iterable, Iterator

from dateline.archive import Archive, ListedSource
from dateline.frozen import frozen
from dateline.model.facts import OwnSource
from dateline.plan import Site
from dateline.sources.index_view import TITLE
from dateline.sources.item import Item, newest_first
from dateline.sources.letters import letter_words
from dateline.sources.names import named_link
from dateline.sources.pages import Letter, Span
from dateline.sources.words import counts_words, entries_words
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many
from dateline.views.sources import SourceView, source_views

# Of a shared source on which more briefs rest, the newest; its own page has all of them.
MOST_BRIEFS = 10

# Of a publisher that stands in more periods, the newest; the letter's page names all periods.
MOST_PERIODS = 12


@frozen
class EntryView:
    """`all_briefs` leads to the rest of them where `briefs` are not all."""

    fragment: str
    source: SourceView
    briefs: tuple[Link, ...]
    all_briefs: Link | None
    named_by: tuple[Link, ...]


@frozen
class PublisherBlock:
    """Its entries, or, where they stand on the pages of periods, the way to those; `more` says how
    many of these are left out."""

    fragment: str
    name: str
    counts: str
    entries: tuple[EntryView, ...]
    periods: tuple[Link, ...]
    more: str


@frozen
class LetterView:
    """`letters` leads to every letter, that of the page without a way."""

    frame: Frame
    above: tuple[Link, ...]
    here: str
    title: str
    count: str
    letters: tuple[Link, ...]
    periods: tuple[Link, ...]
    publishers: tuple[PublisherBlock, ...]
    before: Link | None
    after: Link | None


def letter_view(
    archive: Archive, site: Site, letter: Letter, letters: tuple[Letter, ...]
) -> LetterView:
    words = letter_words(letter.slug)
    return LetterView(
        frame=frame(
            site,
            title=f"{TITLE}: {words}",
            description=f"What this archive reads of publishers under {words}, "
            "and what rests on each.",
            kind="sources:letter",
            slug=letter.slug,
            section="sources",
        ),
        above=(link_to(site, TITLE, "sources"),),
        here=words,
        title=f"{TITLE}: {words}",
        count=f"{how_many(len(letter.publishers), 'publisher')}, {entries_words(letter.entries)}",
        letters=tuple(_letters(site, letters, letter.slug)),
        periods=tuple(_period_link(site, letter, period) for period in letter.cut),
        publishers=tuple(_publishers(archive, site, letter)),
        before=None,
        after=None,
    )


def period_view(
    archive: Archive,
    site: Site,
    letter: Letter,
    period: Span,
    before: Span | None,
    after: Span | None,
    letters: tuple[Letter, ...],
) -> LetterView:
    words = letter_words(letter.slug)
    return LetterView(
        frame=frame(
            site,
            title=f"{TITLE}: {words}, {period.words}",
            description=f"What publishers under {words} published, {period.words}, and what rests "
            "on each.",
            kind="sources:letter",
            slug=f"{letter.slug}/{period.name}",
            section="sources",
        ),
        above=(
            link_to(site, TITLE, "sources"),
            link_to(site, words, "sources:letter", letter.slug),
        ),
        here=period.words,
        title=f"{TITLE}: {words}, {period.words}",
        count=entries_words(period.end - period.first),
        letters=tuple(_letters(site, letters, "")),
        periods=(),
        publishers=tuple(_publishers_of(archive, site, letter, period)),
        before=None if before is None else _period_link(site, letter, before),
        after=None if after is None else _period_link(site, letter, after),
    )


def _letters(site: Site, letters: tuple[Letter, ...], here: str) -> Iterator[Link]:
    for letter in letters:
        words = letter_words(letter.slug)
        is_here = letter.slug == here
        yield Link(words) if is_here else link_to(site, words, "sources:letter", letter.slug)


def _period_link(site: Site, letter: Letter, period: Span) -> Link:
    return link_to(site, period.words, "sources:letter", f"{letter.slug}/{period.name}")


def _publishers(archive: Archive, site: Site, letter: Letter) -> Iterator[PublisherBlock]:
    where = _periods_of(site, letter)
    for publisher in letter.publishers:
        entries = () if letter.cut else publisher.items
        stands_in = where.get(publisher.name, [])
        left_out = len(stands_in) - MOST_PERIODS
        yield PublisherBlock(
            fragment=publisher.fragment,
            name=publisher.name,
            counts=counts_words(publisher),
            entries=tuple(_entries(archive, site, entries)),
            periods=tuple(stands_in[:MOST_PERIODS]),
            more=f"and in {how_many(left_out, 'earlier period')}" if left_out > 0 else "",
        )


def _periods_of(site: Site, letter: Letter) -> dict[str, list[Link]]:
    """By publisher, the periods in which it stands, each leading to its place there."""
    fragments = {publisher.name: publisher.fragment for publisher in letter.publishers}
    return {
        name: [
            Link(link.text, None if link.href is None else f"{link.href}#{fragments[name]}")
            for link in (_period_link(site, letter, period) for period in found)
        ]
        for name, found in letter.spans_by_publisher().items()
    }


def _publishers_of(
    archive: Archive, site: Site, letter: Letter, period: Span
) -> Iterator[PublisherBlock]:
    by_name: dict[str, list[OwnSource]] = {}
    for source in letter.sources_in(period):
        by_name.setdefault(source.publisher, []).append(source)
    for publisher in letter.publishers_in(period):
        items = newest_first(publisher.rests, by_name[publisher.name])
        yield PublisherBlock(
            fragment=publisher.fragment,
            name=publisher.name,
            counts=f"{len(items):,} of {entries_words(len(publisher.sources))}",
            entries=tuple(_entries(archive, site, items)),
            periods=(),
            more="",
        )


def _entries(archive: Archive, site: Site, items: Iterable[Item]) -> Iterator[EntryView]:
    for item in items:
        n = len(item.briefs)
        is_cut = bool(item.key) and n > MOST_BRIEFS
        yield EntryView(
            fragment=item.fragment,
            source=entry_source(site, item),
            briefs=tuple(
                link_to(site, brief.value.title, "brief", brief.slug)
                for brief in (item.briefs[-MOST_BRIEFS:] if is_cut else item.briefs)
            ),
            all_briefs=(link_to(site, f"all {n:,}", "source", item.key) if is_cut else None),
            named_by=tuple(named_link(archive, site, named) for named in item.named_by),
        )


def entry_source(site: Site, item: Item) -> SourceView:
    """The source in the words that every page has for it. It has no number here."""
    listed = ListedSource(0, item.key, item.source, is_shared=bool(item.key))
    return source_views(site, {item.key: listed})[0]
