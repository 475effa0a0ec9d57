"""The archive's briefs by year, month and day."""

from collections.abc import Mapping
from datetime import date as Day

from dateline.archive import Archive, Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.model.registry import Total

Briefs = tuple[Entry[Brief], ...]


@frozen
class Month:
    """`days` by day of the month; `undated` are those of which only the month is known."""

    year: int
    month: int
    days: Mapping[int, Briefs]
    undated: Briefs

    @property
    def briefs(self) -> Briefs:
        dated = tuple(entry for briefs in self.days.values() for entry in briefs)
        return dated + self.undated

    @property
    def slug(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@frozen
class Year:
    year: int
    months: tuple[Month, ...]

    @property
    def briefs(self) -> Briefs:
        return tuple(entry for month in self.months for entry in month.briefs)

    @property
    def slug(self) -> str:
        return f"{self.year:04d}"


def totals_by_day(archive: Archive) -> dict[Day, list[Entry[Total]]]:
    """The running counts of others, by the day as of which they hold."""
    found: dict[Day, list[Entry[Total]]] = {}
    for entry in archive.totals.values():
        found.setdefault(entry.value.as_of, []).append(entry)
    return found


def years(archive: Archive) -> tuple[Year, ...]:
    """Oldest first; only years and months in which something is dated."""
    by_year: dict[int, dict[int, list[Entry[Brief]]]] = {}
    for entry in archive.briefs:
        day = entry.facts.date
        by_year.setdefault(day.year, {}).setdefault(day.month, []).append(entry)
    return tuple(
        Year(year, tuple(_month(year, month, briefs) for month, briefs in months.items()))
        for year, months in by_year.items()
    )


def _month(year: int, month: int, briefs: list[Entry[Brief]]) -> Month:
    days: dict[int, list[Entry[Brief]]] = {}
    undated: list[Entry[Brief]] = []
    for entry in briefs:
        if entry.facts.precision == "month":
            undated.append(entry)
        else:
            days.setdefault(entry.facts.date.day, []).append(entry)
    return Month(year, month, {day: tuple(found) for day, found in days.items()}, tuple(undated))
