"""What /totals/ shows: every total beside ours, the chart of those that may be joined, and why the
numbers differ."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from dateline.archive import Archive, Entry, ListedSource
from dateline.archive.months import months
from dateline.archive.reckoning import Ours, Reckoner, Scope, scope_of
from dateline.archive.series import Series, in_order, most_common
from dateline.frozen import frozen
from dateline.model.country import country_name
from dateline.model.registry import Total
from dateline.plan import Site
from dateline.totals.chart import ChartView, chart_view
from dateline.totals.months_view import MonthsView, months_view
from dateline.totals.page_sources import every_source, numbered
from dateline.totals.words import since_words, undecided_words
from dateline.views.area import area_words
from dateline.views.days import day_words
from dateline.views.frame import Frame, frame
from dateline.views.link import Mark
from dateline.views.numbers import UNKNOWN, bounds_words, how_many
from dateline.views.sources import SourceView, marks, prose, source_views

Totals = tuple[Entry[Total], ...]

DESCRIPTION = "How many incidents this archive holds, beside the counts that others have given."

REASONS = (
    "Several attacks that the sources do not keep apart are one brief here; a count may make more "
    "than one of them.",
    "Each count has a scope: places, targets or days that it leaves out. What is known of it is "
    "said with it.",
    "Officials count incidents of which nobody has said anything singly. Such an incident has no "
    "brief here.",
    "A report too thin to stand on is left out here. A brief that was withdrawn, or whose incident "
    "is told in another, is not counted.",
    "The day of an incident is that of the place, as its sources give it; another count may go by "
    "another clock, or take an incident in on a later day.",
    "An incident at places in two countries is counted in each of them, and once in the whole.",
)
MONTHS_RULE = (
    "An incident of which only the month is known is counted where the whole month lies between "
    "the first and the last day; where only a part of it does, nobody can say, and it is left out."
)


@frozen
class OursView:
    """Our number; what the official counts make of those of the same briefs for which it is known;
    and how many could not be decided. Empty words where there is nothing to say."""

    n: str
    official: str
    undecided: str


@frozen
class TotalView:
    """One total; `given` is the number of `by`. `fragment` is its slug. `remarks` are sentences
    that say the rest of it, beside its text."""

    fragment: str
    as_of: str
    day: str
    by: str
    given: str
    is_known: bool
    remarks: tuple[str, ...]
    body: Markup
    marks: tuple[Mark, ...]
    ours: OursView


@frozen
class GroupView:
    """Totals of one scope. `counted` says over which days and where they count, and so ours beside
    them; `remarks` what else holds for all of them."""

    counted: str
    remarks: tuple[str, ...]
    totals: tuple[TotalView, ...]


@frozen
class TotalsView:
    """`monitors` are counts of those who hold no office; they stand apart and on no line."""

    frame: Frame
    chart: ChartView | None
    chart_words: str
    months: MonthsView | None
    officials: tuple[GroupView, ...]
    monitors: tuple[GroupView, ...]
    reasons: tuple[str, ...]
    sources: tuple[SourceView, ...]


def totals_view(archive: Archive, site: Site) -> TotalsView:
    reckoner = Reckoner(archive)
    officials, monitors = _by_office(archive)
    groups = (*_by_scope(officials), *_by_scope(monitors))
    listed = numbered((entry for group in groups for entry in group), archive.sources)
    series = most_common(officials)
    return TotalsView(
        frame=frame(site, title="Totals", description=DESCRIPTION, kind="totals", section="totals"),
        chart=None if series is None else chart_view(series, reckoner),
        chart_words="" if series is None else " ".join(_chart_words(series, len(officials))),
        months=months_view(site, series, months(archive, series, reckoner)),
        officials=tuple(_group(group, reckoner, listed) for group in _by_scope(officials)),
        monitors=tuple(_group(group, reckoner, listed) for group in _by_scope(monitors)),
        reasons=tuple(_reasons(archive)),
        sources=source_views(site, every_source(listed)),
    )


def _by_office(archive: Archive) -> tuple[Totals, Totals]:
    """The official ones, and the others; both in the order of their days."""
    totals = in_order(archive.totals.values())
    return (
        tuple(entry for entry in totals if entry.value.official),
        tuple(entry for entry in totals if not entry.value.official),
    )


def _by_scope(totals: Totals) -> tuple[Totals, ...]:
    """Those that count the same stand together, in the order of the first of each."""
    by_scope: dict[Scope, list[Entry[Total]]] = {}
    for entry in totals:
        by_scope.setdefault(scope_of(entry.value), []).append(entry)
    return tuple(map(tuple, by_scope.values()))


def _chart_words(series: Series, officials: int) -> Iterator[str]:
    """What stands on the lines, and how many totals do not."""
    since = series.scope.since
    begun = "from the first incident" if since is None else since_words(since)
    yield f"Counted {begun}, {area_words(series.scope.area)}."
    yield "Each dot is an official count of its day."
    others = officials - len(series.totals)
    if others:
        what = how_many(others, "official total is", "official totals are")
        yield f"{what} on no line: of another first day or another area, or without a number."


def _reasons(archive: Archive) -> Iterator[str]:
    yield from REASONS
    if any(entry.facts.precision == "month" for entry in archive.briefs):
        yield MONTHS_RULE


def _group(
    totals: Totals, reckoner: Reckoner, listed: Mapping[str, Mapping[str, ListedSource]]
) -> GroupView:
    scope = scope_of(totals[0].value)
    shared = _shared(totals) if len(totals) > 1 else frozenset[str]()
    return GroupView(
        counted=f"Counted {since_words(scope.since)}, {area_words(scope.area)}",
        remarks=tuple(words for words in _held_to(totals[0].value) if words in shared),
        totals=tuple(_total(entry, reckoner, listed[entry.slug], shared) for entry in totals),
    )


def _shared(totals: Totals) -> frozenset[str]:
    """What all of them say of their scope and clock."""
    said = [frozenset(_held_to(entry.value)) for entry in totals]
    return said[0].intersection(*said)


def _held_to(total: Total) -> Iterator[str]:
    if total.scope:
        yield total.scope
    if total.timezone:
        yield f"By {total.timezone}."


def _total(
    entry: Entry[Total],
    reckoner: Reckoner,
    listed: Mapping[str, ListedSource],
    shared: frozenset[str],
) -> TotalView:
    total = entry.value
    return TotalView(
        fragment=entry.slug,
        as_of=day_words(total.as_of),
        day=total.as_of.isoformat(),
        by=total.by,
        given=bounds_words(total.count.bounds),
        is_known=not total.count.is_unknown,
        remarks=tuple(_remarks(total, reckoner, shared)),
        body=prose(entry.prose, listed),
        marks=marks(listed, listed),
        ours=_ours(reckoner.ours(total)),
    )


def _remarks(total: Total, reckoner: Reckoner, shared: frozenset[str]) -> Iterator[str]:
    countries = "; ".join(_countries(total, reckoner))
    if countries:
        yield f"{countries}."
    yield from (words for words in _held_to(total) if words not in shared)
    if total.note:
        yield total.note


def _countries(total: Total, reckoner: Reckoner) -> Iterator[str]:
    """ "Iceland 3, ours 2 (1 for 1)"."""
    for code, count in total.by_country.pairs if total.by_country is not None else ():
        ours = _ours(reckoner.ours_in(total, code))
        more = "; ".join(words for words in (ours.official, ours.undecided) if words)
        aside = f" ({more})" if more and more != UNKNOWN else ""
        yield f"{country_name(code)} {bounds_words(count.bounds)}, ours {ours.n}{aside}"


def _ours(ours: Ours) -> OursView:
    return OursView(f"{ours.n:,}", _official(ours), undecided_words(ours.undecided))


def _official(ours: Ours) -> str:
    """ "13 for 6": of so many of ours it is known. It is said once on the page that of the others
    it is not."""
    if not ours.n:
        return ""
    if ours.official.sum is None:
        return UNKNOWN
    known = ours.n - ours.official.unknown
    return f"{bounds_words(ours.official.sum)} for {known:,}"
