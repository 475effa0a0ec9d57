"""/timeline/2023/10/: every day of a month is a fragment of the page, the empty ones too."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date as Day

from dateline.archive import Archive, Entry
from dateline.archive.reckoning import scope_of
from dateline.frozen import frozen
from dateline.model.registry import Total
from dateline.plan import Site
from dateline.timeline.calendar import Month
from dateline.views.area import area_words
from dateline.views.days import day_words, month_words
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import bounds_words, how_many
from dateline.views.row import Row, row
from dateline.views.share import Share, shares


@frozen
class OfficialView:
    """A running count of others as of a day, beside the day's incidents."""

    link: Link
    by: str


@frozen
class DayView:
    """`fragment` is the day as 2023-10-18; a day without incidents has no rows."""

    fragment: str
    number: int
    words: str
    rows: tuple[Row, ...]
    official: tuple[OfficialView, ...]


@frozen
class MonthView:
    frame: Frame
    timeline: Link
    year: Link
    title: str
    count: str
    shares: tuple[Share, ...]
    days: tuple[DayView, ...]
    undated: tuple[Row, ...]
    before: Link | None
    after: Link | None


def month_view(
    archive: Archive,
    site: Site,
    month: Month,
    totals: Mapping[Day, Sequence[Entry[Total]]],
    before: Month | None,
    after: Month | None,
) -> MonthView:
    """`totals` are the running counts of others by the day as of which they hold."""
    words = month_words(month.year, month.month)
    return MonthView(
        frame=frame(
            site,
            title=f"Timeline, {words}",
            description=f"The incidents of {words} by day.",
            kind="month",
            slug=month.slug,
            section="timeline",
        ),
        timeline=link_to(site, "Timeline", "timeline"),
        year=link_to(site, str(month.year), "year", f"{month.year:04d}"),
        title=words,
        count=how_many(len(month.briefs), "incident"),
        shares=shares(entry.facts for entry in month.briefs),
        days=tuple(
            _day(archive, site, month, totals, number)
            for number in range(1, monthrange(month.year, month.month)[1] + 1)
        ),
        undated=tuple(row(archive, site, entry) for entry in month.undated),
        before=_link(site, before),
        after=_link(site, after),
    )


def _day(
    archive: Archive,
    site: Site,
    month: Month,
    totals: Mapping[Day, Sequence[Entry[Total]]],
    number: int,
) -> DayView:
    day = Day(month.year, month.month, number)
    return DayView(
        fragment=day.isoformat(),
        number=number,
        words=day_words(day),
        rows=tuple(row(archive, site, entry) for entry in month.days.get(number, ())),
        official=tuple(_official(site, total) for total in totals.get(day, ())),
    )


def _official(site: Site, total: Entry[Total]) -> OfficialView:
    area = area_words(scope_of(total.value).area)
    words = f"{bounds_words(total.value.count.reckoned)} counted by then {area}"
    href = site.url_of("totals")
    return OfficialView(Link(words, href and f"{href}#{total.slug}"), total.value.by)


def _link(site: Site, month: Month | None) -> Link | None:
    if month is None:
        return None
    return link_to(site, month_words(month.year, month.month), "month", month.slug)
