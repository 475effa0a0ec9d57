"""Sums of figures: best, else low to high; the unknown beside them; figures for several briefs."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from data_archives import DRONES, ROCKETS, archive_of, smallest_with
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive import Archive
from dateline.archive.sums import LeftOut, Sum, casualty_sums, total, weapon_totals
from dateline.model.count import UNKNOWN, Account, Bounds, Count
from harbours import WHOLE, brief


def plain(
    low: int, high: int | None = None, best: int | None = None, *, open_: bool = False
) -> Count:
    return Count(Bounds(low, None if open_ else (low if high is None else high), best))


def exact(n: int) -> Count:
    return Count(Bounds(n, n, n))


def accounts(*found: Account) -> Count:
    return Count(accounts=found)


def account(low: int, high: int | None, *, best: bool = False, superseded: bool = False) -> Account:
    exactly = low if low == high else None
    return Account(Bounds(low, high, exactly), "A", ("x",), best=best, superseded=superseded)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([exact(2), exact(3)], Sum(5, 5, 5, 0)),
        ([exact(0)], Sum(0, 0, 0, 0)),
        ([UNKNOWN], Sum(None, None, None, 1)),
        ([UNKNOWN, UNKNOWN], Sum(None, None, None, 2)),
        ([exact(0), UNKNOWN], Sum(0, 0, 0, 1)),
        # A range without a best is taken from low to high; then the sum has no best either.
        ([plain(4, 12), exact(1)], Sum(5, 13, None, 0)),
        ([plain(4, 12, 9), exact(1)], Sum(10, 10, 10, 0)),
        # Open: no high, as soon as one is.
        ([plain(4, open_=True), exact(1)], Sum(5, None, None, 0)),
        ([plain(4, open_=True), UNKNOWN], Sum(4, None, None, 1)),
        ([plain(4, best=9, open_=True), exact(1)], Sum(10, 10, 10, 0)),
        # Accounts: the one marked best, a range as that range; without one the least to the most.
        ([accounts(account(4, 4), account(13, 13, best=True))], Sum(13, 13, 13, 0)),
        ([accounts(account(4, 4), account(9, 13, best=True))], Sum(9, 13, None, 0)),
        ([accounts(account(4, 4), account(12, None, best=True))], Sum(12, None, None, 0)),
        ([accounts(account(4, 4), account(13, 13))], Sum(4, 13, None, 0)),
        ([accounts(account(4, 4, superseded=True), account(13, 13))], Sum(13, 13, None, 0)),
        ([accounts(account(4, 4, superseded=True)), exact(1)], Sum(1, 1, 1, 1)),
    ],
)
def test_a_sum(counts: list[Count], expected: Sum) -> None:
    assert total(counts) == expected
    assert expected.open == (expected.low is not None and expected.high is None)


def test_nothing_has_no_sum() -> None:
    assert total([]) is None


numbers = st.integers(0, 10_000)


@st.composite
def some_bounds(draw: st.DrawFn) -> Bounds:
    low, high = sorted((draw(numbers), draw(numbers)))
    best = draw(st.none() | st.integers(low, high))
    return Bounds(low, draw(st.sampled_from((high, None))), best)


some_accounts = st.builds(
    Account,
    n=st.none() | some_bounds(),
    by=st.just("A"),
    sources=st.just(("x",)),
    superseded=st.booleans(),
)
some_counts = st.one_of(
    st.builds(Count, plain=st.none() | some_bounds()),
    st.builds(Count, accounts=st.lists(some_accounts, min_size=1).map(tuple)),
)


@given(st.lists(some_counts, min_size=1))
def test_no_sum_is_below_what_is_known_and_unknown_never_becomes_0(counts: list[Count]) -> None:
    summed = total(counts)
    assert summed is not None
    known = [count.bounds for count in counts if not count.is_unknown]
    lows = [bounds.low for bounds in known if bounds is not None]
    assert summed.unknown == len(counts) - len(lows)
    if not lows:
        assert (summed.low, summed.high, summed.best) == (None, None, None)
        assert not summed.open
        return
    assert summed.low is not None
    assert summed.low >= sum(lows)
    assert summed.high is None or summed.high >= summed.low
    assert summed.best is None or summed.best == summed.low == summed.high


@given(st.lists(some_counts), st.integers(1, 5))
def test_unknown_figures_change_no_number(counts: list[Count], more: int) -> None:
    before, after = total(counts), total([*counts, *[UNKNOWN] * more])
    assert after is not None
    if before is None:
        assert after == Sum(None, None, None, more)
    else:
        assert (after.low, after.high, after.best) == (before.low, before.high, before.best)
        assert after.unknown == before.unknown + more


# The rule of shared figures. The whole brief has one: 20 sailors hurt there and at South Pier.

BOTH = (DRONES, ROCKETS)
NOT_OF_THE_ATTACK = ("cause: attack    ", "cause: related    ")


def without_own_injured(folder: Path, smallest: str = "") -> Archive:
    """The whole brief has no figure of its own of the injured; `smallest` adds to the other one."""
    edits = smallest_with(smallest) if smallest else {}
    return archive_of(folder, {WHOLE: [NOT_OF_THE_ATTACK], **edits})


def injured(archive: Archive, ids: Iterable[str]) -> tuple[Sum | None, tuple[LeftOut, ...]]:
    found = casualty_sums(archive, [archive.by_id[brief_id] for brief_id in ids])
    left_out = tuple(figure for figure in found.left_out if figure.harm == "injured")
    return found.sums.get(("injured", "coalition")), left_out


def test_a_shared_figure_is_summed_where_all_its_briefs_are(tmp_path: Path) -> None:
    assert injured(without_own_injured(tmp_path), BOTH) == (Sum(20, 20, 20, 0), ())


@pytest.mark.parametrize("brief_id", BOTH)
def test_a_list_with_some_of_its_briefs_leaves_it_out_and_names_it(
    tmp_path: Path, brief_id: str
) -> None:
    summed, (figure,) = injured(without_own_injured(tmp_path), [brief_id])
    assert summed is None
    assert figure.owner.slug == DRONES
    assert figure.briefs == BOTH
    assert figure.row.injured == exact(20)


def test_a_list_with_none_of_its_briefs_does_not_name_it(tmp_path: Path) -> None:
    other = {"briefs/2021/2021-05-06-x.md": brief("2021-05-06-x")}
    archive = archive_of(tmp_path, files=other)
    assert injured(archive, ["2021-05-06-x"]) == (None, ())


def test_it_is_not_summed_where_its_own_brief_has_a_known_figure(tmp_path: Path) -> None:
    """As the whole brief stands: at least 12, its best account, and not 32."""
    assert injured(archive_of(tmp_path), BOTH) == (Sum(12, None, None, 0), ())


ROW = "casualties:\n  - {{who: Sailors, side: {side}, {figure}, sources: [gazette]}}"


@pytest.mark.parametrize(
    ("side", "figure", "expected"),
    [
        ("coalition", "injured: 3", Sum(3, 3, 3, 0)),
        ("coalition", "injured: 0", Sum(0, 0, 0, 0)),
        # Another side, another count, a figure that is unknown, one that is not of the attack.
        ("civilian", "injured: 3", Sum(20, 20, 20, 0)),
        ("coalition", "killed: 3", Sum(20, 20, 20, 1)),
        ("coalition", "injured: unknown", Sum(20, 20, 20, 1)),
        ("coalition", "injured: 3, cause: related", Sum(20, 20, 20, 0)),
    ],
)
def test_only_a_known_figure_of_the_same_kind_takes_its_place(
    tmp_path: Path, side: str, figure: str, expected: Sum
) -> None:
    archive = without_own_injured(tmp_path, ROW.format(side=side, figure=figure))
    assert injured(archive, BOTH) == (expected, ())


def test_it_is_found_by_an_earlier_id_too(tmp_path: Path) -> None:
    named = (f"- {ROCKETS}\n    injured: 20", "- 2021-05-03-old\n    injured: 20")
    edits = {WHOLE: [NOT_OF_THE_ATTACK, named], **smallest_with("aliases: [2021-05-03-old]")}
    archive = archive_of(tmp_path, edits)
    assert injured(archive, BOTH) == (Sum(20, 20, 20, 0), ())
    assert [figure.briefs for figure in injured(archive, [ROCKETS])[1]] == [BOTH]


def test_what_did_not_come_of_the_attack_is_never_summed(tmp_path: Path) -> None:
    lines = ROW.format(side="civilian", figure="killed: 1, cause: related")
    archive = archive_of(tmp_path, smallest_with(lines))
    assert not casualty_sums(archive, [archive.by_id[ROCKETS]]).sums


def test_a_figure_for_several_types_is_that_of_none(tmp_path: Path) -> None:
    lines = """
weapons:
  - {type: [drone, one-way-attack-drone], launched: 7, sources: [gazette]}
  - {type: drone, launched: 2, intercepted: 1, sources: [gazette]}
  - {type: unknown, launched: 1, sources: [gazette]}
"""
    archive = archive_of(tmp_path, smallest_with(lines))
    here = [archive.by_id[ROCKETS]]
    assert weapon_totals(here)["launched"] == Sum(10, 10, 10, 0)
    assert weapon_totals(here, "drone")["launched"] == Sum(2, 2, 2, 0)
    assert weapon_totals(here, "one-way-attack-drone")["launched"] is None
    assert weapon_totals(here)["intercepted"] == Sum(1, 1, 1, 2)
