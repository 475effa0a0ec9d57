"""The stages of a build: how long each took, and how far the present one is.

On a terminal a build that takes longer than two seconds shows where it is. There is no second
thread behind it: a line is drawn when the build comes by, so a process may be forked at any time.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")

PATIENCE = 2.0  # seconds without a sign
PAUSE = 0.1  # seconds between two drawings


class Stages:
    """`quiet` shows nothing, as does what is not a terminal. `clock` counts seconds."""

    def __init__(self, *, quiet: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._drawn = 0.0
        self._is_shown = not quiet and sys.stderr.isatty()
        self._sign: tuple[Progress, TaskID] | None = None
        self._took: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what is done inside under `name`; a stage that comes twice is added up. What a
        stage inside it took is that one's alone."""
        self._took.setdefault(name, 0.0)
        began, inside = self._clock(), sum(self._took.values())
        try:
            yield
        finally:
            apart = sum(self._took.values()) - inside
            self._took[name] += self._clock() - began - apart

    def through(self, name: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items as they are, with a sign of how many are done."""
        for number, item in enumerate(items):
            if self._is_shown:
                self._draw(name, number, total)
            yield item

    def close(self) -> None:
        """Takes the sign away. The closing line comes after it."""
        if self._sign is not None:
            self._sign[0].stop()
            self._sign = None

    def table(self) -> list[tuple[str, float]]:
        """(stage, seconds) in the order in which the stages began, and what no stage holds."""
        whole = self._clock() - self._began
        rest = whole - sum(self._took.values())
        return [*self._took.items(), ("everything else", max(0.0, rest))]

    def _draw(self, name: str, done: int, total: int) -> None:
        now = self._clock()
        if now - self._began < PATIENCE or now - self._drawn < PAUSE:
            return
        self._drawn = now
        if self._sign is None:
            self._sign = _bar(name)
        bar, task = self._sign
        bar.update(task, description=name, completed=done, total=total)
        bar.refresh()


def _bar(name: str) -> "tuple[Progress, TaskID]":
    from rich.console import Console  # 60 ms, and only for a build that people wait for
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
    bar.start()
    return bar, bar.add_task(name)
