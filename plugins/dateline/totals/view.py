"""What /totals/ shows: every total beside ours, the chart of those that may be joined, and why the
numbers differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dateline.archive import Archive, Entry, ListedSource
from dateline.archive.reckoning import Area, Ours, Reckoner, scope_of
from dateline.model.country import INTERNATIONAL_WATERS, country_name
from dateline.model.registry import Total
from dateline.plan import Site
from dateline.totals.chart import ChartView, chart_view
from dateline.totals.page_sources import every_source, numbered
from dateline.totals.series import Series, in_order, most_common
from dateline.views.days import day_words, span_words
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, Mark, link_to
from dateline.views.numbers import UNKNOWN, bounds_words, how_many
from dateline.views.sources import SourceView, marks, prose, source_views

DESCRIPTION = "How many incidents this archive holds, beside the counts that others have given."

REASONS = (
    "What one count takes as one attack may be two in another: where the sources do not keep "
    "several salvoes apart, one brief here tells of all of them.",
    "Each count has a scope: places, targets or days that it leaves out. What is known of it is "
    "said with each total.",
    "Officials count incidents of which nobody has said anything singly. Such an incident has no "
    "brief here.",
    "A report too thin to stand on is left out here. A brief that was withdrawn, or whose incident "
    "is told in another, is not counted.",
    "The day of an incident is that of the place, as its sources give it; another count may go by "
    "another clock.",
    "An incident at places in two countries is counted in each of them, and once in the whole.",
)
MONTHS_RULE = (
    "An incident of which only the month is known is counted where the whole month lies between "
    "the first and the last day; where only a part of it does, nobody can say, and it is left out."
)


@dataclass(frozen=True, slots=True)
class OursView:
    """Our number; what the official counts make of the same briefs, as each of them says, and for
    how many it is not known; and how many could not be decided. Empty words where there is nothing
    to say."""

    n: str
    official: str
    undecided: str


@dataclass(frozen=True, slots=True)
class CountryLine:
    country: Link
    given: str
    is_known: bool
    ours: OursView


@dataclass(frozen=True, slots=True)
class TotalView:
    """One total. `fragment` is its slug. `counted` says over which days and where ours is counted
    beside it; `given` is the number of `by`."""

    fragment: str
    as_of: str
    day: str
    by: str
    given: str
    is_known: bool
    counted: str
    timezone: str
    scope: str
    note: str
    body: Markup
    marks: tuple[Mark, ...]
    ours: OursView
    countries: tuple[CountryLine, ...]


@dataclass(frozen=True, slots=True)
class TotalsView:
    """`monitors` are counts of those who hold no office; they stand apart and on no line."""

    frame: Frame
    chart: ChartView | None
    chart_words: str
    officials: tuple[TotalView, ...]
    monitors: tuple[TotalView, ...]
    reasons: tuple[str, ...]
    sources: tuple[SourceView, ...]


def totals_view(archive: Archive, site: Site) -> TotalsView:
    totals = sorted(in_order(archive.totals.values()), key=lambda entry: not entry.value.official)
    reckoner = Reckoner(archive)
    listed = numbered(totals, archive.sources)
    shown = [
        (entry.value.official, _total(site, entry, reckoner, listed[entry.slug]))
        for entry in totals
    ]
    officials = tuple(view for is_official, view in shown if is_official)
    series = most_common(totals)
    return TotalsView(
        frame=frame(site, title="Totals", description=DESCRIPTION, kind="totals", section="totals"),
        chart=None if series is None else chart_view(series, reckoner),
        chart_words="" if series is None else " ".join(_chart_words(series, len(officials))),
        officials=officials,
        monitors=tuple(view for is_official, view in shown if not is_official),
        reasons=tuple(_reasons(archive)),
        sources=source_views(site, every_source(listed)),
    )


def _chart_words(series: Series, officials: int) -> Iterator[str]:
    """What stands on the lines, and how many totals do not."""
    since = series.scope.since
    begun = f"from {day_words(since)}" if since is not None else "from the first incident"
    yield f"Counted {begun}, {_area(series.scope.area)}."
    yield "Each dot is an official count of its day."
    others = officials - len(series.totals)
    if others:
        what = how_many(others, "official total is", "official totals are")
        yield f"{what} on no line: of another first day or another area, or without a number."


def _reasons(archive: Archive) -> Iterator[str]:
    yield from REASONS
    if any(entry.facts.precision == "month" for entry in archive.briefs):
        yield MONTHS_RULE


def _total(
    site: Site, entry: Entry[Total], reckoner: Reckoner, listed: Mapping[str, ListedSource]
) -> TotalView:
    total = entry.value
    return TotalView(
        fragment=entry.slug,
        as_of=day_words(total.as_of),
        day=total.as_of.isoformat(),
        by=total.by,
        given=bounds_words(total.count.bounds),
        is_known=not total.count.is_unknown,
        counted=f"{_span(total)}, {_area(scope_of(total).area)}",
        timezone=total.timezone,
        scope=total.scope,
        note=total.note,
        body=prose(entry.prose, listed),
        marks=marks(listed, listed),
        ours=_ours(reckoner.ours(total)),
        countries=tuple(_countries(site, total, reckoner)),
    )


def _countries(site: Site, total: Total, reckoner: Reckoner) -> Iterator[CountryLine]:
    for code, count in total.by_country.pairs if total.by_country is not None else ():
        yield CountryLine(
            country=link_to(site, country_name(code), "country", code.lower()),
            given=bounds_words(count.bounds),
            is_known=not count.is_unknown,
            ours=_ours(reckoner.ours_in(total, code)),
        )


def _ours(ours: Ours) -> OursView:
    return OursView(f"{ours.n:,}", _official(ours), _undecided(ours.undecided))


def _official(ours: Ours) -> str:
    """ "3 for 1 of them; not known for 27"."""
    if not ours.n:
        return ""
    if ours.official.sum is None:
        return UNKNOWN
    known = ours.n - ours.official.unknown
    words = f"{bounds_words(ours.official.sum)} for"
    if not ours.official.unknown:
        return f"{words} all of them"
    return f"{words} {known:,} of them; not known for {ours.official.unknown:,}"


def _undecided(n: int) -> str:
    if not n:
        return ""
    return f"{how_many(n, 'more is', 'more are')} known to the month only, and not counted"


def _span(total: Total) -> str:
    if total.since is None:
        return f"up to {day_words(total.as_of)} (from which day it counts is not given)"
    if total.since > total.as_of:
        return f"from {day_words(total.since)} to {day_words(total.as_of)}"
    return span_words(total.since, total.as_of)


def _area(area: Area) -> str:
    """ "in Iceland and Norway and in international waters"; without countries "on all land"."""
    names = sorted(country_name(code) for code in area.countries - {INTERNATIONAL_WATERS})
    has_sea = area.holds(INTERNATIONAL_WATERS)
    if not names:
        if area.countries:
            return "in international waters"
        return "on land and in international waters" if has_sea else "on all land"
    words = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"in {words}, and in international waters" if has_sea else f"in {words}"
