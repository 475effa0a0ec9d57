"""/timeline/, /timeline/2023/ and /timeline/2023/10/."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Day
from functools import partial
from itertools import pairwise

from dateline.archive import Archive, Entry, heads
from dateline.model.registry import Total
from dateline.plan import Output, Page, Site
from dateline.timeline.calendar import Month, totals_by_day, years
from dateline.timeline.month_view import month_view
from dateline.timeline.overview_view import overview_view
from dateline.timeline.year_view import year_view


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    all_years = years(archive)
    yield Page(
        path="timeline/index.html",
        template="timeline.html",
        view=partial(overview_view, site, all_years),
        kind="timeline",
        given=partial(heads, archive.briefs),
    )
    for year in all_years:
        yield Page(
            path=f"timeline/{year.slug}/index.html",
            template="timeline_year.html",
            view=partial(year_view, archive, site, year),
            kind="year",
            slug=year.slug,
            given=partial(heads, year.briefs),
        )
    totals = totals_by_day(archive)
    months = [month for year in all_years for month in year.months]
    after: dict[str, Month] = {one.slug: two for one, two in pairwise(months)}
    before: dict[str, Month] = {two.slug: one for one, two in pairwise(months)}
    for month in months:
        yield Page(
            path=f"timeline/{month.year:04d}/{month.month:02d}/index.html",
            template="timeline_month.html",
            view=partial(
                month_view,
                archive,
                site,
                month,
                totals,
                before.get(month.slug),
                after.get(month.slug),
            ),
            kind="month",
            slug=month.slug,
            given=partial(
                _month_given, month, totals, before.get(month.slug), after.get(month.slug)
            ),
        )


def _month_given(
    month: Month,
    totals: Mapping[Day, Sequence[Entry[Total]]],
    before: Month | None,
    after: Month | None,
) -> object:
    beside = tuple("" if one is None else one.slug for one in (before, after))
    counts = (
        entry
        for day, entries in totals.items()
        if (day.year, day.month) == (month.year, month.month)
        for entry in entries
    )
    return heads(month.briefs), heads(counts), beside
