"""Properties that are held in a process of their own, where a crash or a hang is a failure."""

import multiprocessing
from collections.abc import Callable

import pytest


def hold_in_a_child(
    hold: Callable[[str], None], name: str, seconds: float, capfd: pytest.CaptureFixture[str]
) -> None:
    """Fails unless `hold(name)` comes to a good end within `seconds`.

    `hold` is a plain function of a module: what hypothesis wraps cannot be sent to a process.
    """
    child = multiprocessing.get_context("spawn").Process(target=hold, args=(name,))
    child.start()
    child.join(seconds)
    if child.is_alive():
        child.kill()
        child.join()
        pytest.fail(f"no end after {seconds} s")
    assert child.exitcode == 0, capfd.readouterr().err
