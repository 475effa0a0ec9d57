"""Much work of one kind, divided between this process and a fork of it.

The fork may begin beside other threads (Pelican's spinner): so it prints nothing, logs nothing,
speaks by a pipe and leaves by `os._exit`. Who does which piece is nobody's affair: results go by
number, and are the same with one process and with two.
"""

import gc
import marshal
import os
import select
import signal
import struct
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from typing import Any, Generic, NoReturn, TypeVar

T = TypeVar("T")

FEW = 256  # pieces, for which a second process is not worth its beginning
_AT_ONCE = 16
_LEAST = 32  # times that work is given out: of few pieces one may be as long as all others
_BATCHES = 8192  # as many numbers as a pipe holds
_NUMBER = struct.Struct("<I")
_PATIENCE = 60.0  # seconds without a word from the other process


class WorkerLost(Exception):
    """The second process did not do its part; the message says what became of it."""


def divided(
    count: int,
    do: Callable[[int], T],
    pack: Callable[[T], Any],
    unpack: Callable[[Any], T],
    processes: int,
    few: int = FEW,
) -> Generator[tuple[int, T], None, None]:
    """`do(n)` for each n below `count`, once, in any order; by one process where there are less
    than `few`.

    `pack` makes of a result what marshal can send, `unpack` makes the result of it again. A piece
    at which the other process fails is done here once more, so that what `do` raises comes through
    with all that it says. Raises WorkerLost.
    """
    if processes < 2 or count < few or not hasattr(os, "fork"):
        yield from ((n, do(n)) for n in range(count))
        return
    size = max(min(_AT_ONCE, -(-count // _LEAST)), -(-count // _BATCHES))
    batches = [range(at, min(at + size, count)) for at in range(0, count, size)]
    tasks = _tasks(len(batches))
    worker = _Worker(batches, tasks, do, pack, unpack)
    try:
        for batch in _taken(tasks, batches):
            for n in batch:
                yield n, do(n)
                yield from worker.results(patience=0)
        while not worker.is_done:
            yield from worker.results(patience=_PATIENCE)
    finally:
        os.close(tasks)
        worker.end()


def _tasks(count: int) -> int:
    """A pipe that holds the number of every batch. Each is read by one of the two processes."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(map(_NUMBER.pack, range(count))))
    os.close(writing)
    return reading


def _taken(tasks: int, batches: Sequence[range]) -> Iterator[range]:
    while number := os.read(tasks, _NUMBER.size):
        yield batches[_NUMBER.unpack(number)[0]]


class _Worker(Generic[T]):
    """The second process, as the first one sees it."""

    def __init__(
        self,
        batches: Sequence[range],
        tasks: int,
        do: Callable[[int], T],
        pack: Callable[[T], Any],
        unpack: Callable[[Any], T],
    ) -> None:
        self._do = do
        self._unpack = unpack
        self._pipe, writing = os.pipe()
        self._received = bytearray()
        self.is_done = False
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside other threads
            self._pid = os.fork()
        if self._pid == 0:
            os.close(self._pipe)
            _work(batches, tasks, lambda n: pack(do(n)), writing)
        os.close(writing)

    def results(self, patience: float) -> Iterator[tuple[int, T]]:
        """What it sent so far. Waits up to `patience` seconds for more. Raises WorkerLost."""
        if self.is_done:
            return
        if not select.select([self._pipe], [], [], patience)[0]:
            if patience:
                raise WorkerLost(f"it said nothing for {patience:.0f} seconds")
            return
        data = os.read(self._pipe, 1 << 20)
        if not data:
            raise WorkerLost(self._how_it_ended())
        self._received += data
        yield from self._messages()

    def _messages(self) -> Iterator[tuple[int, T]]:
        at = 0
        while len(self._received) >= at + _NUMBER.size:
            (length,) = _NUMBER.unpack_from(self._received, at)
            end = at + _NUMBER.size + length
            if len(self._received) < end:
                break
            message = marshal.loads(self._received[at + _NUMBER.size : end])  # noqa: S302 - ours
            at = end
            if message is None:
                self.is_done = True
            else:
                for n, is_done, packed in message:
                    yield n, self._unpack(packed) if is_done else self._do(n)
        del self._received[:at]

    def _how_it_ended(self) -> str:
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            return f"it was killed by signal {-code} ({signal.Signals(-code).name})"
        return f"it ended with exit code {code}"

    def end(self) -> None:
        os.close(self._pipe)
        if self._pid:
            if not self.is_done:
                with suppress(ProcessLookupError):
                    os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)


def _work(batches: Sequence[range], tasks: int, do: Callable[[int], Any], writing: int) -> NoReturn:
    """In the second process."""
    code = 1
    try:
        gc.disable()
        for batch in _taken(tasks, batches):
            _send(writing, [_tried(n, do) for n in batch])
        _send(writing, None)
        code = 0
    except BaseException:
        code = 1  # the first process says so
    finally:
        os._exit(code)


def _tried(n: int, do: Callable[[int], Any]) -> tuple[int, bool, Any]:
    try:
        return n, True, do(n)
    except Exception:
        return n, False, None


def _send(writing: int, message: Any) -> None:
    data = marshal.dumps(message)
    rest = memoryview(_NUMBER.pack(len(data)) + data)
    while rest:
        rest = rest[os.write(writing, rest) :]
