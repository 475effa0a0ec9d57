"""In words, why an official count and ours of the same days are not one number: as much of it as
the archive can tell, with its figures. What it cannot tell is said with its condition."""

from collections.abc import Iterator

from dateline.archive.months import ByGrade, Counted, Difference, Held
from dateline.model.count import Bounds
from dateline.totals.words import undecided_words
from dateline.views.grades import GRADES
from dateline.views.numbers import bounds_words, how_many

ENDING = "no brief here"
NO_BRIEF = f"of its attacks have {ENDING}"


def why(counted: Counted) -> str:
    return " ".join(_sentences(counted))


def _sentences(counted: Counted) -> Iterator[str]:
    held = counted.held
    if held.several:
        made = bounds_words(held.made)
        yield f"The official counts make {made} attacks of {held.several:,} of ours."
    if held.outside:
        yield f"{how_many(held.outside, 'of ours is', 'of ours are')} outside their scope."
    unconfirmed = sum(held.unconfirmed.values())
    if unconfirmed:
        subject = how_many(unconfirmed, "of ours is", "of ours are")
        yield f"{subject} not confirmed but {_grades(held.unconfirmed)}."
    yield _rest(counted.grown, held)
    if held.undecided:
        yield f"{undecided_words(held.undecided)}."


def _grades(unconfirmed: ByGrade) -> str:
    """ "reported", or "reported (4) or claimed (1)"."""
    found = {grade.word.lower(): n for key, grade in GRADES.items() if (n := unconfirmed.get(key))}
    if len(found) == 1:
        return next(iter(found))
    *before, last = (f"{word} ({n:,})" for word, n in found.items())
    return f"{', '.join(before)} or {last}"


def _rest(grown: Difference, held: Held) -> str:
    """What is left of the count when ours is taken from it, or the other way round."""
    rest = grown.less(held.counted())
    more = _more(rest)
    if not held.open:
        return f"What it makes of ours is {more}." if more else f"{_capital(_left(rest))}."
    others = "the others" if held.several or held.outside else "ours"
    if more:
        words = f"Were each of {others} one attack in that count, it would be {more}"
    else:
        words = f"If each of {others} is one attack in that count, {_left(rest)}"
    if held.open_unconfirmed:
        words += f"; if only the confirmed ones are, {_of_confirmed(grown, held, _left(rest))}"
    return f"{words}."


def _of_confirmed(grown: Difference, held: Held, said: str) -> str:
    rest = grown.less(held.counted(confirmed_only=True))
    if more := _more(rest):
        return f"it would still be {more.partition(':')[0]}"
    left = _left(rest)
    return left.removesuffix(f" {NO_BRIEF}") if said.endswith(ENDING) else left


def _more(rest: Difference) -> str:
    """Where ours is more than the count for certain."""
    if rest.high is None or rest.high >= 0:
        return ""
    n = bounds_words(Bounds(-rest.high, None if rest.low is None else -rest.low))
    return f"{n} more: as many of ours are left out of it, or counted on other days"


def _left(rest: Difference) -> str:
    """How many attacks of the count are in no brief."""
    low, high = rest.low, rest.high
    if high == 0:
        return "none of its attacks is without a brief here"
    if high is None and (low is None or low <= 0):
        return f"it cannot be told how many {NO_BRIEF}"
    if low is None or low <= 0:
        return f"at most {high:,} {NO_BRIEF}"
    if low == high == 1:
        return f"1 of its attacks has {ENDING}"
    return f"{bounds_words(Bounds(low, high))} {NO_BRIEF}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
