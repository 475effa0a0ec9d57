"""Findings as text for people, as workflow commands for GitHub, and as JSON for programs."""

import json
from collections.abc import Sequence

from dateline.findings.finding import Finding

FORMATS = ("text", "github", "json")


def write(findings: Sequence[Finding], form: str) -> str:
    """All findings in one of FORMATS, each on a line of its own."""
    if form == "json":
        return json.dumps([_as_json(finding) for finding in findings], indent=2) + "\n"
    line = _as_github if form == "github" else as_text
    return "".join(line(finding) + "\n" for finding in findings)


def as_text(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return printable(f"{place}: {finding.level} {finding.code} {_sentence(finding)}")


def _sentence(finding: Finding) -> str:
    return f"{finding.message}; {finding.advice}" if finding.advice else finding.message


def _as_github(finding: Finding) -> str:
    """A workflow command; its values are escaped as the Actions toolkit escapes them."""
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
    title = _property(f"{finding.code}")
    return f"::{finding.level} {place},title={title}::{_data(printable(_sentence(finding)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "level": finding.level,
        "code": finding.code,
        "message": finding.message,
        "remedy": finding.advice,
    }


def printable(text: str) -> str:
    r"""`text` with every character that a terminal or a log could obey written as \x1b or \u202e.

    Content comes from strangers; printed raw it could colour, move or hide the lines around it.
    GitHub obeys ##[command] anywhere in a line of a log.
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    ).replace("##[", r"##\x5b")
