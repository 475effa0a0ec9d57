"""Many broken files in one run, the formats in which findings are told, and `inv check` itself."""

import json
import re
import shlex
import shutil
import sys
import time
from datetime import date as Day
from pathlib import Path

import pytest

from building import HARBOUR, HARBOUR_DAY, Ran, invoke, run
from dateline.check import Policy
from dateline.commands.check import main
from dateline.findings import Finding
from dateline.findings.formats import write
from harbours import POLICY, SMALLEST, WHOLE, brief, copied, found_in

_BROKEN: dict[str, tuple[str | bytes, str]] = {
    "briefs/01.md": (b"", "E003"),
    "briefs/02.md": (b"---\ntitle: \xe9\n---\n", "E001"),
    "briefs/03.md": ("---\n", "E003"),
    "briefs/04.md": ("---\n---\n", "E003"),
    "briefs/05.md": ("---\n- a\n---\n", "E103"),
    "briefs/06.md": ("---\na: b: c\n---\n", "E005"),
    "briefs/07.md": ("---\na: *b\n---\n", "E006"),
    "briefs/08.md": ("---\na: " + "[" * 9 + "]" * 9 + "\n---\n", "E008"),
    "briefs/09.md": ("---\na: \u202e\n---\n", "E002"),
    "briefs/10.md": (f"---\na: {'x' * 65_536}\n---\n", "E004"),
    "briefs/11.txt": ("", "E009"),
    "groups/coastal-republic.md": ("---\nname: [\n---\n", "E005"),
    "sources/coalition-2021-05-04.md": ("Text", "E003"),
    "weapons/drone.md": ("---\nname: a\nname: b\n---\n", "E007"),
}


def test_all_findings_of_all_files_in_one_run(tmp_path: Path) -> None:
    """Sorted by file and line; and no file has a finding for naming one that is broken."""
    content = copied(tmp_path)
    for path, (written, _) in _BROKEN.items():
        data = written if isinstance(written, bytes) else written.encode()
        (content / path).write_bytes(data)
    found = found_in(content)
    assert found == sorted(found)
    told = {(finding.path, finding.code) for finding in found}
    assert {(path, code) for path, (_, code) in _BROKEN.items()} == told


_SPOKEN = Finding(
    "content/a,b:c.md", 3, 7, "E104", '100% "\x1b[31m\u202ex\n::error::y\r##[group]z"', "do"
)


def test_text_obeys_nothing_that_content_says() -> None:
    line = write([_SPOKEN], "text")
    assert line.endswith("\n")
    assert line.removesuffix("\n").isprintable()
    assert line == (
        "content/a,b:c.md:3:7: error E104 "
        '100% "\\x1b[31m\\u202ex\\n::error::y\\r##\\x5bgroup]z"; do\n'
    )


def test_github_gets_one_command_a_finding() -> None:
    line = write([_SPOKEN], "github")
    assert line.count("\n") == 1
    assert line.startswith("::error file=content/a%2Cb%3Ac.md,line=3,col=7,title=E104::100%25 ")
    assert "\x1b" not in line
    assert "##[" not in line
    warning = write([Finding("a.md", 1, 1, "W405", "x")], "github")
    assert warning.startswith("::warning file=a.md,line=1,col=1,title=W405::x; ")


def test_json_says_all_and_says_it_raw() -> None:
    (told,) = json.loads(write([_SPOKEN], "json"))
    assert told == {
        "path": "content/a,b:c.md",
        "line": 3,
        "column": 7,
        "level": "error",
        "code": "E104",
        "message": _SPOKEN.message,
        "remedy": "do",
    }
    assert json.loads(write([], "json")) == []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(tmp_path)


def _spoil(content: Path) -> None:
    path = content / SMALLEST
    path.write_text(path.read_text("utf-8").replace("added: 2021-05-05", "added: May"), "utf-8")


def _codes(written: str) -> list[str]:
    return re.findall(r": (?:error|warning) ([EW]\d+) ", written)


def test_exit_codes(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], content, POLICY) == 0
    assert capsys.readouterr().out.endswith("\n0 errors, 1 warning.\n")
    assert main(["--strict"], content, POLICY) == 1
    _spoil(content)
    assert main([], content, POLICY) == 1
    assert capsys.readouterr().out.endswith("\n1 error, 1 warning.\n")
    assert main([str(content / "nothing.md")], content, POLICY) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"there is no file {content / 'nothing.md'}\n"


def test_no_findings_are_said_to_be_none(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(content / SMALLEST)], content, POLICY) == 0
    assert capsys.readouterr().out == "No findings.\n"


