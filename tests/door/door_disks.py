"""Disks that a test needs and that only some machines can make; where they cannot, it is said."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(folder: Path, capsys: pytest.CaptureFixture[str], options: str = "") -> Iterator[None]:
    """A file system in memory at `folder`; where we may not mount one, that is said aloud."""
    command = ["mount", "-t", "tmpfs", *(["-o", options] if options else []), "none", str(folder)]
    try:
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
        why = tried.stderr.strip() if tried.returncode else ""
    except FileNotFoundError as error:
        why = str(error)
    if why:
        with capsys.disabled():
            print(f"\nNOT TESTED, since nothing can be mounted here: {why}")
        pytest.skip(why)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def read_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """A folder that may not be written to; root is kept out by a read-only mount."""
    if os.geteuid() == 0:
        with mounted(folder, capsys, "ro"):
            yield
        return
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)
