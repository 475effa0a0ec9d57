"""The words for spans and what could not be decided, as the page and whatever else tells of
totals say them."""

from datetime import date as Day

from dateline.archive.months import Difference
from dateline.views.days import day_words
from dateline.views.numbers import UNKNOWN, how_many


def since_words(since: Day | None) -> str:
    """ "from 17 October 2023"."""
    return "from a day that is not given" if since is None else f"from {day_words(since)}"


def difference_words(difference: Difference) -> str:
    """ "47", "at least 6", "at most 3", "2 to 5", "−1", "not known"."""
    low, high = difference.low, difference.high
    if low is None:
        return UNKNOWN if high is None else f"at most {signed(high)}"
    if high is None:
        return f"at least {signed(low)}"
    return signed(low) if low == high else f"{signed(low)} to {signed(high)}"


def signed(n: int) -> str:
    return f"{n:,}".replace("-", "\N{MINUS SIGN}")


def undecided_words(n: int) -> str:
    if not n:
        return ""
    return f"{how_many(n, 'more is', 'more are')} known to the month only, and not counted"
