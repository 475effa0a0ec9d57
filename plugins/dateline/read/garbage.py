"""Reading makes millions of small values that live to the end, or die at once by count.

Python's collector of circular garbage looks through them again and again and finds none: with ten
thousand files that is a fifth of the time.
"""

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
