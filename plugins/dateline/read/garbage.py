"""Reading makes millions of small values that live to the end, or die at once by count.

Python's collector of circular garbage looks through them again and again and finds none: with ten
thousand files that is a fifth of the time.
"""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_to_the_end(*values: object) -> None:
    """For a process that ends soon: `values` are never taken apart. With a hundred thousand briefs
    that takes seconds, and gives back what the system takes back at once."""
    for value in values:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(value))
    gc.freeze()  # the last collection goes through none of them
