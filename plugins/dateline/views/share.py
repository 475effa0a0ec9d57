"""How many of a set of briefs have which grade."""

from collections import Counter
from collections.abc import Iterable

from dateline.frozen import frozen
from dateline.model.facts import Facts
from dateline.views.grades import GRADES, Grade


@frozen
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
