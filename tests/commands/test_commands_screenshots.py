"""`inv screenshots` where it cannot run: what is missing, in words; no picture is lost."""

import sys
from pathlib import Path

import pytest

from dateline.commands.kinds_of_page import pages_of
from dateline.commands.screenshots import main


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("<!doctype html>", "utf-8")
    return tmp_path / "output"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    (tmp_path / "screenshots").mkdir()
    (tmp_path / "screenshots" / "home-360-dark.png").write_bytes(b"from before")
    return tmp_path / "screenshots"


def said(output: Path, pictures: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(output, pictures) == 2
    assert (pictures / "home-360-dark.png").read_bytes() == b"from before"
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_without_a_site(tmp_path: Path, pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path / "nowhere", pictures, capsys).endswith("Build it first: inv build\n")


def test_without_chromium(
    output: Path,
    pictures: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(output))
    assert "apt-get install chromium" in said(output, pictures, capsys)


def test_without_playwright(
    output: Path,
    pictures: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(_program(output.parent, "google-chrome")))
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    assert "install --require-hashes -r requirements/browser.lock" in said(output, pictures, capsys)


def _program(folder: Path, name: str) -> Path:
    """A folder with a program of that name, which ends at once."""
    (folder / name).write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (folder / name).chmod(0o755)
    return folder


def test_the_fullest_page_of_each_kind(tmp_path: Path) -> None:
    links = '<a href="/briefs/one/"></a>', '<a href="../../briefs/two/"></a>'
    for path, text in {
        "index.html": "",
        "briefs/long/index.html": "long",
        "briefs/short/index.html": "",
        "groups/index.html": "".join(links) * 9,
        "groups/all/index.html": "".join(links),
        "groups/again/index.html": links[0] * 9,
        "timeline/2021/index.html": links[0],
        "timeline/2021/05/index.html": "".join(links),
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    assert pages_of(tmp_path) == {
        "home": "",
        "timeline-year": "timeline/2021/",
        "timeline-month": "timeline/2021/05/",
        "brief": "briefs/long/",
        "group": "groups/all/",
    }
