"""Checks with a store, beside full ones of the same content."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.archive import Archive, Entry, build
from dateline.check import Checked, Policy, check, check_changed, collect
from dateline.findings import Finding, has_errors
from dateline.findings.formats import write
from dateline.kept import Store
from dateline.read.content import read_content
from harbours import POLICY, copied


@dataclass(slots=True)
class Runs:
    """A content folder, its cache, and what the store said of itself."""

    content: Path
    cache: Path
    said: list[str] = field(default_factory=list)

    def check(self, policy: Policy = POLICY, processes: int = 1, *, fresh: bool = False) -> Checked:
        store = Store(self.cache, self.content, self.said.append, fresh=fresh)
        return check_changed(self.content, "content", policy, store, processes)

    def fully(self, policy: Policy = POLICY) -> list[Finding]:
        read = read_content(self.content, "content")
        return check(read, collect(read), policy)

    def archive(self) -> Archive:
        read = read_content(self.content, "content")
        return build(collect(read))

    @property
    def store(self) -> Path:
        (folder,) = (self.cache / "kept").iterdir()
        return folder

    def segments(self) -> list[Path]:
        return sorted(self.store.glob("*.kept"))


def runs(folder: Path) -> Runs:
    return Runs(copied(folder), folder / "cache")


def age(content: Path) -> None:
    """Gives every file times that lie well back, but for the change time, which none can set."""
    for path in files(content):
        os.utime(path, (1_600_000_000, 1_600_000_000))


def files(content: Path) -> list[Path]:
    return sorted(path for path in content.rglob("*.md") if path.is_file())


def many(content: Path, number: int) -> None:
    """That many more briefs, each a sound one."""
    first = (content / "briefs" / "2021" / "2021-05-04-south-pier-rockets.md").read_text("utf-8")
    for n in range(number):
        slug = f"2021-05-04-more-{n}"
        text = first.replace("2021-05-04-south-pier-rockets", slug)
        (content / "briefs" / f"{slug}.md").write_text(text, "utf-8")


def assert_same(found: Checked, fully: list[Finding]) -> None:
    assert write(found.findings, "json") == write(fully, "json")


def said_by(archive: Archive) -> Iterator[object]:
    """All that an archive says, in its order."""
    entries: tuple[Entry[Any], ...] = (
        *archive.with_page,
        *archive.groups.values(),
        *archive.locations.values(),
        *archive.weapons.values(),
        *archive.sources.values(),
        *archive.totals.values(),
    )
    for entry in entries:
        yield entry.slug, entry.digest, entry.head, entry.value, entry.text
    yield [brief.facts for brief in archive.with_page]
    yield archive.drafts
    yield {name: entry.slug for name, entry in archive.by_id.items()}
    yield {
        name: [(entry.slug, row) for entry, row in rows]
        for name, rows in archive.shared_figures.items()
    }


def assert_same_archive(found: Checked, runs: Runs) -> None:
    assert not has_errors(found.findings)
    kept = build(found.collection, found.fetch)
    assert list(said_by(kept)) == list(said_by(runs.archive()))


def copy_of(folder: Path, to: Path) -> None:
    shutil.copytree(folder, to, copy_function=shutil.copy2)
