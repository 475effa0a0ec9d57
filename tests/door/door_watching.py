"""Watching a watcher: what it prints, within time limits, and how busy it is."""

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SECONDS = 15.0  # more than any wait needs, on a slow machine too
_TICKS = os.sysconf("SC_CLK_TCK")


class Watcher:
    """A process that runs until it is stopped, and all that it and its children print."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def out(self) -> str:
        return "".join(self._lines)

    def wait_for(self, pattern: str, *, after: int = 0, seconds: float = SECONDS) -> int:
        """Waits until `pattern` is printed behind `after`; returns where it ends in `out`."""

        def end() -> int:
            found = re.compile(pattern).search(self.out, after)
            return found.end() if found else 0

        deadline = time.monotonic() + seconds
        while not end() and self.runs and time.monotonic() < deadline:
            time.sleep(0.02)
        assert end(), f"it did not print {pattern!r} in {seconds} s, but:\n{self.out}"
        return end()

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    def is_quiet(self, seconds: float) -> bool:
        """Whether it prints nothing for so long."""
        before = len(self._lines)
        time.sleep(seconds)
        return len(self._lines) == before

    def busy(self, seconds: float) -> float:
        """The share of one core that it and its children use in the next `seconds`."""
        before, started = self._cpu(), time.monotonic()
        time.sleep(seconds)
        return (self._cpu() - before) / (time.monotonic() - started)

    def processes(self) -> list[int]:
        return [pid for pid, _ in self._session()]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Ends the process that was started, as a person would, and not its children."""
        if self.runs:
            self._process.send_signal(number)
        self._process.wait(SECONDS)

    def end_all(self) -> None:
        """Leaves no process of this test behind, whatever came before."""
        for pid in self.processes():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait(SECONDS)
        self._reader.join(SECONDS)
        if self._process.stdout:
            self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)

    def _cpu(self) -> float:
        return sum(seconds for _, seconds in self._session())

    def _session(self) -> Iterator[tuple[int, float]]:
        """Process id and CPU seconds of each process of the watcher's own session."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                # The name before it may hold anything, brackets too.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == self._process.pid:
                yield int(folder.name), sum(map(int, fields[11:15])) / _TICKS


@contextmanager
def watching(
    words: Sequence[str], environment: Mapping[str, str], folder: Path
) -> Iterator[Watcher]:
    """Starts a command in a session of its own and ends all of it behind the block."""
    process = subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    watcher = Watcher(process)
    try:
        yield watcher
    finally:
        watcher.end_all()


def until(condition: Callable[[], bool], what: str, seconds: float = SECONDS) -> None:
    """Waits until the condition holds, or fails saying `what` did not come."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"after {seconds} s it is not so that {what}"
        time.sleep(0.02)
