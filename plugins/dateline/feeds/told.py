"""What an item of a feed tells of."""

from datetime import date as Day

from dateline.archive import Entry
from dateline.feeds.ids import lasting_name
from dateline.frozen import frozen
from dateline.model.brief import Brief


@frozen
class Told:
    """An incident that is new to the archive, or one revision of a brief.

    `number` is that of the revision, from 1 in the order of the file; 0 is the incident itself.
    """

    entry: Entry[Brief]
    number: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """Names it within one build."""
        return self.entry.slug, self.number

    @property
    def day(self) -> Day:
        """Published and updated in one, for an edit makes nothing new."""
        facts = self.entry.facts
        return Day.fromordinal(facts.revisions[self.number - 1][0] if self.number else facts.added)

    @property
    def name(self) -> str:
        """Names it for ever, in its id."""
        brief = f"briefs/{lasting_name(self.entry.facts)}"
        return f"{brief}/r{self.number}" if self.number else brief

    @property
    def order(self) -> tuple[Day, str, int]:
        """By day; those of one day by id, which a renamed brief keeps: a new name moves nothing."""
        return self.day, lasting_name(self.entry.facts), self.number
