"""The invented archive of tests/harbour, edited and checked: what a rule says to an edit of it.

In an edit, `‸` marks where a finding is expected; it is taken out before the file is written. So a
place is given as an editor shows it, and stays right when lines are added above it.
"""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from pathlib import Path

from building import HARBOUR, HARBOUR_DAY
from dateline.check import Policy, check, collect
from dateline.findings import Finding
from dateline.findings.formats import as_text
from dateline.read.content import read_content

WHOLE = "briefs/2021/2021-05-04-north-pier-drones.md"
SMALLEST = "briefs/2021/2021-05-04-south-pier-rockets.md"
POLICY = Policy(Day.fromisoformat(HARBOUR_DAY))
CARET = "‸"

Edits = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Edits of the invented archive, and all that the check then finds.

    `whole` and `smallest` replace words of the two briefs, `add` puts lines before the sources of
    the smallest, `text` is its new text, `edits` replaces words of registry files, `files` are new
    files. Each of `finds` is a code and a part of what is said; findings stand in the order of
    files and places, one for each `‸`. A place may be given as 1:1 behind the code instead.
    """

    name: str
    finds: tuple[str, ...] = ()
    whole: Edits = ()
    smallest: Edits = ()
    add: str = ""
    text: str | None = None
    edits: Mapping[str, Edits] = field(default_factory=dict)
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    fifo: str = ""
    uncited_is_error: bool = False

    def __str__(self) -> str:
        return self.name


def brief(brief_id: str, *lines: str) -> str:
    """A sound brief of that id, with more lines of front matter."""
    text = (HARBOUR / SMALLEST).read_text("utf-8")
    day = brief_id[:10]
    text = text.replace("2021-05-04-south-pier-rockets", brief_id)
    text = text.replace("date: 2021-05-04", f"date: {day}")
    return text.replace("sources:\n", "".join(f"{line}\n" for line in lines) + "sources:\n")


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(HARBOUR, folder / "harbour"))


def found_in(content: Path, policy: Policy = POLICY) -> list[Finding]:
    """All findings but that of the contract's own example, whose first sentence cites nothing."""
    read = read_content(content, "")
    return [f for f in check(read, collect(read), policy) if '"Text in Markdown."' not in f.message]


def hold(case: Case, folder: Path) -> None:
    """Makes the edits, checks, and compares every finding, its place and its words."""
    content = copied(folder)
    carets = _write(case, content)
    findings = found_in(content, Policy(POLICY.today, case.uncited_is_error))
    told = "\n".join(map(as_text, findings)) or "no findings"
    places = iter(carets)
    assert len(findings) == len(case.finds), told
    for finding, expected in zip(findings, case.finds, strict=True):
        code, given, words = _parts(expected)
        assert finding.code == code, told
        assert words in f"{finding.message}; {finding.advice}", told
        place = f"{finding.path}:{finding.line}:{finding.column}"
        if given:
            assert place.endswith(f":{given}"), told
        else:
            assert place == next(places, "no caret"), told
    assert next(places, None) is None, told


def _parts(expected: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"([EW]\d{3})(?: (\d+:\d+))?(?: (.*))?", expected)
    assert found is not None, expected
    return found[1], found[2] or "", found[3] or ""


def _write(case: Case, content: Path) -> list[str]:
    """Writes every file of the case; the places of their carets in the order of findings."""
    edits: dict[str, Edits] = {WHOLE: case.whole, SMALLEST: case.smallest, **case.edits}
    if case.add:
        edits[SMALLEST] = (
            *edits[SMALLEST],
            ("sources:\n", f"{case.add.strip(chr(10))}\nsources:\n"),
        )
    files: dict[str, str | bytes] = {}
    for path, replacements in edits.items():
        if replacements or (path == SMALLEST and case.text is not None):
            files[path] = _replaced((HARBOUR / path).read_text("utf-8"), replacements)
    if case.text is not None:
        front = re.sub(r"\n---\n.*", "", str(files[SMALLEST]), flags=re.S)
        files[SMALLEST] = f"{front}\n---\n{case.text}"
    files.update(case.files)
    if case.fifo:
        os.mkfifo(content / case.fifo)
    return [place for path in sorted(files) for place in _put(content, path, files[path])]


def _replaced(text: str, replacements: Iterable[tuple[str, str]]) -> str:
    for old, new in replacements:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def _put(content: Path, path: str, written: str | bytes) -> list[str]:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    if isinstance(written, bytes):
        (content / path).write_bytes(written)
        return []
    pieces = written.split(CARET)
    (content / path).write_text("".join(pieces), "utf-8", newline="")
    places = []
    before = ""
    for piece in pieces[:-1]:
        before += piece
        line_start = before.rfind("\n") + 1
        places.append(f"{path}:{before.count(chr(10)) + 1}:{len(before) - line_start + 1}")
    return places
