"""Which pages hold the entries of a letter: one, or one for each period where they are many."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date as Day
from itertools import chain
from typing import Any

from dateline.archive import Entry
from dateline.frozen import frozen
from dateline.model.facts import OwnSource
from dateline.plan import SiteSettings
from dateline.sources.catalogue import Publisher
from dateline.views.periods import DAY, MONTH, UNDATED, YEAR, period_words

# A page of entries may be longer than one of incidents by this: an entry is a line or two.
ENTRIES_TO_A_ROW = 2


@frozen
class Span:
    """A period that has a page of its own: the entries of its letter from `first` to `end`. `name`
    is that of a `Period`."""

    name: str
    first: int
    end: int

    @property
    def words(self) -> str:
        return period_words(self.name)


@frozen
class Letter:
    """`sources` are its entries, in `holders` at the same place the file that says what each is.
    `cut` is empty where the letter's own page has all of them; else they stand in the order of
    their days, and each page has a part."""

    slug: str
    publishers: tuple[Publisher, ...]
    sources: Sequence[OwnSource]
    holders: Sequence[Entry[Any]]
    cut: tuple[Span, ...]

    @property
    def entries(self) -> int:
        return len(self.sources)

    def sources_in(self, span: Span) -> Sequence[OwnSource]:
        return self.sources[span.first : span.end]

    def publishers_in(self, span: Span) -> list[Publisher]:
        """Those with entries in it, in alphabetical order."""
        names = {source.publisher for source in self.sources_in(span)}
        return [publisher for publisher in self.publishers if publisher.name in names]

    def spans_by_publisher(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for span in self.cut:
            for name in {source.publisher for source in self.sources_in(span)}:
                found.setdefault(name, []).append(span)
        return found


def letter(slug: str, publishers: tuple[Publisher, ...], settings: SiteSettings) -> Letter:
    sources = list(chain.from_iterable(one.read.sources for one in publishers))
    holders = list(chain.from_iterable(one.read.holders for one in publishers))
    most = ENTRIES_TO_A_ROW * settings.list_rows
    if len(sources) <= most:
        return Letter(slug, publishers, sources, holders, ())
    days = list(chain.from_iterable(one.read.days for one in publishers))
    order = sorted(range(len(days)), key=days.__getitem__)
    return Letter(
        slug,
        publishers,
        sources=[sources[at] for at in order],
        holders=[holders[at] for at in order],
        cut=tuple(_cut([days[at] for at in order], most)),
    )


def _cut(days: Sequence[int], most: int) -> Iterator[Span]:
    """By the day of publication, newest first, the undated last; as `periods` cuts, which would ask
    each of very many entries for its day. `days` ascend."""
    undated = bisect_right(days, 0)
    yield from _spans(days, undated, len(days), most, YEAR)
    if undated:
        yield Span(UNDATED, 0, undated)


def _spans(days: Sequence[int], first: int, end: int, most: int, length: int) -> Iterator[Span]:
    while end > first:
        newest = Day.fromordinal(days[end - 1])
        start = bisect_left(days, _first_day(newest, length).toordinal(), first, end)
        if end - start <= most or length == DAY:
            yield Span(newest.isoformat()[:length], start, end)
        else:
            yield from _spans(days, start, end, most, MONTH if length == YEAR else DAY)
        end = start


def _first_day(day: Day, length: int) -> Day:
    """Of its year, its month, or itself."""
    if length == DAY:
        return day
    return day.replace(day=1) if length == MONTH else day.replace(month=1, day=1)
