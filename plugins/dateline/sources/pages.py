"""Which pages hold the entries of a letter: one, or one for each period where they are many."""

from dataclasses import dataclass

from dateline.plan import SiteSettings
from dateline.sources.catalogue import Item, Publisher
from dateline.views.periods import Period, periods

Entry = tuple[Publisher, Item]
Cut = tuple[Period[Entry], ...]

# A page of entries may be longer than one of incidents by this: an entry is a line or two.
ENTRIES_TO_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Letter:
    """`cut` is empty where the letter's own page has all entries."""

    slug: str
    publishers: tuple[Publisher, ...]
    entries: int
    cut: Cut


def letter(slug: str, publishers: tuple[Publisher, ...], settings: SiteSettings) -> Letter:
    entries = [(publisher, item) for publisher in publishers for item in publisher.items]
    most = ENTRIES_TO_A_ROW * settings.list_rows
    return Letter(slug, publishers, len(entries), _cut(entries, most))


def _cut(entries: list[Entry], most: int) -> Cut:
    """By the day of publication, newest first, the undated last."""
    if len(entries) <= most:
        return ()
    dated = sorted(
        (entry for entry in entries if entry[1].day is not None),
        key=lambda entry: str(entry[1].day),
        reverse=True,
    )
    undated = [entry for entry in entries if entry[1].day is None]
    return tuple(periods([*dated, *undated], lambda entry: entry[1].day, most))
