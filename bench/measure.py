"""One run of a program: how long, and how much memory at most."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# The sum is asked for this often; and so seldom that the asking takes at most this part of the
# time: the kernel walks all pages of a process for it, and holds that process up meanwhile.
EVERY = 0.02
PART = 0.05

# A builder's Python keeps what it compiled of the modules, as it does for everybody who does not
# forbid it.
LEFT_OUT = ("PYTHONDONTWRITEBYTECODE",)


class Failed(Exception):
    """A program ended with another code than 0; the message has the end of what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """`memory` is in bytes: the most that the processes held at one time, pages that several of
    them share counted once (PSS)."""

    seconds: float
    memory: int


def measured(command: Sequence[str], folder: Path, more: dict[str, str], log: Path) -> Run:
    """Runs the command in a fresh process and waits for its end. Raises Failed."""
    os.sync()  # what earlier runs wrote is not written during this one
    with log.open("wb") as said:
        start = time.monotonic()
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command,
            cwd=folder,
            env={name: told for name, told in os.environ.items() if name not in LEFT_OUT} | more,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        memory = _Memory(process.pid)
        try:
            code = process.wait()
            seconds = time.monotonic() - start
        finally:
            memory.stop()
            if process.poll() is None:  # the bench was interrupted
                process.kill()
                process.wait()
    if code:
        end = "\n".join(log.read_text("utf-8", "replace").splitlines()[-20:])
        raise Failed(f"{' '.join(command)} ended with {code}:\n{end}")
    return Run(seconds, memory.most)


class _Memory:
    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        wait = EVERY
        while not self._ended.wait(wait):
            start = time.monotonic()
            self.most = max(self.most, sum(map(_held, _family(self._pid))))
            wait = max(EVERY, (time.monotonic() - start) / PART)


def _family(pid: int) -> Iterator[int]:
    """The process and all that it started, which are there now."""
    yield pid
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return
    for thread in threads:
        try:
            children = Path(f"/proc/{pid}/task/{thread}/children").read_text("ascii").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _held(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0  # it has ended
    for line in told.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
