"""/timeline/: the years, and in each its months with what is known of how many."""

from dateline.frozen import frozen
from dateline.plan import Site
from dateline.timeline.calendar import Month, Year
from dateline.views.days import MONTHS
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many
from dateline.views.share import Share, shares


@frozen
class MonthLine:
    """A month with the number of its incidents, in words, and by grade."""

    link: Link
    count: str
    shares: tuple[Share, ...]


@frozen
class YearBlock:
    link: Link
    count: str
    months: tuple[MonthLine, ...]


@frozen
class OverviewView:
    frame: Frame
    years: tuple[YearBlock, ...]


def overview_view(site: Site, years: tuple[Year, ...]) -> OverviewView:
    return OverviewView(
        frame=frame(
            site,
            title="Timeline",
            description="Every incident of the archive by year, month and day.",
            kind="timeline",
            section="timeline",
        ),
        years=tuple(
            YearBlock(
                link=link_to(site, str(year.year), "year", year.slug),
                count=how_many(len(year.briefs), "incident"),
                months=tuple(month_line(site, month) for month in year.months),
            )
            for year in reversed(years)
        ),
    )


def month_line(site: Site, month: Month) -> MonthLine:
    briefs = month.briefs
    return MonthLine(
        link=link_to(site, MONTHS[month.month - 1], "month", month.slug),
        count=how_many(len(briefs), "incident"),
        shares=shares(entry.facts for entry in briefs),
    )
