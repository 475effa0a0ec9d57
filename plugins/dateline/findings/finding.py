"""A finding: one fault at one place of one file."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.findings.catalogue import RULES


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault, told to a person.

    `path` is as a person would name the file from where the command was started; `line` and
    `column` count from 1, in characters. `code` is a rule of the catalogue. `message` says what is
    wrong in this place, `remedy` what to do (the rule's own words where it is empty).
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    remedy: str = ""

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")

    @property
    def level(self) -> str:
        return "error" if self.is_error else "warning"

    @property
    def advice(self) -> str:
        return self.remedy or RULES[self.code].remedy


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.is_error for finding in findings)
