"""What is collected while one file is read: findings, positions, references, unsound fields."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dateline.findings import Finding
from dateline.model.kinds import Registry
from dateline.read.nodes import Mark, Node, words_of

FieldPath = tuple[str | int, ...]

# A front matter begins in the second line of its file, behind the fence.
FRONT_MATTER_LINE = 2


class Reference(NamedTuple):
    """A slug, id or key that names something else, and where it stands."""

    to: Registry | Literal["brief", "listed-source"]
    name: str
    path: FieldPath


@dataclass(slots=True)
class Reading:
    """One file being read. `shown` is its path as findings name it.

    `passed_over` holds the words of all that could not be read where it stands: a source or a slug
    among them was named, if in the wrong way, and is not to be called unused.
    """

    shown: str
    findings: list[Finding] = field(default_factory=list)
    marks: dict[FieldPath, Mark] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    unsound: set[FieldPath] = field(default_factory=set)
    passed_over: set[str] = field(default_factory=set)

    def fault(self, mark: Mark, path: FieldPath, code: str, message: str, remedy: str = "") -> None:
        """Notes a finding; an error makes `path` and all that holds it unsound."""
        self.note(mark, code, message, remedy)
        if self.findings[-1].is_error:
            for end in range(len(path) + 1):
                self.unsound.add(path[:end])

    def note(self, mark: Mark, code: str, message: str, remedy: str = "") -> None:
        """Notes a finding that leaves every known field sound, such as an unknown key."""
        line = mark.line + FRONT_MATTER_LINE
        self.findings.append(Finding(self.shown, line, mark.column + 1, code, message, remedy))

    def pass_over(self, node: Node) -> None:
        """Notes what is named in a node that is not read."""
        self.passed_over.update(words_of(node))

    def spoil(self, path: FieldPath, names: Iterable[str]) -> None:
        """Makes the fields `names` below `path` unsound without a finding of their own."""
        self.unsound.update((*path, name) for name in names)

    def refer(
        self, to: Registry | Literal["brief", "listed-source"], name: str, path: FieldPath
    ) -> None:
        self.references.append(Reference(to, name, path))
