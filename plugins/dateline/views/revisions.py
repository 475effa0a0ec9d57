"""What changed after publication, in words."""

from dateline.model.brief import Revision
from dateline.views.days import short_day

REVISED = {"update": "Updated", "correction": "Corrected", "withdrawal": "Withdrawn"}


def revised_words(revision: Revision) -> str:
    """ "Corrected on 7 Nov 2023"."""
    return f"{REVISED[revision.kind]} on {short_day(revision.date)}"
