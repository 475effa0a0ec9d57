"""Numbers in words. Unknown is said, and never a nought or a dash."""

from dateline.model.count import Bounds

UNKNOWN = "not known"


def bounds_words(bounds: Bounds | None) -> str:
    """ "4", "4 to 13", "at least 12", "not known"."""
    if bounds is None:
        return UNKNOWN
    if bounds.high is None:
        return f"at least {bounds.low:,}"
    if bounds.low == bounds.high:
        return f"{bounds.low:,}"
    return f"{bounds.low:,} to {bounds.high:,}"


def how_many(n: int, one: str, many: str = "") -> str:
    """ "1 incident", "14 incidents"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def plain(number: float) -> str:
    """A coordinate as a drawing sets it, with at most one decimal: "12", "12.5"."""
    return f"{round(number, 1) + 0:.1f}".removesuffix(".0")
