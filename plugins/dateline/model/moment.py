"""The day of an incident, or its minute with the offset of the place."""

from dataclasses import dataclass
from datetime import date as Day


@dataclass(frozen=True, slots=True)
class Moment:
    """A local day, and the time on it where an account gives one.

    `time` is "HH:MM" or "HH:MM:SS" as written, `offset` "+03:00" or "Z"; both empty when only the
    day is known. The day is the day as written, also with Z: a brief is never moved to another day
    by a conversion (brief format, "What counts").
    """

    day: Day
    time: str = ""
    offset: str = ""

    @property
    def iso(self) -> str:
        return f"{self.day.isoformat()}T{self.time}{self.offset}" if self.time else str(self.day)
