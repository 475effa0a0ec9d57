"""`inv check [PATH…]`: every finding of all files, in one run."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from dateline.check import Policy, check, collect
from dateline.findings import Finding, has_errors
from dateline.findings.formats import FORMATS, printable, write
from dateline.read.content import Content, read_content, read_file
from dateline.read.document import Document, Unread
from dateline.read.files import FOLDERS, ContentFile, file_of, sorted_out

CANNOT_RUN = 2


class NotChecked(Exception):
    """What was asked for cannot be checked; the message says why."""


def main(arguments: Sequence[str], content: Path, policy: Policy) -> int:
    """Prints the findings and returns the exit code.

    0: no error; 1: at least one (with --strict: or a warning); 2: could not run.
    """
    options = _parser().parse_args(arguments)
    _print_anything()
    try:
        findings = _findings([Path(path) for path in options.paths], content, policy)
    except NotChecked as reason:
        sys.stderr.write(printable(str(reason)) + "\n")
        return CANNOT_RUN
    told = write(findings, options.format)
    _tell(told + _summary(findings) + "\n" if options.format == "text" else told)
    return 1 if has_errors(findings) or (options.strict and findings) else 0


def _tell(text: str) -> None:
    """A reader that has seen enough (`inv check | head`) is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_anything() -> None:
    """Where a terminal has not all characters, they are written as \\u0629: no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inv check",
        description="Check briefs and registries. Without a PATH: all of content/.",
    )
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a file, checked against content/; or a folder of content/'s shape, checked alone",
    )
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    return parser


def _findings(paths: Sequence[Path], content: Path, policy: Policy) -> list[Finding]:
    if not paths:
        return _of_folder(content, content.name, policy)
    files = [path for path in paths if not path.is_dir()]
    found: list[Finding] = []
    for folder in paths:
        if folder.is_dir():
            found.extend(_of_folder(folder, str(folder), policy))
    if files:
        found.extend(_of_files(files, content, policy))
    return sorted(set(found))


def _of_folder(folder: Path, shown: str, policy: Policy) -> list[Finding]:
    if not any((folder / name).is_dir() for name in FOLDERS.values()):
        raise NotChecked(
            f"{folder} is no content folder: it holds none of {', '.join(FOLDERS.values())}"
        )
    found = read_content(folder, shown)
    return check(found, collect(found), policy)


def _of_files(paths: Sequence[Path], content: Path, policy: Policy) -> list[Finding]:
    """The findings of single files, each in the place that it has, or would have, in content."""
    found = read_content(content, content.name)
    asked = [sorted_out(_asked(path, content)) for path in paths]
    files = [file for file in asked if isinstance(file, ContentFile)]
    refused = [finding for finding in asked if isinstance(finding, Finding)]
    shown = {file.shown for file in files}
    found = _with(found, [read_file(file) for file in files])
    findings = check(found, collect(found), policy)
    return refused + [finding for finding in findings if finding.path in shown]


def _asked(path: Path, content: Path) -> ContentFile:
    if not path.exists():
        raise NotChecked(f"there is no file {path}")
    place, root = path.parent.resolve() / path.name, content.resolve()
    if not place.is_relative_to(root):
        return ContentFile("brief", path, str(path))
    inside = file_of(place, root, str(path))
    if inside is None:
        raise NotChecked(f"{path} is neither a brief nor a registry entry: nothing to check")
    return inside


def _with(content: Content, documents: Sequence[Document[object] | Unread]) -> Content:
    """The content with these documents in the place of those of the same kind and name."""
    names = {(item.file.kind, item.file.stem) for item in documents}
    return Content(
        documents=(
            *(item for item in content.documents if (item.file.kind, item.slug) not in names),
            *(item for item in documents if isinstance(item, Document)),
        ),
        unread=(
            *(item for item in content.unread if (item.file.kind, item.file.stem) not in names),
            *(item for item in documents if isinstance(item, Unread)),
        ),
        findings=content.findings,
    )


def _summary(findings: Sequence[Finding]) -> str:
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return "No findings."
    return f"{_many(errors, 'error')}, {_many(warnings, 'warning')}."


def _many(n: int, word: str) -> str:
    return f"{n} {word}" if n == 1 else f"{n} {word}s"
