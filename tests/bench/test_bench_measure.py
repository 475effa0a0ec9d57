"""Time and memory of a program, and the report of them."""

import sys
from pathlib import Path

import pytest

from bench.measure import Failed, Run, measured
from bench.report import Report, write_report
from bench.sameness import Size
from bench.scenarios import Pairs
from building import invoke

MIB = 2**20
HOLDS = "held = bytearray(b'x') * (60 << 20); import time; time.sleep(0.5)"


def test_the_time_is_that_of_the_whole_program(tmp_path: Path) -> None:
    run = measured([sys.executable, "-c", HOLDS], tmp_path, {}, tmp_path / "log")
    assert 0.5 < run.seconds < 20


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    both = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS!r}]); "
    alone = measured([sys.executable, "-c", HOLDS], tmp_path, {}, tmp_path / "log")
    twice = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {HOLDS!r}]); "
    with_child = measured([sys.executable, "-c", both], tmp_path, {}, tmp_path / "log")
    two = measured(
        [sys.executable, "-c", f"{twice}{HOLDS}; p.wait()"], tmp_path, {}, tmp_path / "log"
    )
    assert 60 * MIB < alone.memory < 110 * MIB
    assert 60 * MIB < with_child.memory < 130 * MIB
    assert 120 * MIB < two.memory < 200 * MIB


def test_a_program_that_fails_stops_the_bench_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no such corpus"):
        measured(
            [sys.executable, "-c", "raise SystemExit('no such corpus')"],
            tmp_path,
            {},
            tmp_path / "log",
        )


def _report(briefs: int, hugo_seconds: float) -> Report:
    runs = [Run(1.0, 50 * MIB), Run(2.0, 60 * MIB), Run(4.0, 70 * MIB)]
    hugo = [Run(hugo_seconds, 100 * MIB)] * 3
    return Report(
        briefs=briefs,
        rounds=3,
        command=f"inv bench --briefs {briefs}",
        hugo_version="0.1",
        ours=Size(100, 1000, 2000),
        hugo=Size(101, 1100, 2000),
        found={"cold": Pairs(ours=runs, hugo=hugo)},
        metrics="10 ms page.html",
    )


def test_a_ratio_is_that_of_two_runs_that_followed_each_other() -> None:
    section = _report(1000, 4.0).section()
    assert (
        "| cold | publish | 2.00 s | 4.00 s | 0.50 | 0.25 to 1.00 | 60 MiB | 100 MiB | 0.60 |"
        in section
    )
    assert "| Hugo to ours | 101.0 % | 110.0 % | 100.0 % |" in section
    assert "    10 ms page.html" in section


def test_a_report_takes_the_place_of_the_one_for_as_many_briefs(tmp_path: Path) -> None:
    path = tmp_path / "benchmarks.md"
    write_report(path, _report(10_000, 3.0))
    write_report(path, _report(1_000, 5.0))
    write_report(path, _report(10_000, 8.0))
    text = path.read_text("utf-8")
    assert text.index("## 1,000 briefs") < text.index("## 10,000 briefs")
    assert text.count("## ") == 2
    assert "3.00 s" not in text
    assert "8.00 s" in text


@pytest.mark.parametrize("words", [("--scenario", "cold", "--scenario", "warm"), ("--briefs", "0")])
def test_what_cannot_be_measured_is_said(words: tuple[str, ...]) -> None:
    ran = invoke("bench", *words)
    assert ran.code == 2
    assert "Traceback" not in ran.out
    assert "Scenarios: cold, body" in ran.out
