"""What an earlier build found out is used again, and only if it surely is of the same content."""

import os
import pickle
import shutil
import signal
import struct
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from kept_runs import Runs, assert_same, assert_same_archive, copy_of, files, many, runs

import dateline.workers
from dateline.archive import build
from dateline.check import Policy
from dateline.check.examined import examined
from dateline.kept import CannotKeep, NotFetched, Said
from dateline.read.document import read_document
from dateline.read.files import ContentFile
from dateline.workers import WorkerLost
from harbours import POLICY, SMALLEST, WHOLE, brief


@pytest.fixture
def place(tmp_path: Path) -> Runs:
    return runs(tmp_path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that were parsed."""
    parsed: list[str] = []

    def noting(file: ContentFile, data: bytes) -> object:
        parsed.append(file.stem)
        return read_document(file, data)

    monkeypatch.setattr("dateline.check.examined.read_document", noting)
    monkeypatch.setattr("dateline.read.content.read_document", noting)
    return parsed


def test_unchanged_files_are_not_read_again(place: Runs, read: list[str]) -> None:
    place.check()
    assert len(read) == len(files(place.content))
    read.clear()
    found = place.check()
    assert read == []
    assert not list(found.collection.documents)
    assert_same(found, place.fully())
    assert_same_archive(found, place)
    assert place.said == []


def test_only_what_changed_is_read(place: Runs, read: list[str]) -> None:
    place.check()
    read.clear()
    _append(place.content / SMALLEST, "\nMore of it [@gazette].\n")
    found = place.check()
    assert read == [Path(SMALLEST).stem]
    assert_same_archive(found, place)


def test_the_same_bytes_in_a_new_file_are_not_read(place: Runs, read: list[str]) -> None:
    place.check()
    read.clear()
    for path in files(place.content):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    found = place.check()
    assert read == []
    assert_same_archive(found, place)


_BOAT = "briefs/2021/2021-05-02-outer-roads-boat.md"
_FIGURE = (
    "casualties: [{who: All, side: coalition, injured: 20, sources: [gazette], "
    "shared_with: [2021-05-04-north-pier-drones]}]"
)

# What is edited, a line for the head of it or nothing to delete it, and the rules that then speak
# of files which are as they were.
_OF_OTHERS = (
    (_BOAT, "status: merged\nmerged_into: 2021-05-02-outer-roads-wreck", "E227"),
    (_BOAT, "status: draft", "E241"),
    (_BOAT, "aliases: [2021-05-04-north-pier-drones]", "E202"),
    (SMALLEST, _FIGURE, "E216"),
    (SMALLEST, None, "E116"),
    ("locations/north-pier.md", None, "E104"),
    ("sources/gazette.md", "title: A\npublisher: B\npublished: 2021-05-05", "E232"),
    ("groups/more/harbour-brigade.md", "name: Another", "E202"),
    ("groups/coastal-republic.md", "parents: [harbour-brigade]", "E251"),
    ("weapons/drone.md", "parent: one-way-attack-drone", "E251"),
    (WHOLE, None, "W405"),
    ("sources/unused.md", "title: A\npublisher: B\npublished: 2021-05-05", "W405"),
)


@pytest.mark.parametrize(("below", "line", "code"), _OF_OTHERS)
def test_an_edit_makes_rules_speak_of_other_files(
    place: Runs, below: str, line: str | None, code: str
) -> None:
    if code == "E241":
        _head(place.content / WHOLE, "related: [2021-05-02-outer-roads-boat]")
    if code == "E251":
        _head(place.content / "groups" / "harbour-brigade.md", "parents: [coastal-republic]")
    assert code not in [finding.code for finding in place.check().findings]
    path = place.content / below
    if line is None:
        path.unlink()
    elif path.exists():
        _head(path, line)
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{line}\n---\n", "utf-8")
    found = place.check()
    assert code in [finding.code for finding in found.findings]
    assert_same(found, place.fully())
    assert_same(place.check(), place.fully())


def _head(path: Path, line: str) -> None:
    """Puts a line at the beginning of the front matter, in the place of one with that key."""
    key = line.partition(":")[0]
    old = path.read_text("utf-8").splitlines(keepends=True)
    rest = [each for each in old[1:] if not each.startswith(f"{key}:")]
    path.write_text("".join([old[0], f"{line}\n", *rest]), "utf-8")


@pytest.mark.parametrize("age", [0, 3_000_000_000])
def test_the_times_of_a_new_file_say_nothing(
    place: Runs, read: list[str], age: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is saved within one tick of the clock of files has the same times."""
    written = time.time_ns() - age
    monkeypatch.setattr("dateline.check.changed._seen", lambda _: (written, 1, 1, written))
    place.check()
    read.clear()
    _append(place.content / SMALLEST, "\nMore of it [@gazette].\n")
    place.check()
    assert read == ([] if age else [Path(SMALLEST).stem])


def test_a_save_of_the_same_size_with_the_old_time_is_seen(place: Runs) -> None:
    path = place.content / SMALLEST
    place.check()
    before = path.stat()
    text = path.read_text("utf-8")
    assert "title: Rockets" in text
    path.write_text(text.replace("title: Rockets", "title: Rackets"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    found = place.check()
    (entry,) = (e for e in build(found.collection, found.fetch).briefs if e.slug == path.stem)
    assert entry.value.title.startswith("Rackets")


def test_entries_that_are_gone_are_kept_no_longer(place: Runs) -> None:
    many(place.content, 3)
    place.check()
    for path in (place.content / "briefs").glob("*-more-*.md"):
        path.unlink()
    found = place.check()
    assert_same(found, place.fully())
    assert_same_archive(found, place)
    assert not any("-more-" in one.below for one in place.check().collection.kept)


def test_a_bad_build_keeps_what_is_good(place: Runs, read: list[str]) -> None:
    _append(place.content / SMALLEST, "\n<b>x</b>\n")
    assert_same(place.check(), place.fully())
    read.clear()
    found = place.check()
    assert set(read) == {Path(SMALLEST).stem}
    assert_same(found, place.fully())


def test_the_day_speaks_of_kept_briefs(place: Runs) -> None:
    place.check()
    early = Policy(POLICY.today - timedelta(days=7))
    found = place.check(early)
    assert [f.code for f in found.findings if f.is_error]
    assert_same(found, place.fully(early))
    assert_same(place.check(), place.fully())


def test_a_setting_speaks_of_kept_briefs(place: Runs) -> None:
    place.check()
    strict = Policy(POLICY.today, uncited_is_error=True)
    found = place.check(strict)
    assert "E401" in [f.code for f in found.findings]
    assert_same(found, place.fully(strict))
    assert_same(place.check(), place.fully())


def test_ignoring_the_cache_reads_none_of_it(place: Runs, read: list[str]) -> None:
    place.check()
    read.clear()
    place.check(fresh=True)
    assert len(read) == len(files(place.content))


def test_a_damaged_segment_is_read_anew(place: Runs) -> None:
    """Whatever single place of the store is damaged: one line of note, and the same archive."""
    place.check()
    for path in place.segments():
        data = path.read_bytes()
        for damaged in (data[:-1], b"", data[:-60] + bytes([data[-60] ^ 1]) + data[-59:]):
            place.said.clear()
            path.write_bytes(damaged)
            path.chmod(0o600)
            found = place.check()
            assert [line for line in place.said if "damaged" in line] == place.said
            assert len(place.said) == 1
            assert_same(found, place.fully())
            assert_same_archive(found, place)


def test_a_damaged_value_is_read_from_its_file(place: Runs) -> None:
    place.check()
    for path in place.segments():
        data = path.read_bytes()
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    found = place.check()
    assert place.said == []
    assert_same_archive(found, place)
    assert not place.segments()
    assert_same_archive(place.check(), place)


def test_a_damaged_value_of_a_file_that_is_another_by_now_is_refused(place: Runs) -> None:
    place.check()
    for path in place.segments():
        data = path.read_bytes()
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    found = place.check()
    for path in files(place.content):
        _append(path, "\nMore.\n")
    for one in found.collection.kept:
        if one.place[1]:
            continue  # not at the beginning of its segment, and whole
        with pytest.raises(NotFetched, match="build again"):
            found.fetch(one)


def test_a_store_from_elsewhere_is_not_used(place: Runs, read: list[str], tmp_path: Path) -> None:
    """A copy, with all its bytes, times and modes: as a pull request or an archive brings it."""
    place.check()
    copy_of(place.store, tmp_path / "copy")
    shutil.rmtree(place.store)
    copy_of(tmp_path / "copy", place.cache / "kept" / place_name(place))
    read.clear()
    found = place.check()
    assert len(read) == len(files(place.content))
    assert len(place.said) == 1
    assert_same_archive(found, place)
    place.said.clear()
    assert_same_archive(place.check(), place)
    assert place.said == []


def place_name(place: Runs) -> str:
    from dateline.kept.store import _name_of

    return _name_of(place.content)


@pytest.mark.parametrize("what", ["folder", "seal", "segments"])
def test_a_store_that_others_may_write_is_not_used(place: Runs, what: str) -> None:
    place.check()
    chosen = {
        "folder": [place.store],
        "seal": [place.store / "seal"],
        "segments": place.segments(),
    }[what]
    for path in chosen:
        path.chmod(0o777)
    found = place.check()
    assert len(place.said) == 1
    assert_same_archive(found, place)


@pytest.mark.parametrize("what", ["folder", "seal", "segments"])
def test_a_store_of_another_user_is_not_used(
    place: Runs, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.check()
    us = os.geteuid()
    chosen = {
        "folder": [place.store],
        "seal": [place.store / "seal"],
        "segments": place.segments(),
    }[what]
    if us == 0:
        for path in chosen:
            os.chown(path, 12345, -1)
    else:
        monkeypatch.setattr("os.geteuid", lambda: us + 1)
    assert_same(place.check(), place.fully())
    assert len(place.said) >= 1


def test_a_link_in_the_place_of_the_store_is_not_followed(place: Runs, tmp_path: Path) -> None:
    place.check()
    store = place.store
    store.rename(tmp_path / "elsewhere")
    store.symlink_to(tmp_path / "elsewhere")
    before = sorted(path.name for path in (tmp_path / "elsewhere").iterdir())
    assert_same_archive(place.check(), place)
    assert len(place.said) == 1
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == before


def test_a_store_of_another_version_is_not_used(
    place: Runs, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.check()
    read.clear()
    monkeypatch.setattr("dateline.kept.store.version", lambda: "another")
    place.check()
    assert len(read) == len(files(place.content))
    assert len(place.said) == 1


def test_a_cache_that_cannot_be_written_is_said(place: Runs) -> None:
    place.cache.write_text("a file")
    with pytest.raises(CannotKeep):
        place.check()


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)


def test_values_are_of_the_model_or_refused() -> None:
    evil = pickle.dumps(_Evil())
    said = Said(struct.pack("<I", len(evil)) + evil)
    with pytest.raises(pickle.UnpicklingError, match="no class of the model"):
        _ = said.value


def test_two_processes_keep_the_same_as_one(place: Runs, tmp_path: Path) -> None:
    many(place.content, dateline.workers.FEW)
    (place.content / "briefs" / "bad.md").write_text(brief("2021-05-04-bad") + "\n<b>x</b>")
    one = place.check(processes=1)
    two = Runs(place.content, tmp_path / "other").check(processes=2)
    assert_same(two, one.findings)
    assert _kept(one.collection.kept) == _kept(two.collection.kept)
    assert [one.fetch(kept) for kept in one.collection.kept] == [
        two.fetch(kept) for kept in two.collection.kept
    ]


def _kept(kept: tuple[Any, ...]) -> list[object]:
    """But for when it was read, and where it lies."""
    return [one._replace(read_at=0, place=(0, 0, 0, b"")) for one in kept]


def test_a_worker_that_is_killed_ends_the_check(
    place: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(place.content, dateline.workers.FEW)
    ours = os.getpid()

    def killed(file: ContentFile, below: str) -> object:
        if os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        return examined(file, below)

    monkeypatch.setattr("dateline.check.workers.examined", killed)
    with pytest.raises(WorkerLost, match="SIGKILL"):
        place.check(processes=2)


def test_where_a_worker_raises_the_first_process_does_it_once_more(
    place: Runs, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    many(place.content, dateline.workers.FEW)
    ours = os.getpid()

    def raising(file: ContentFile, below: str) -> object:
        if os.getpid() != ours:
            raise ValueError("in the worker")
        return examined(file, below)

    monkeypatch.setattr("dateline.check.workers.examined", raising)
    assert_same(place.check(processes=2), place.fully())
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_gives_up_ends_the_check(
    place: Runs, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    many(place.content, dateline.workers.FEW)
    ours = os.getpid()

    def leaving(file: ContentFile, below: str) -> object:
        if os.getpid() != ours:
            raise SystemExit(3)
        return examined(file, below)

    monkeypatch.setattr("dateline.check.workers.examined", leaving)
    with pytest.raises(WorkerLost, match="exit code 1"):
        place.check(processes=2)
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_hangs_ends_the_check(place: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    many(place.content, dateline.workers.FEW)
    ours = os.getpid()

    def hanging(file: ContentFile, below: str) -> object:
        if os.getpid() != ours:
            signal.pause()
        return examined(file, below)

    monkeypatch.setattr("dateline.check.workers.examined", hanging)
    monkeypatch.setattr("dateline.workers.division._PATIENCE", 0.5)
    with pytest.raises(WorkerLost, match="said nothing"):
        place.check(processes=2)


def test_without_fork_one_process_does_it(place: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    many(place.content, dateline.workers.FEW)
    monkeypatch.delattr("os.fork")
    assert_same(place.check(processes=2), place.fully())


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")
