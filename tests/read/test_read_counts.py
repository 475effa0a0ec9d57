"""Counts: what a figure or a list of accounts comes to (brief format, "Counts")."""

import pytest
from read_bytes import read

from building import HARBOUR
from dateline.model.count import Bounds, Count
from dateline.read.document import Document
from harbours import SMALLEST

_BY = "by: A, sources: [gazette]"


def _at_least(low: int, best: int | None = None) -> Bounds:
    return Bounds(low, None, best)


_PLAIN = (
    ("0", Bounds(0, 0, 0)),
    ("4", Bounds(4, 4, 4)),
    ("'4'", Bounds(4, 4, 4)),
    ("unknown", None),
    ("{low: 4, high: 12}", Bounds(4, 12)),
    ("{low: 4, high: 12, best: 9}", Bounds(4, 12, 9)),
    ("{low: 4, high: 4}", Bounds(4, 4)),
    ("{low: 4}", _at_least(4)),
    ("{low: 4, best: 9}", _at_least(4, 9)),
)

# Accounts, each what stands behind n and what else it says; and what the list comes to.
_LISTS: tuple[tuple[tuple[str, ...], Bounds | None], ...] = (
    (("4",), Bounds(4, 4)),
    (("4", "9"), Bounds(4, 9)),
    (("9", "4"), Bounds(4, 9)),
    (("4", "{low: 2, high: 6}"), Bounds(2, 6)),
    # Best is the figure of the account marked so, and empty without one.
    (("4, best: true", "9"), Bounds(4, 9, 4)),
    (("4", "{low: 5, high: 9, best: 7}, best: true"), Bounds(4, 9, 7)),
    (("4", "{low: 5, high: 9, best: 7}"), Bounds(4, 9)),
    (("4", "{low: 5, high: 9}, best: true"), Bounds(4, 9)),
    (("4", "{low: 5}, best: true"), _at_least(4)),
    # Open only where the account with the greatest number is; a tie is open.
    (("{low: 4}", "9"), Bounds(4, 9)),
    (("4", "{low: 9}"), _at_least(4)),
    (("9", "{low: 9}"), _at_least(9)),
    (("{low: 9}", "{low: 2, high: 9}"), _at_least(2)),
    (("{low: 4}", "{low: 9}"), _at_least(4)),
    # An open account names its low, and its best where it has one.
    (("4", "{low: 12}", "20"), Bounds(4, 20)),
    # Superseded and unknown ones are left out.
    (("4, superseded: true", "{low: 12}, best: true"), _at_least(12)),
    (("40, superseded: true", "4", "unknown"), Bounds(4, 4)),
    (("{low: 40}, superseded: true", "4"), Bounds(4, 4)),
    (("4, superseded: true",), None),
    (("4, superseded: true, best: true", "9"), Bounds(9, 9)),
    (("unknown",), None),
    (("unknown", "unknown, best: true"), None),
    (("0", "unknown"), Bounds(0, 0)),
)


@pytest.mark.parametrize(("written", "bounds"), _PLAIN)
def test_a_plain_count(written: str, bounds: Bounds | None) -> None:
    count = _count(written)
    assert count.bounds == bounds
    assert count.is_unknown == (bounds is None)


@pytest.mark.parametrize(("accounts", "bounds"), _LISTS)
def test_a_list_of_accounts(accounts: tuple[str, ...], bounds: Bounds | None) -> None:
    count = _count("[" + ", ".join(f"{{n: {account}, {_BY}}}" for account in accounts) + "]")
    assert len(count.accounts) == len(accounts)
    assert count.bounds == bounds


def test_an_absent_count_is_unknown() -> None:
    count = _count("4", key="killed")
    assert not count.is_unknown
    assert _count("4", key="killed", ask="injured").is_unknown


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("{low: 4, high: 12, best: 9}", Bounds(9, 9, 9)),
        ("{low: 4, high: 12}", Bounds(4, 12)),
        ("{low: 4}", _at_least(4)),
        ("unknown", None),
        # A range marked best is taken as that range, and an open one stays open.
        (f"[{{n: 4, {_BY}}}, {{n: {{low: 5, high: 9}}, {_BY}, best: true}}]", Bounds(5, 9)),
        (f"[{{n: 4, {_BY}}}, {{n: {{low: 12}}, {_BY}, best: true}}]", _at_least(12)),
        (f"[{{n: 4, {_BY}}}, {{n: 9, {_BY}, best: true}}]", Bounds(9, 9, 9)),
        (f"[{{n: 4, {_BY}}}, {{n: 9, {_BY}}}]", Bounds(4, 9)),
    ],
)
def test_what_a_sum_takes(written: str, taken: Bounds | None) -> None:
    assert _count(written).reckoned == taken


def _count(written: str, key: str = "killed", ask: str = "killed") -> Count:
    rows = (
        "casualties:\n  - who: Sailors\n    side: coalition\n    sources: [gazette]\n"
        f"    {key}: {written}\nsources:\n"
    )
    source = (HARBOUR / SMALLEST).read_text("utf-8").replace("sources:\n", rows)
    result = read(source.encode())
    assert result.findings == ()
    assert isinstance(result, Document)
    count: Count = getattr(result.value.casualties[0], ask)
    return count
