"""What a page depends on in the theme, what is made once, and byte code that is kept."""

import os
from pathlib import Path

import pytest
from jinja2 import Environment

from dateline.render import Engine, Once


def written(folder: Path, **templates: str) -> Path:
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text)
    return folder


def refuse_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled(*_: object, **__: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(Environment, "_generate", compiled)


@pytest.mark.parametrize(
    "naming",
    [
        '{% extends "b.html" %}',
        "{% include 'b.html' %}",
        '{%- include "b.html" -%}',
        '{% include ["none.html", "b.html"] %}',
        '{% from "b.html" import m %}',
        '{% import "b.html"\n  as b %}',
        '{% include "b.html" if view else "c.html" %}',
        '{% include "between.html" %}',
    ],
)
def test_a_page_depends_on_what_its_template_names(naming: str, tmp_path: Path) -> None:
    between = '{% include "b.html" %}'
    folder = written(tmp_path, a=naming, b="1", between=between, other="1")
    before = Engine([folder]).fingerprint("a.html")
    assert Engine([folder]).fingerprint("a.html") == before
    written(folder, other="2")
    assert Engine([folder]).fingerprint("a.html") == before
    written(folder, b="2")
    assert Engine([folder]).fingerprint("a.html") != before


def test_templates_that_name_each_other_come_to_an_end(tmp_path: Path) -> None:
    folder = written(tmp_path, a='{% include "b.html" %}', b='{% include "a.html" %}')
    before = Engine([folder]).fingerprint("a.html")
    written(folder, b='{% include "a.html" %}!')
    assert Engine([folder]).fingerprint("a.html") != before


def test_the_first_folder_wins(tmp_path: Path) -> None:
    for name in ("over", "under"):
        (tmp_path / name).mkdir()
    under = written(tmp_path / "under", a="1")
    folders = [tmp_path / "over", under]
    before = Engine(folders).fingerprint("a.html")
    written(tmp_path / "over", a="2")
    assert Engine(folders).fingerprint("a.html") != before
    assert Engine(folders).render("a.html", None) == "2"


def test_once_makes_it_once_for_each_set_of_values() -> None:
    made: list[tuple[object, ...]] = []

    def macro(*values: object) -> str:
        made.append(values)
        return f"{values}"

    once = Once()
    assert [once(macro, 1), once(macro, 1), once(macro, 1, True)] == ["(1,)", "(1,)", "(1, True)"]
    assert made == [(1,), (1, True)]
    assert Once()(macro, 1) == "(1,)"
    assert len(made) == 3


def test_byte_code_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, kept = written(tmp_path, a="{{ 1 + view }}"), tmp_path / "kept"
    assert Engine([folder], kept).render("a.html", 1) == "2"
    assert kept.stat().st_mode & 0o777 == 0o700
    refuse_to_compile(monkeypatch)
    assert Engine([folder], kept).render("a.html", 1) == "2"


def test_an_edited_template_is_compiled_anew(tmp_path: Path) -> None:
    folder, kept = written(tmp_path, a="1"), tmp_path / "kept"
    assert Engine([folder], kept).render("a.html", None) == "1"
    written(folder, a="2")
    assert Engine([folder], kept).render("a.html", None) == "2"


@pytest.mark.parametrize("damage", ["empty", "cut off", "changed", "a folder"])
def test_damaged_byte_code_is_made_anew(damage: str, tmp_path: Path) -> None:
    folder, kept = written(tmp_path, a="{{ 1 + view }}"), tmp_path / "kept"
    Engine([folder], kept).render("a.html", 1)
    (file,) = kept.iterdir()
    data = file.read_bytes()
    if damage == "a folder":
        file.unlink()
        file.mkdir()
    else:
        changed = bytes([data[-1] ^ 1])
        damaged = {"empty": b"", "cut off": data[:-9], "changed": data[:-1] + changed}
        file.write_bytes(damaged[damage])
    assert Engine([folder], kept).render("a.html", 1) == "2"
    if damage != "a folder":
        assert file.read_bytes() == data


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_to_is_left_alone(mode: int, tmp_path: Path) -> None:
    folder, kept = written(tmp_path, a="1"), tmp_path / "kept"
    kept.mkdir()
    kept.chmod(mode)
    assert Engine([folder], kept).render("a.html", None) == "1"
    assert not list(kept.iterdir())


def test_a_folder_of_another_user_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, kept = written(tmp_path, a="1"), tmp_path / "kept"
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert Engine([folder], kept).render("a.html", None) == "1"
    assert not list(kept.iterdir())


def test_a_folder_that_cannot_be_made_does_not_matter(tmp_path: Path) -> None:
    folder = written(tmp_path, a="1")
    (tmp_path / "kept").write_text("in the way")
    assert Engine([folder], tmp_path / "kept").render("a.html", None) == "1"
