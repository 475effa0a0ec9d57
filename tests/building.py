"""Starting this project's own commands as a person would, in processes of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
HARBOUR = ROOT / "tests" / "harbour"

# The day on which the invented archive of tests/harbour is looked at.
HARBOUR_DAY = "2021-05-09"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended: its exit code, and all that it printed."""

    code: int
    out: str


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of a test's own: content that may be edited, and where the site goes."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "site"

    def pelican(self, *words: str, settings: str = "pelicanconf.py", output: str = "") -> Ran:
        """`pelican content -s … -o …` with more words behind it."""
        return run(*self.command(*words, settings=settings, output=output), env=self.environment)

    def command(self, *words: str, settings: str = "pelicanconf.py", output: str = "") -> list[str]:
        return [
            sys.executable,
            "-m",
            "pelican",
            str(self.content),
            "-s",
            str(ROOT / settings),
            "-o",
            output or str(self.output),
            "--cache-path",
            str(self.folder / "cache"),
            *words,
        ]

    def tree(self) -> dict[str, bytes]:
        return tree(self.output)


def place(folder: Path, content: Path = CONTENT, **environment: str) -> Place:
    """A place with a copy of `content`; `environment` is added to that of its commands."""
    shutil.copytree(content, folder / "content")
    return Place(folder, environment)


def run(*words: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> Ran:
    """Runs a command to its end; its output holds both streams."""
    done = subprocess.run(
        words,
        cwd=cwd,
        env={**os.environ, "PYTHONWARNINGS": "ignore", **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout)


def invoke(*words: str, env: Mapping[str, str] | None = None) -> Ran:
    """`inv …` in the project's folder."""
    return run(str(Path(sys.executable).with_name("inv")), *words, env=env)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
