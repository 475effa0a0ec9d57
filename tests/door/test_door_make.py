"""Every task of tasks.py is a make target, and each of its targets is a task."""

import os
import re
import subprocess

from building import ROOT, invoke

TARGETS = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)


def tasks() -> list[str]:
    out = invoke("--list", "--list-format=flat").out
    return re.findall(r"^  ([a-z-]+)", out, re.MULTILINE)


def recipe(target: str) -> str:
    """What make would run for the target, also where make itself started these tests."""
    done = subprocess.run(
        ["make", "--dry-run", "--always-make", "--no-print-directory", target],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_tasks_are_those_that_people_are_told_of() -> None:
    assert {"build", "serve", "livereload", "check", "publish", "clean"} <= set(tasks())
    assert {"test", "test-long", "lint"} <= set(tasks())


def test_every_task_is_a_make_target() -> None:
    for task in tasks():
        last = recipe(task).strip().splitlines()[-1].split()
        assert last[0].endswith("/inv"), f"make {task} runs {last}"
        assert last[1:] == [task], f"make {task} runs {last}"


def test_site_is_build() -> None:
    assert recipe("site").strip().splitlines()[-1].split()[1:] == ["build"]
