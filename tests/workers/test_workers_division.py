"""Work divided between two processes comes to what one process makes of it."""

import os
import time

import pytest

from dateline.workers import FEW, WorkerLost, divided

OURS = os.getpid()


def results(count: int, processes: int) -> dict[int, tuple[int, bool]]:
    """For each number its square, and whether this process made it."""
    return dict(
        divided(
            count,
            lambda n: (n * n, os.getpid() == OURS),
            lambda result: [*result],
            lambda packed: (packed[0], packed[1]),
            processes,
        )
    )


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("count", [0, 1, FEW, 5 * FEW + 3])
def test_each_piece_is_done_once(count: int, processes: int) -> None:
    done = results(count, processes)
    assert {n: square for n, (square, _) in done.items()} == {n: n * n for n in range(count)}


def test_the_second_process_does_a_part_where_there_is_much() -> None:
    slow = dict(divided(FEW, lambda n: (sum(range(20_000)), os.getpid())[1], int, int, 2))
    assert len(set(slow.values())) == 2


def test_few_long_pieces_are_divided_where_the_caller_says_that_they_are_enough() -> None:
    by = dict(divided(16, lambda n: (sum(range(200_000)), os.getpid())[1], int, int, 2, few=16))
    assert sorted(by) == list(range(16))
    assert len(set(by.values())) == 2


def test_little_work_is_not_divided() -> None:
    assert all(by_us for _, by_us in results(FEW - 1, 2).values())


def test_what_fails_in_either_process_comes_through_with_its_words() -> None:
    def failing(n: int) -> int:
        if n == FEW - 1:
            raise ValueError(f"piece {n}")
        return n

    with pytest.raises(ValueError, match=f"piece {FEW - 1}"):
        dict(divided(FEW, failing, int, int, 2))


def test_a_process_that_leaves_is_missed() -> None:
    def leaving(n: int) -> int:
        if os.getpid() != OURS:
            os._exit(7)
        time.sleep(0.01)  # the other process gets its turn
        return n

    with pytest.raises(WorkerLost, match="exit code 7"):
        dict(divided(FEW, leaving, int, int, 2))


def test_a_caller_that_stops_leaves_no_process_behind() -> None:
    """Asked in a process of its own, which has no children of other tests."""
    asked = os.fork()
    if not asked:
        code = 2
        try:
            code = _left_behind()
        finally:
            os._exit(code)
    assert os.waitpid(asked, 0)[1] == 0


def _left_behind() -> int:
    """Whether there is a child: 1 or 0."""
    going = divided(FEW, lambda n: n, int, int, 2)
    next(going)
    going.close()
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return 0
    return 1
