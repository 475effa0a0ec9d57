"""docs/coverage.md: what inv coverage makes of the content, and that it stands there."""

from pathlib import Path

import pytest

from building import HARBOUR, ROOT
from harbour_pages import archive_of
from tools.coverage import COVERAGE, GATHERED, NotMade, coverage, gathered, made, main

REGISTER = """
2021-05-04-north-pier-drones: {strength: strong}
2021-05-02-outer-roads-craft: {strength: strong}
2021-05-03-far-shots: {strength: thin, title: "Shots <claimed> far | off"}
2021-04-30-lights: {strength: thin, title: Lights seen}
2021-05-05-second-boat: {strength: moderate}
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> str:
    archive = archive_of(tmp_path_factory.mktemp("coverage"), {})
    return coverage(archive, gathered(REGISTER), "Incidents in a harbour.")


def test_it_is_that_of_the_content_now() -> None:
    written = (ROOT / COVERAGE).read_text(encoding="utf-8")
    assert written == made(ROOT), f"{COVERAGE} is of other content than there is: run inv coverage"


def test_it_names_period_scope_and_what_ours_is_held_against(harbour: str) -> None:
    assert "**Scope.** Incidents in a harbour." in harbour
    assert "The first incident is of 2 May 2021, the last of 4 May 2021." in harbour
    assert "3 incidents: 2 confirmed, 1 reported." in harbour
    assert "count from 1 May 2021, in Iceland: 1 of them, the last of 9 May 2021." in harbour


@pytest.mark.parametrize(
    "row",
    [
        # Iceland first, then the boat at sea.
        "| May 2021 | 1 | 1 | 0 | 0 | 2 | 1 | 0 | 0 | 0 | 1 |",
        "| Together | 1 | 1 | 0 | 0 | 2 | 1 | 0 | 0 | 0 | 1 |",
        "| Iceland | 1 | 1 | 0 | 0 | 2 |",
        "| International waters | 1 | 0 | 0 | 0 | 1 |",
        "| Ship | 2 | 0 | 0 | 0 | 2 |",
        "| Not known | 0 | 1 | 0 | 0 | 1 |",
        "| 8 May 2021 | Pier Watch | from a day that is not given, on all land | at least 4 | 2 |",
    ],
)
def test_what_is_in_stands_in_tables(harbour: str, row: str) -> None:
    assert row in harbour.splitlines()


def test_the_gap_is_that_of_the_page_of_totals(harbour: str) -> None:
    assert (
        "| May 2021 | 3 up to 9 May 2021 | 3 from 1 May 2021 | 2 | 1 of ours is not confirmed but "
        "reported. If each of ours is one attack in that count, 1 of its attacks has no brief "
        "here; if only the confirmed ones are, 2. |"
    ) in harbour.splitlines()


def test_what_is_too_thin_is_listed_by_month(harbour: str) -> None:
    """An alias finds its brief; nothing in a title is Markdown."""
    out = harbour.partition("## What is out")[2].partition("\n## ")[0]
    assert "5 incidents of which accounts were found" in out
    assert "2 have a brief. 2 are left out" in out
    _, listed = out.split("### April 2021: 1\n\n")
    assert listed.startswith(
        "- `2021-04-30-lights`: Lights seen\n\n### May 2021: 1\n\n"
        "- `2021-05-03-far-shots`: Shots \\<claimed\\> far \\| off\n\n"
        "1 more has no brief yet:\n\n- `2021-05-05-second-boat`\n"
    )
    assert "1 brief was withdrawn and 1 was merged into another" in out


def test_without_counts_it_says_so(tmp_path: Path) -> None:
    files = {"totals/2021-05-09-coalition.md": None, "totals/2021-05-08-pier-watch.md": None}
    text = coverage(archive_of(tmp_path, files), gathered(REGISTER), "A harbour.")
    assert "No official counts are recorded" in text
    assert "monitors" not in text
    assert "| May 2021 | 2 | 1 | 0 | 0 | 3 |" in text.splitlines()


def test_a_thin_one_without_a_title_is_named() -> None:
    with pytest.raises(NotMade, match="2021-05-03-x is thin and has no title"):
        gathered("2021-05-03-x: {strength: thin}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own around the harbour."""
    for name in ("plugins", "theme", "pelicanconf.py"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "content").symlink_to(HARBOUR)
    (tmp_path / "docs").mkdir()
    (tmp_path / GATHERED).write_text(REGISTER, encoding="utf-8")
    return tmp_path


def test_it_is_written_where_it_belongs(project: Path) -> None:
    assert main(project) == 0
    assert (project / COVERAGE).read_text(encoding="utf-8") == made(project)


def test_content_with_an_error_leaves_it_as_it_was(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / COVERAGE).write_text("as it was", encoding="utf-8")
    (project / "content").unlink()
    (project / "content" / "totals").mkdir(parents=True)
    (project / "content" / "totals" / "x.md").write_text("---\nby: X\n---\n", encoding="utf-8")
    assert main(project) == 1
    assert "content/totals/x.md:" in capsys.readouterr().err
    assert (project / COVERAGE).read_text(encoding="utf-8") == "as it was"
