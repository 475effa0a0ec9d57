"""How a long list of incidents is cut into pages of its own: by year, and a full year by month.

The calendar cuts, not a count from either end: a brief that comes or goes changes the page of its
own stretch of time, and no other page of the list.
"""

from collections.abc import Iterator
from datetime import date as Day
from functools import cache
from itertools import groupby

from dateline.archive import Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.views.days import day_words, month_words

Briefs = tuple[Entry[Brief], ...]

# How much of an ISO day names its year, its month and itself.
YEAR, MONTH, DAY = 4, 7, 10


@frozen
class Stretch:
    """The briefs of a year, a month or a day; `name` is "2023", "2023-10" or "2023-10-18"."""

    name: str
    briefs: Briefs

    @property
    def words(self) -> str:
        day = self.briefs[0].facts.date
        if len(self.name) == YEAR:
            return self.name
        return month_words(day.year, day.month) if len(self.name) == MONTH else day_words(day)


@cache
def _iso(day: int) -> str:
    """Remembered: an archive has many more briefs than days, and asks this of each many times."""
    return Day.fromordinal(day).isoformat()


def stretches(briefs: Briefs, most: int, length: int = YEAR) -> Iterator[Stretch]:
    """In the order of the archive; a stretch with more than `most` briefs is cut finer.

    A day is never cut: that many incidents of one day stand on one page.
    """
    for name, found in groupby(briefs, key=lambda entry: _iso(entry.facts.day)[:length]):
        together = tuple(found)
        if len(together) <= most or length == DAY:
            yield Stretch(name, together)
        else:
            yield from stretches(together, most, MONTH if length == YEAR else DAY)
