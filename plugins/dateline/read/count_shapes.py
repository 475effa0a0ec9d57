"""How counts are read: a number, unknown, a range, a list of accounts (brief format, "Counts")."""

from dateline.model.count import Bounds, Count
from dateline.model.registry import CountryCounts
from dateline.read import scalars
from dateline.read.nodes import Mapping, Node, Scalar, Sequence
from dateline.read.reading import FieldPath, Reading
from dateline.read.scalars import Wrong, shortened
from dateline.read.shape_parts import Read, scalar, told_pairs, what_is


def count_reader(accounts: Read) -> Read:
    """`accounts` reads a list of accounts."""

    def read(node: Node, path: FieldPath, reading: Reading) -> Count:
        if isinstance(node, Sequence):
            return Count(accounts=accounts(node, path, reading))
        return Count(plain=read_bounds(node, path, reading))

    return read


def country_counts_reader(count: Read) -> Read:
    """`count` reads the count of one country."""

    def read(node: Node, path: FieldPath, reading: Reading) -> CountryCounts:
        if not isinstance(node, Mapping):
            hint = "write {IQ: 10, SY: 3}"
            message = f"{what_is(node)} where countries and counts are wanted"
            reading.fault(node.mark, path, "E103", message, hint)
            return CountryCounts()
        pairs = []
        for key, value, here in told_pairs(node, path, reading):
            try:
                code = scalars.country(key.text, waters=True)
            except Wrong as wrong:
                reading.fault(key.mark, here, wrong.code, wrong.message, wrong.remedy)
                continue
            pairs.append((code, count(value, here, reading)))
        return CountryCounts(tuple(pairs))

    return read


def read_bounds(node: Node, path: FieldPath, reading: Reading) -> Bounds | None:
    if isinstance(node, Scalar):
        bounds: Bounds | None = scalar(scalars.count, None).read(node, path, reading)
        return bounds
    if isinstance(node, Sequence):
        reading.fault(node.mark, path, "E109", "a list where one count is wanted")
        return None
    return _read_range(node, path, reading)


def _read_range(node: Mapping, path: FieldPath, reading: Reading) -> Bounds | None:
    found: dict[str, int] = {}
    whole = scalar(scalars.number, None)
    for key, value, here in told_pairs(node, path, reading):
        if key.text not in ("low", "high", "best"):
            hint = "a range has low, high and best"
            reading.fault(key.mark, here, "E102", f'unknown key "{shortened(key.text)}"', hint)
            continue
        n = whole.read(value, here, reading)
        if n is not None:
            found[key.text] = n
    if path in reading.unsound:
        return None
    if "low" not in found:
        hint = "add low: …; {low: n} alone means at least n"
        reading.fault(node.mark, path, "E101", 'the field "low" is missing in a range', hint)
        return None
    bounds = Bounds(found["low"], found.get("high"), found.get("best"))
    if not _in_rising_order(bounds):
        reading.fault(node.mark, path, "E211", "low, best and high are not in rising order")
        return None
    return bounds


def _in_rising_order(bounds: Bounds) -> bool:
    named = [n for n in (bounds.low, bounds.best, bounds.high) if n is not None]
    return named == sorted(named)
