"""Days in words, as a reader says them. No locale is asked: the same words on every machine."""

from datetime import date as Day

from dateline.model.brief import Brief

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: Day) -> str:
    """18 October 2023"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: Day) -> str:
    """18 Oct 2023"""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_words(year: int, month: int) -> str:
    """October 2023"""
    return f"{MONTHS[month - 1]} {year}"


def span_words(first: Day, last: Day) -> str:
    """17 to 18 October 2023; what both days share is said once."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def incident_words(brief: Brief) -> str:
    """When it was: "18 October 2023", "17 or 18 October 2023", "October 2023"."""
    day = brief.date.day
    if brief.date_precision == "month":
        return month_words(day.year, day.month)
    if brief.date_precision == "approximate":
        return _approximate(brief)
    if brief.end_date is not None and brief.end_date.day != day:
        return span_words(day, brief.end_date.day)
    return day_words(day)


def machine_day(brief: Brief) -> str:
    """For a datetime attribute: 2023-10-18, or 2023-10 where only the month is known."""
    day = brief.date.day.isoformat()
    return day[:7] if brief.date_precision == "month" else day


def _approximate(brief: Brief) -> str:
    first, last = brief.date_earliest, brief.date_latest
    if first is None or last is None or first == last:
        return f"about {day_words(brief.date.day)}"
    if (last - first).days == 1:
        return span_words(first, last).replace(" to ", " or ")
    return f"between {span_words(first, last).replace(' to ', ' and ')}"


def time_words(brief: Brief) -> str:
    """The minute as written, with its offset: "04:10 (UTC+03:00)"; empty without one."""
    if not brief.date.time:
        return ""
    offset = "UTC" if brief.date.offset in ("Z", "+00:00") else f"UTC{brief.date.offset}"
    return f"{brief.date.time} ({offset})"
