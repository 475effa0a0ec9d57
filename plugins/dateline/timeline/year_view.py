"""/timeline/2023/: the months of a year, each with its incidents as short rows."""

from dateline.archive import Archive
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.timeline.calendar import Year
from dateline.timeline.overview_view import MonthLine, month_line
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many
from dateline.views.row import Row, row


@frozen
class MonthBlock:
    """`rows` are empty in a year with more incidents than a list may hold: the months have them."""

    line: MonthLine
    rows: tuple[Row, ...]


@frozen
class YearView:
    frame: Frame
    timeline: Link
    year: str
    count: str
    months: tuple[MonthBlock, ...]


def year_view(archive: Archive, site: Site, year: Year) -> YearView:
    is_short = len(year.briefs) <= site.settings.list_rows
    return YearView(
        frame=frame(
            site,
            title=f"Timeline {year.year}",
            description=f"The incidents of {year.year} by month.",
            kind="year",
            slug=year.slug,
            section="timeline",
        ),
        timeline=link_to(site, "Timeline", "timeline"),
        year=str(year.year),
        count=how_many(len(year.briefs), "incident"),
        months=tuple(
            MonthBlock(
                month_line(site, month),
                tuple(row(archive, site, entry) for entry in month.briefs) if is_short else (),
            )
            for month in year.months
        ),
    )
