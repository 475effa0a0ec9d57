"""One build at a time; the lock goes with the process, however it ends."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from publish_trees import build, snapshot, tree_of

from dateline.publish import Item, leftovers, lock, publish


def in_child(act: Callable[..., object], *arguments: object) -> int:
    """Return the number of a child process that does this and ends."""
    child = os.fork()
    if child == 0:
        try:
            act(*arguments)
        finally:
            os._exit(0)
    return child


def never_waiting() -> None:
    raise AssertionError("the lock outlived its process")


def hold(target: Path, ready: int) -> None:
    with lock(target):
        os.write(ready, b"!")
        time.sleep(60)


def test_second_build_waits_for_the_first(tmp_path: Path) -> None:
    target = tmp_path / "output"
    told, tell = os.pipe()

    def slow(text: str) -> None:
        def make() -> bytes:
            os.write(tell, b"!")
            time.sleep(0.2)
            return text.encode()

        with lock(target):
            publish([Item(f"{text}.html", "1", make)], [], target)

    child = in_child(slow, "first")
    os.read(told, 1)
    waits: list[str] = []
    began = time.monotonic()
    with lock(target, waiting=lambda: waits.append("waiting")):
        assert snapshot(target) == tree_of({"first.html": "first"})
        publish([Item("second.html", "1", lambda: b"second")], [], target)
    assert time.monotonic() - began > 0.1
    os.waitpid(child, 0)
    assert waits == ["waiting"]
    assert snapshot(target) == tree_of({"second.html": "second"})


def test_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    told, tell = os.pipe()
    child = in_child(hold, tmp_path / "output", tell)
    os.read(told, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with lock(tmp_path / "output", waiting=never_waiting):
        pass


def test_lock_is_not_kept_by_a_worker_that_outlives_its_build(tmp_path: Path) -> None:
    told, tell = os.pipe()

    def with_worker() -> None:
        with lock(tmp_path / "output"):
            worker = in_child(time.sleep, 60)
            os.write(tell, f"{worker}\n".encode())
            time.sleep(60)

    child = in_child(with_worker)
    worker = int(os.read(told, 20))
    try:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        time.sleep(0.05)
        with lock(tmp_path / "output", waiting=never_waiting):
            pass
    finally:
        os.kill(worker, signal.SIGKILL)


def test_lock_cleaned_away_while_waiting(tmp_path: Path) -> None:
    """Whoever waited for a file that is gone would lock nobody out."""
    target = tmp_path / "output"
    build(target, {})
    first = lock(target)
    first.__enter__()

    def clean_and_release() -> None:
        for path in leftovers(target):
            if path.name.endswith(".lock"):
                path.unlink()
        first.__exit__(None, None, None)

    with lock(target, waiting=clean_and_release):
        assert (tmp_path / ".output.lock").exists()
        child = in_child(hold_briefly, target)
        time.sleep(0.05)
        assert os.waitpid(child, os.WNOHANG) == (0, 0), "two builds at once"
    os.waitpid(child, 0)


def hold_briefly(target: Path) -> None:
    with lock(target):
        pass
