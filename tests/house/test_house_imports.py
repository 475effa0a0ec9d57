"""The house: data flows one way, so imports do; the core knows no Pelican."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import ROOT

PACKAGE = ROOT / "plugins" / "dateline"

# Each room may import from the rooms above it in this list, and from its own.
ROOMS = (
    ("frozen",),
    ("workers",),
    ("findings",),
    ("model",),
    ("text",),
    ("read",),
    ("kept",),
    ("check",),
    ("archive",),
    ("plan",),
    ("publish",),
    ("render",),
    ("views",),
    ("facets",),
    (
        "briefs",
        "corrections",
        "countries",
        "data",
        "feeds",
        "groups",
        "home",
        "locations",
        "maps",
        "notfound",
        "sitemap",
        "sources",
        "timeline",
        "totals",
        "weapons",
    ),
    ("commands",),
    ("door",),
)
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}

MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def room_of(module: str) -> str:
    return module.split("/")[0].removesuffix(".py")


def imported(module: str) -> Iterator[str]:
    """The dotted names that a module imports, those inside functions too."""
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide which way they go"
            yield node.module or ""


def test_every_room_has_its_floor() -> None:
    assert {room_of(module) for module in MODULES} - {"__init__"} == set(FLOOR)


@pytest.mark.parametrize("module", [module for module in MODULES if module != "__init__.py"])
def test_imports_go_one_way(module: str) -> None:
    here = room_of(module)
    for name in imported(module):
        parts = name.split(".")
        if parts[0] != "dateline" or len(parts) < 2:
            continue
        there = parts[1]
        allowed = FLOOR[there] < FLOOR[here] or there == here
        assert allowed, f"{module} imports {name}, which stands further down the way"


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) != "door"])
def test_only_the_door_knows_pelican(module: str) -> None:
    assert not [name for name in imported(module) if name.split(".")[0] == "pelican"]


def drawn() -> str:
    """The imports between rooms as a Mermaid graph, without arrows that others imply."""
    below: dict[str, set[str]] = {room: set() for room in FLOOR}
    for module in MODULES:
        for name in imported(module):
            parts = name.split(".")
            if parts[0] == "dateline" and len(parts) > 1 and room_of(module) in below:
                below[room_of(module)].add(parts[1])
    for room in below:
        below[room].discard(room)
    lines = ["```mermaid", "graph TD"]
    for room in sorted(below, key=lambda room: (-FLOOR[room], room)):
        implied = {far for near in below[room] for far in _all_below(near, below)}
        lines += [f"  {room} --> {there}" for there in sorted(below[room] - implied)]
    return "\n".join([*lines, "```"])


def _all_below(room: str, below: dict[str, set[str]]) -> set[str]:
    return below[room] | {far for near in below[room] for far in _all_below(near, below)}


def test_the_picture_in_the_docs_is_the_house() -> None:
    """Draw it anew with: python tests/house/test_house_imports.py"""
    assert drawn() in (ROOT / "docs" / "house.md").read_text(encoding="utf-8")


def test_no_room_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not empty & {Path(part).stem for module in MODULES for part in module.split("/")}


if __name__ == "__main__":
    print(drawn())