def test_a_folder_is_checked_as_an_archive_of_its_own(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    (other / "briefs").mkdir(parents=True)
    (other / "briefs" / "2021-05-04-a.md").write_text(brief("2021-05-04-a"), "utf-8")
    assert main([str(other)], content, POLICY) == 1
    out = capsys.readouterr().out
    assert _codes(out) == ["E104"]
    assert out.startswith(f"{other}/briefs/2021-05-04-a.md:7:13: error E104 unknown location")


def test_a_file_is_checked_against_content(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that is not there yet; and one that would take the place of another."""
    new = tmp_path / "2021-05-04-a.md"
    new.write_text(brief("2021-05-04-a", "related: [2021-05-04-south-pier-rocket]"), "utf-8")
    assert main([str(new)], content, POLICY) == 1
    out = capsys.readouterr().out
    assert 'did you mean "2021-05-04-south-pier-rockets"?' in out
    assert _codes(out) == ["E116"]
    again = tmp_path / Path(SMALLEST).name
    again.write_bytes((content / SMALLEST).read_bytes())
    assert main([str(again)], content, POLICY) == 0


def test_only_the_files_asked_for_are_told_of(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _spoil(content)
    assert main([str(content / "groups" / "harbour-brigade.md")], content, POLICY) == 0
    assert main([str(content / SMALLEST), str(content / WHOLE)], content, POLICY) == 1
    assert sorted(_codes(capsys.readouterr().out)) == ["E108", "W401"]


def test_what_is_no_content_is_not_checked(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = content / "pages" / "about.md"
    page.parent.mkdir()
    page.write_text("Title: About\n", "utf-8")
    assert main([str(page)], content, POLICY) == 2
    assert "neither a brief nor a registry entry" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main([str(tmp_path / "empty")], content, POLICY) == 2
    assert "is no content folder: it holds none of briefs, groups," in capsys.readouterr().err


def test_symbolic_links_are_not_followed(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "2021-05-04-a.md").write_text(brief("2021-05-04-a"), "utf-8")
    (content / "briefs" / "2021-05-04-a.md").symlink_to(outside / "2021-05-04-a.md")
    (content / "briefs" / "more").symlink_to(outside)
    shutil.rmtree(content / "totals")
    (content / "totals").symlink_to(outside)
    assert [(f.path, f.code, f.advice) for f in found_in(content)] == [
        ("briefs/2021-05-04-a.md", "E009", "put the file itself here"),
        ("briefs/more", "E009", "put the file itself here"),
        ("totals", "E009", "put the file itself here"),
    ]
    assert main([str(content / "briefs" / "2021-05-04-a.md")], content, POLICY) == 1
    assert _codes(capsys.readouterr().out) == ["E009"]


def test_the_day_is_that_of_the_policy(content: Path) -> None:
    assert [f.code for f in found_in(content, Policy(Day(2021, 5, 2)))] == ["E208", "E208"]
    assert found_in(content, Policy(Day(2021, 5, 3))) == []


def _inv(*words: str, **environment: str) -> Ran:
    return invoke("check", *words, env=environment)


def test_the_command(tmp_path: Path) -> None:
    """Options stand before or behind the paths; TODAY pins the future; nothing is a traceback."""
    done = _inv(str(HARBOUR), TODAY=HARBOUR_DAY)
    assert (done.code, _codes(done.out)) == (0, ["W401"])
    done = _inv("--strict", "--format", "github", str(HARBOUR), TODAY="2021-05-01")
    assert done.code == 1
    assert done.out.count("::error file=") == 2
    assert _inv(str(tmp_path / "none"), TODAY=HARBOUR_DAY).code == 2
    assert _inv("--format", "xml").code == 2
    done = _inv(str(HARBOUR), TODAY="soon")
    assert (done.code, done.out) == (2, 'TODAY is "soon"; write a day such as 2021-05-09\n')


def test_a_terminal_without_the_characters_is_no_traceback(tmp_path: Path) -> None:
    content = copied(tmp_path)
    path = content / SMALLEST
    path.write_text(path.read_text("utf-8").replace("[south-pier]", "[الرصيف]"), "utf-8")
    done = _inv(str(content), TODAY=HARBOUR_DAY, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.code, _codes(done.out)) == (1, ["W401", "E104", "W405"])
    assert r'unknown location "\u0627\u0644' in done.out


def test_a_reader_that_has_seen_enough_is_no_traceback(tmp_path: Path) -> None:
    content = copied(tmp_path)
    many = "".join(f"key-{n}: x\n" for n in range(1000))
    (content / "briefs" / "a.md").write_text(f"---\n{many}---\n", "utf-8")
    words = shlex.join([str(Path(sys.executable).with_name("inv")), "check", str(content)])
    done = run("sh", "-c", f"{words} | head -n 1")
    assert done.out.count("\n") == 1, done.out


_HOSTILE = (
    "related: [" + ", ".join(f"b{n:05}-x" for n in range(6000)) + "]",
    "claimed_by: [{sources: [" + ", ".join(f"gaze-{n}" for n in range(5000)) + "]}]",
    "\n".join(f"k{n}:" for n in range(7000)),
    "locations: [" + ", ".join(f"south-pie-{n}" for n in range(4000)) + "]",
)


@pytest.mark.parametrize("lines", _HOSTILE)
def test_thousands_of_faults_in_one_file_take_no_minutes(lines: str, tmp_path: Path) -> None:
    """A guess at what was meant looks at every name there is: only the first few are guessed."""
    content = copied(tmp_path)
    (content / "briefs" / "a.md").write_text(f"---\n{lines}\n---\n", "utf-8")
    begun = time.process_time()
    assert len(found_in(content)) >= 4000
    assert time.process_time() - begun < 20
