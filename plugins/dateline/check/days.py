"""Rules about days: when it was, how sure that is, and what came later."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date as Day
from datetime import datetime, timedelta
from itertools import pairwise

from dateline.check.collection import BriefDocument
from dateline.findings import Finding
from dateline.model.brief import Brief
from dateline.model.moment import Moment

# How far behind today an incident may be dated.
LATEST = timedelta(days=1)


def ends_after_it_begins(doc: BriefDocument) -> Iterator[Finding]:
    end = doc.value.end_date
    if end is None or not (doc.sound("date") and doc.sound("end_date")):
        return
    if _before(end, doc.value.date):
        message = f"it ends on {end.iso}, before it begins on {doc.value.date.iso}"
        yield doc.fault(("end_date",), "E204", message, "correct one of them")


def bounds_hold_the_date(doc: BriefDocument) -> Iterator[Finding]:
    brief = doc.value
    earliest, latest = brief.date_earliest, brief.date_latest
    if not all(doc.sound(name) for name in ("date", "date_earliest", "date_latest")):
        return
    if earliest is None or latest is None or _holds(earliest, latest, brief):
        return
    message = f"{earliest} to {latest} does not hold the date {brief.date.day}"
    yield doc.fault(("date_earliest",), "E205", message, "correct the bounds or the date")


def _holds(earliest: Day, latest: Day, brief: Brief) -> bool:
    """A month's date stands for all of its days: bounds may lie anywhere in it."""
    first = last = brief.date.day
    if brief.date_precision == "month":
        last = first.replace(day=monthrange(first.year, first.month)[1])
    return earliest <= last and first <= latest and earliest <= latest


def approximate_has_bounds(doc: BriefDocument) -> Iterator[Finding]:
    brief = doc.value
    given = [name for name in ("date_earliest", "date_latest") if getattr(brief, name) is not None]
    if not (doc.sound("date_earliest") and doc.sound("date_latest")):
        return
    if len(given) == 1:
        message = f"{given[0]} stands alone"
        yield doc.fault((given[0],), "E206", message, "give both bounds, or neither")
    elif not given and brief.date_precision == "approximate":
        message = "an approximate date without its bounds"
        remedy = "add date_earliest and date_latest, as the accounts give them"
        yield doc.fault(("date_precision",), "E206", message, remedy)


def month_is_its_first_day(doc: BriefDocument) -> Iterator[Finding]:
    brief = doc.value
    if brief.date_precision != "month" or not doc.sound("date"):
        return
    if brief.date.day.day != 1 or brief.date.time:
        message = f"with the precision month the date is {brief.date.day.isoformat()[:7]}-01"
        yield doc.fault(("date",), "E207", message, "write the month's first day, without a time")


def not_in_the_future(doc: BriefDocument, today: Day) -> Iterator[Finding]:
    """A day's grace: it may be tomorrow already where the incident was."""
    day = doc.value.date.day
    if doc.sound("date") and day > today + LATEST:
        message = f"the incident is dated {day}, today is {today}"
        yield doc.fault(("date",), "E208", message, "correct the date")


def revisions_are_in_order(doc: BriefDocument) -> Iterator[Finding]:
    if not doc.sound("revisions"):
        return
    for n, (earlier, later) in enumerate(pairwise(doc.value.revisions), start=1):
        if later.date < earlier.date:
            message = f"the revision of {later.date} stands behind that of {earlier.date}"
            yield doc.fault(("revisions", n, "date"), "E209", message)


def _before(one: Moment, other: Moment) -> bool:
    if one.time and other.time:
        return datetime.fromisoformat(one.iso) < datetime.fromisoformat(other.iso)
    return one.day < other.day
