"""One content file, read: its value, its text, and where everything in it stands."""

from dataclasses import field
from hashlib import sha256
from typing import Any, Generic, TypeVar

from dateline.findings import Finding
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.model.registry import Group, Location, Total, Weapon
from dateline.model.source import SharedSource
from dateline.read.cut_off import note_cut_off
from dateline.read.files import ContentFile, Kind
from dateline.read.front_matter import Parts, split
from dateline.read.nodes import Mark, Node, NotRead, Scalar, Sequence, compose
from dateline.read.reading import FRONT_MATTER_LINE, FieldPath, Reading, Reference
from dateline.read.scalars import is_slug
from dateline.read.shapes import read_mapping
from dateline.text import forbidden_character, place

MODELS: dict[Kind, type[Any]] = {
    "brief": Brief,
    "group": Group,
    "location": Location,
    "weapon": Weapon,
    "source": SharedSource,
    "total": Total,
}

V = TypeVar("V")


@frozen
class Document(Generic[V]):
    """`value` is whole only where `findings` hold no error; `sound` tells for single fields.

    `passed_over` are the words of what could not be read. `digest` is the SHA-256 of the file's
    bytes, `head` that of its front matter, in hex.
    """

    file: ContentFile
    value: V
    text: str
    text_line: int
    digest: str
    head: str
    marks: dict[FieldPath, Mark]
    references: tuple[Reference, ...]
    unsound: frozenset[FieldPath]
    passed_over: frozenset[str]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def slug(self) -> str:
        return self.file.stem

    def sound(self, *path: str | int) -> bool:
        """Whether nothing in the field at `path` was at fault."""
        return path not in self.unsound

    def fault(self, path: FieldPath, code: str, message: str, remedy: str = "") -> Finding:
        """A finding at the field `path`, or at the nearest one around it that was written."""
        mark = next(
            (self.marks[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.marks),
            Mark(0, 0),
        )
        line = mark.line + FRONT_MATTER_LINE
        return Finding(self.file.shown, line, mark.column + 1, code, message, remedy)

    def fault_in_text(self, offset: int, code: str, message: str, remedy: str = "") -> Finding:
        """A finding at a character of the text."""
        line, column = place(self.text, offset)
        return Finding(self.file.shown, line + self.text_line, column, code, message, remedy)


@frozen
class Unread:
    """A file of which nothing can be said but why; others may still name it."""

    file: ContentFile
    findings: tuple[Finding, ...]


def read_document(file: ContentFile, data: bytes) -> Document[Any] | Unread:
    """The file's bytes as a document; never raises for what they hold."""
    name = _name_finding(file)
    parts, findings = split(data, file.shown)
    if parts is None:
        return Unread(file, (*name, *findings))
    reading = Reading(file.shown)
    node = _compose(parts, reading)
    if node is None:
        return Unread(file, (*name, *reading.findings))
    if "\\" in parts.front:  # only an escape makes a character that the bytes do not hold
        _forbid_characters(node, reading)
    note_cut_off(node, parts.front, reading)
    value = read_mapping(MODELS[file.kind], node, (), reading)
    return Document(
        file=file,
        value=value,
        text=parts.text,
        text_line=parts.text_line,
        digest=sha256(data).hexdigest(),
        head=sha256(parts.front.encode()).hexdigest(),
        marks=reading.marks,
        references=tuple(reading.references),
        unsound=frozenset(reading.unsound),
        passed_over=frozenset(reading.passed_over),
        findings=(*name, *reading.findings),
    )


def _compose(parts: Parts, reading: Reading) -> Node | None:
    try:
        node, faults = compose(parts.front)
    except NotRead as fault:
        reading.fault(fault.mark, (), fault.code, fault.message, fault.remedy)
        return None
    for each in faults:
        reading.fault(each.mark, (), each.code, each.message, each.remedy)
    if node is None:
        message = "the front matter is empty"
        reading.fault(Mark(0, 0), (), "E003", message, "fill in the required fields")
    return node


def _forbid_characters(node: Node, reading: Reading) -> None:
    r"""Refuses after decoding what is refused in the bytes: "\uE000" in quotes is one of them."""
    match node:
        case Scalar(text=text, mark=mark):
            bad = forbidden_character(text)
            if bad is not None:
                reading.fault(mark, (), "E002", f"the character {bad[1]}")
        case Sequence(items=items):
            for item in items:
                _forbid_characters(item, reading)
        case _:
            for key, value in node.pairs:
                _forbid_characters(key, reading)
                _forbid_characters(value, reading)


def _name_finding(file: ContentFile) -> tuple[Finding, ...]:
    if is_slug(file.stem):
        return ()
    message = f'the file name "{file.stem}.md" is not a slug'
    return (Finding(file.shown, 1, 1, "E107", message),)
