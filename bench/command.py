"""`inv bench`: our build and Hugo's, measured side by side."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.builders import Field, Hugo, NoHugo, Ours, hugo_program
from bench.corpus import corpus
from bench.measure import Failed
from bench.report import Report, write_report
from bench.sameness import differences
from bench.scenarios import BODY, COLD, SCENARIOS, Bench

# From here on a round takes so long that there are three, of the two scenarios that say most and of
# the setting that such an archive has; and nothing is built beforehand.
MANY = 100_000

# What a site takes on the disk for each brief; every cold build makes one, and none is deleted
# before all is measured.
SITE_BYTES = 65_000

DIFFERENT, CANNOT_RUN = 1, 2


class NoRoom(Exception):
    """The disk is too small for all sites; the message says how large it must be."""


def main(briefs: int, scenarios: Sequence[str], rounds: int, out: str) -> int:
    """Measures, prints the part of the report and returns the exit code.

    0: measured; 1: measured, but the two sites are not the same work; 2: could not run.
    """
    chosen = tuple(scenarios) or ((COLD, BODY) if briefs >= MANY else SCENARIOS)
    unknown = [name for name in chosen if name not in SCENARIOS]
    if unknown or briefs < 1:
        wrong = f"There is no scenario {unknown[0]}" if unknown else "There is nothing to build"
        sys.stderr.write(f"{wrong}. Scenarios: {', '.join(SCENARIOS)}\n")
        return CANNOT_RUN
    command = _command(briefs, scenarios, rounds)
    rounds = rounds or (3 if briefs >= MANY else 5)
    work = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        _needs_room(work, briefs, rounds, chosen)
        report = _measure(briefs, chosen, rounds, work, command)
    except (NoHugo, NoRoom, Failed) as reason:
        sys.stderr.write(f"{reason}\n")
        return CANNOT_RUN
    finally:
        shutil.rmtree(work)
    print(report.section())
    if out:
        write_report(Path(out), report)
    different = differences(report.ours, report.hugo)
    for words in different:
        sys.stderr.write(f"Not the same work: {words}.\n")
    return DIFFERENT if different else 0


def _needs_room(work: Path, briefs: int, rounds: int, scenarios: Sequence[str]) -> None:
    """Raises NoRoom."""
    builders = 2 if tuple(scenarios) == (COLD,) or briefs >= MANY else 3
    needed = briefs * SITE_BYTES * (builders * (rounds + 1) + 1)
    free = shutil.disk_usage(work).free
    if free < needed:
        raise NoRoom(
            f"The sites of all rounds take about {needed / 2**30:.0f} GiB, and {work} has "
            f"{free / 2**30:.0f} GiB. Name a folder on a larger disk: TMPDIR=/there inv bench"
        )


def _measure(
    briefs: int, scenarios: Sequence[str], rounds: int, work: Path, command: str
) -> Report:
    hugo = Hugo(work, hugo_program())
    field = Field(corpus(briefs), work)
    ours = Ours(work, "publish", field.content, field.theme)
    always = Ours(work, "always", field.content, field.theme) if briefs < MANY else None
    bench = Bench(field, ours, always, hugo, scenarios)
    metrics = ""
    if briefs < MANY:
        bench.warm_up()
        metrics = _metrics(hugo.log.read_text("utf-8"))
    for number in range(1, rounds + 1):
        bench.round(number)
    assert bench.sizes is not None  # noqa: S101 - there is no round without a cold build
    return Report(
        briefs=briefs,
        rounds=rounds,
        command=command,
        hugo_version=_version(hugo.program),
        ours=bench.sizes[0],
        hugo=bench.sizes[1],
        found=bench.found,
        metrics=metrics,
    )


def _command(briefs: int, scenarios: Sequence[str], rounds: int) -> str:
    """What repeats the measurement; `rounds` is 0 where the usual number is meant."""
    words = [f"inv bench --briefs {briefs}", *(f"--scenario {name}" for name in scenarios)]
    return " ".join([*words, f"--rounds {rounds}"] if rounds else words)


def _version(program: Path) -> str:
    told = subprocess.run(  # noqa: S603 - the program that is measured
        [str(program), "version"], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"v([0-9.]+)", told)
    return found[1] if found else "of an unknown version"


def _metrics(told: str) -> str:
    """The table of the templates, out of what Hugo says."""
    _, _, rest = told.partition("Template Metrics:")
    lines = [line for line in rest.splitlines() if not line.strip() or line.startswith("  ")]
    table = "\n".join(line for line in lines if "│" not in line)
    return table.strip("\n")
