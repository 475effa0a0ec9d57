"""What was measured, as a part of docs/benchmarks.md."""

import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.measure import Run
from bench.sameness import Size
from bench.scenarios import WORDS, Pairs

HEADER = """\
# Benchmarks

How long a build takes, beside the same pages made by Hugo. The corpus is invented, and the same on
every machine; the numbers are not. What was measured is in `bench/`:

- Our build is the one that every user runs, with the check, the sanitising, every feed and a JSON
  file for each brief. Only what the whole archive has as data (`incidents.json`, `incidents.csv`,
  `changes.json`) is left to the published site by `DATA_FILES = "publish"`; the edits are given for
  `"always"` too.
- Hugo makes the same pages and files from the same corpus (`bench/hugo/`): a page and a JSON file
  for each brief, the timeline, the pages of groups, places, countries, weapons and sources with
  their long lists cut in the same way, RSS, Atom and JSON feeds with their archive pages, the
  sitemap. As many files within 2 % and as many bytes of pages within 15 %, or the bench fails. No
  template goes over all pages for each page, and rows and feed items are cached.
- The builds follow each other in turns, ours, then Hugo's. Each is a process of its own with
  nothing kept but what is on the disk. Before a cold build the old site is moved aside, not
  deleted. A ratio is our time by Hugo's, of the two runs that followed each other; below 1 ours is
  faster.
- Memory is the most that all processes of a build hold at one time, shared pages counted once.

What is not the same:

- Hugo does not check the content: no reference, no count, no sentence without a citation. It does
  not sanitise it. It publishes into the folder as it goes, we at once or not at all.
- Hugo's content is prepared for it before the time is taken: its front matter is JSON, which it
  reads faster than YAML; a brief is told which one stands before and after it at its places; the
  bounds of figures, the tables where two facets meet and how lists are cut are given. A reader of
  our content files works all that out.
- Our maps, the bars of the strips, the tables of `/totals/` and the bytes of `/data/` are not made
  by Hugo. Its JSON files are a little longer than ours.
- Our feeds go by the day on which a brief was added, Hugo's by the day of the incident, and its
  corrections feed tells of the briefs, not of the changes.
"""

_SECTION = re.compile(r"^## ([0-9,]+) briefs$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Report:
    briefs: int
    rounds: int
    command: str
    hugo_version: str
    ours: Size
    hugo: Size
    found: dict[str, Pairs]
    metrics: str

    def section(self) -> str:
        return "\n".join(
            [
                f"## {self.briefs:,} briefs",
                "",
                f"    {self.command}",
                "",
                f"{_versions(self.hugo_version)} {_rounds(self.rounds)}",
                "",
                *self._sizes(),
                "",
                *self._table(),
                "",
                *self._templates(),
            ]
        )

    def _templates(self) -> list[str]:
        if not self.metrics:
            return []
        return [
            "What Hugo's templates took (`--templateMetrics`), in a run of its own:",
            "",
            *(f"    {line}".rstrip() for line in self.metrics.splitlines()),
            "",
        ]

    def _sizes(self) -> list[str]:
        return [
            "| | files | bytes of pages | bytes of all files |",
            "|---|--:|--:|--:|",
            *(
                f"| {name} | {size.files:,} | {size.pages:,} | {size.all:,} |"
                for name, size in (("ours", self.ours), ("Hugo", self.hugo))
            ),
            f"| Hugo to ours | {_part(self.hugo.files, self.ours.files)} "
            f"| {_part(self.hugo.pages, self.ours.pages)} "
            f"| {_part(self.hugo.all, self.ours.all)} |",
        ]

    def _table(self) -> list[str]:
        lines = [
            "| | DATA_FILES | ours | Hugo | ours by Hugo | range | memory: ours | Hugo "
            "| ours by Hugo |",
            "|---|---|--:|--:|--:|--:|--:|--:|--:|",
        ]
        for name, words in WORDS.items():
            pairs = self.found.get(name)
            if pairs is None:
                continue
            lines.append(_line(words, "publish", pairs.ours, pairs.hugo))
            if pairs.always:
                lines.append(_line(words, "always", pairs.always, pairs.hugo))
        return lines


def _line(words: str, setting: str, ours: Sequence[Run], hugo: Sequence[Run]) -> str:
    ratios = [mine.seconds / theirs.seconds for mine, theirs in zip(ours, hugo, strict=True)]
    mine, theirs = _memory(ours), _memory(hugo)
    return (
        f"| {words} | {setting} | {_seconds(ours)} | {_seconds(hugo)} | {median(ratios):.2f} "
        f"| {min(ratios):.2f} to {max(ratios):.2f} | {mine / 2**20:,.0f} MiB "
        f"| {theirs / 2**20:,.0f} MiB | {mine / max(1, theirs):.2f} |"
    )


def _seconds(runs: Sequence[Run]) -> str:
    return f"{median(run.seconds for run in runs):.2f} s"


def _memory(runs: Sequence[Run]) -> float:
    return median(run.memory for run in runs)


def _part(one: int, other: int) -> str:
    return f"{100 * one / max(1, other):.1f} %"


def _rounds(number: int) -> str:
    return "One round." if number == 1 else f"Medians of {number}."


def _versions(hugo_version: str) -> str:
    cores = len(os.sched_getaffinity(0))
    return (
        f"Python {platform.python_version()}, Pelican {version('pelican')}, Hugo {hugo_version}, "
        f"{platform.system()} {platform.release()}, {cores} cores."
    )


def write_report(path: Path, report: Report) -> None:
    """The part for this number of briefs is put into the place of an earlier one."""
    parts = _parts(path.read_text("utf-8")) if path.exists() else {}
    parts[report.briefs] = report.section()
    path.write_text("\n".join([HEADER, *(parts[briefs] for briefs in sorted(parts))]), "utf-8")


def _parts(text: str) -> dict[int, str]:
    starts = list(_SECTION.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return {
        int(start[1].replace(",", "")): text[start.start() : end].rstrip("\n") + "\n"
        for start, end in zip(starts, ends, strict=True)
    }
