"""Many files examined by two processes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.check.examined import Sound, examined
from dateline.kept import from_plain, plain
from dateline.model.country import is_country
from dateline.read.files import Found
from dateline.workers import divided

# The number of a file among those asked for, and what is kept of it.
Result = tuple[int, Sound | None]


def examine(root: Path, files: Sequence[Found], processes: int) -> Iterator[Result]:
    """Each file once, in any order. Raises WorkerLost."""
    is_country("XX")  # reads the names of all countries, which both processes need, once
    return divided(
        len(files),
        lambda n: examined(files[n].file(root, ""), files[n].below),
        _packed,
        _unpacked,
        processes,
    )


def _packed(sound: Sound | None) -> Any:
    return None if sound is None else (plain([sound.kept])[0], sound.value)


def _unpacked(packed: Any) -> Sound | None:
    if packed is None:
        return None
    row, value = packed
    return Sound(from_plain([row])[0], value)
