"""How many of a set of briefs have which grade."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.facts import Facts
from dateline.views.grades import GRADES, Grade


@dataclass(frozen=True, slots=True)
class Share:
    grade: Grade
    n: int


def shares(briefs: Iterable[Facts]) -> tuple[Share, ...]:
    """In the order of the grades, those that nobody has left out."""
    counted = Counter(brief.verification for brief in briefs)
    return tuple(
        Share(grade, counted[verification])
        for verification, grade in GRADES.items()
        if counted[verification]
    )
