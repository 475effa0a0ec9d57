"""How well a thing is known: each grade has a word, a mark and a line that says what it means.

The lines are those of the brief format ("Verification"), in the words of a reader.
"""

from dateline.frozen import frozen
from dateline.model.brief import Brief, Outcome, Standing, Verification


@frozen
class Grade:
    """`mark` names the symbol of the theme and the colour token."""

    mark: str
    word: str
    meaning: str


GRADES: dict[Verification, Grade] = {
    "confirmed": Grade(
        "confirmed",
        "Confirmed",
        "An official body says that the attack took place, or two accounts do that are independent "
        "of each other and of whoever claims it.",
    ),
    "reported": Grade(
        "reported", "Reported", "One account independent of whoever claims it says so."
    ),
    "claimed": Grade("claimed", "Claimed", "Only the group's own word says so."),
    "disputed": Grade(
        "disputed",
        "Disputed",
        "An official or independent account says that it did not take place.",
    ),
}

WITHDRAWN = Grade("gone", "Withdrawn", "The archive no longer stands by this brief.")
MERGED = Grade("gone", "Merged", "The incident is told in another brief.")

OUTCOMES: dict[Outcome, str] = {
    "stopped": "Stopped: nothing reached the target, and at least a part was brought down or "
    "made harmless.",
    "partly-stopped": "Partly stopped: a part was brought down or made harmless, and a part "
    "reached the target.",
    "hit": "Hit: it reached the target, and nothing is known to have been stopped.",
    "missed": "Missed: nothing reached the target, and nobody is said to have stopped it.",
    "unknown": "Not known.",
}

STANDINGS: dict[Standing, str] = {
    "stands": "",
    "superseded": "replaced by a later statement",
    "withdrawn": "withdrawn",
    "doubted": "doubted",
}


def grade_of(brief: Brief) -> Grade:
    if brief.status == "withdrawn":
        return WITHDRAWN
    if brief.status == "merged":
        return MERGED
    return GRADES[brief.verification]
