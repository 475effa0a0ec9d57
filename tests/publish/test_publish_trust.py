"""What a build takes on trust from the build before, and what makes it look at everything again."""

import os
import shutil
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from publish_trees import build, build_unchanged, put, snapshot, tree_of
from test_publish_kills import FOREIGN, NEW, OLD, KilledBefore, killed

from dateline.publish import (
    Disk,
    Finished,
    Item,
    Late,
    Refused,
    Unchanged,
    draft,
    leftovers,
    lock,
    publish,
    standing,
    tree,
)

SITE = {
    "index.html": "home",
    "briefs/a/index.html": "a",
    "briefs/b/index.html": "b",
    "data/a.json": "{}",
}
EDITED = {**SITE, "briefs/a/index.html": "a, edited"}


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which trees a build had to walk through."""
    seen: list[str] = []

    def look(root: bytes) -> tree.Tree:
        seen.append("live")
        return tree.look(root)

    def inodes(root: bytes) -> tree.Inodes:
        seen.append("idle")
        return tree.inodes(root)

    monkeypatch.setattr(standing, "look", look)
    monkeypatch.setattr(draft, "inodes", inodes)
    return seen


def beside(target: Path, ending: str) -> Path:
    (found,) = [path for path in leftovers(target) if path.name.endswith(ending)]
    return found


def idle_of(target: Path) -> Path:
    return beside(target, ".idle")


def assert_alike(target: Path, files: dict[str, str], foreign: dict[str, str]) -> None:
    """The folder is the site, and the idle tree shares its files: ours, and no other."""
    assert snapshot(target) == tree_of({**files, **foreign})
    assert snapshot(idle_of(target)) == tree_of(files)
    for path in files:
        assert os.path.samestat((target / path).stat(), (idle_of(target) / path).stat())


@pytest.mark.parametrize("foreign", [{}, FOREIGN], ids=["ours only", "with files of other hands"])
def test_edits_one_after_another_walk_through_no_tree(
    tmp_path: Path, walks: list[str], foreign: dict[str, str]
) -> None:
    target = tmp_path / "output"
    put(target, foreign)
    build(target, SITE)
    build(target, EDITED)  # the first looks at what it finds, and trusts nothing so young
    walks.clear()
    added = {**EDITED, "briefs/c/index.html": "c"}
    lost = {path: text for path, text in added.items() if path != "data/a.json"}
    for site in (EDITED, SITE, EDITED, EDITED, added, lost, {**lost, "data/b.json": "[]"}, SITE):
        build(target, site)
        assert_alike(target, site, foreign)
    assert walks == []


def test_file_for_folder_and_back(tmp_path: Path, walks: list[str]) -> None:
    target = tmp_path / "output"
    build(target, OLD)
    for site in (NEW, OLD, NEW):
        walks.clear()
        build(target, site)
        assert_alike(target, site, {})
        assert "idle" not in walks, "only the folder is looked at, for files of other hands"


# Other hands in the published folder


def add_file(target: Path) -> None:
    put(target, {"briefs/b/notes.txt": "by hand"})


def add_file_keeping_times(target: Path) -> None:
    """As a copy laid over the folder does (rsync -a, tar)."""
    folder = target / "briefs/b"
    before = folder.stat()
    add_file(target)
    os.utime(folder, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_file_in_root_keeping_times(target: Path) -> None:
    before = target.stat()
    put(target, {"notes.txt": "by hand"})
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_folder(target: Path) -> None:
    put(target, {"uploads/2021/x.txt": "by hand"})


def add_to_their_folder(target: Path) -> None:
    put(target, {"drafts/x/z.txt": "by hand"})


def add_empty_folder(target: Path) -> None:
    (target / "briefs/later").mkdir()


def take_their_folder_away(target: Path) -> None:
    shutil.rmtree(target / "drafts")


def replace_their_file_by_a_folder(target: Path) -> None:
    (target / "CNAME").unlink()
    put(target, {"CNAME/x": "by hand"})


def move_our_folder_behind_a_symlink(target: Path) -> None:
    (target / "briefs/b").rename(target / "moved")
    (target / "briefs/b").symlink_to("../moved")


HANDS = [
    add_file,
    add_file_keeping_times,
    add_file_in_root_keeping_times,
    add_folder,
    add_to_their_folder,
    add_empty_folder,
    take_their_folder_away,
    replace_their_file_by_a_folder,
]


def named(value: object) -> str:
    return getattr(value, "__name__", "")


def edit(target: Path) -> None:
    build(target, EDITED)


def edit_in_bulk(target: Path) -> None:
    build_unchanged(target, EDITED, "briefs/a/index.html")


@pytest.mark.parametrize("hand", HANDS, ids=named)
@pytest.mark.parametrize("edited", [edit, edit_in_bulk], ids=named)
def test_other_hands_are_seen_by_the_next_edit(
    tmp_path: Path, edited: Callable[[Path], None], hand: Callable[[Path], None]
) -> None:
    target = tmp_path / "output"
    put(target, FOREIGN)
    build(target, SITE)
    hand(target)
    wanted = {**(snapshot(target) or {}), "briefs/a/index.html": b"a, edited"}
    build(target, SITE)  # nothing to do, which must not hide what has come
    edited(target)
    assert snapshot(target) == wanted
    build(target, SITE)
    assert snapshot(target) == {**wanted, "briefs/a/index.html": b"a"}


def test_file_added_at_once_is_seen(tmp_path: Path) -> None:
    """In the same tick of the kernel's clock as the build itself."""
    target = tmp_path / "output"
    build(target, SITE)
    foreign: dict[str, str] = {}
    for n in range(20):
        site = {**SITE, "briefs/a/index.html": f"a {n}"}
        build(target, site)
        put(target, {f"briefs/a/{n}.txt": "by hand"})
        foreign[f"briefs/a/{n}.txt"] = "by hand"
        build(target, SITE)
        assert_alike(target, SITE, foreign)


def test_folder_moved_behind_a_symlink_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    move_our_folder_behind_a_symlink(target)
    before = snapshot(target)
    with pytest.raises(Refused, match="briefs/b"):
        build(target, EDITED)
    assert snapshot(target) == before


def test_their_file_that_has_gone_is_in_nobodys_way(tmp_path: Path) -> None:
    target = tmp_path / "output"
    put(target, {"notes": "by hand", "about.html": "by hand"})
    build(target, SITE)
    (target / "notes").unlink()
    (target / "about.html").unlink()
    site = {**SITE, "notes/index.html": "ours", "about.html": "ours"}
    build(target, site)
    assert_alike(target, site, {})


# Other hands in the idle tree


def stray(idle: Path) -> None:
    put(idle, {"briefs/b/stray.html": "stray"})


def stray_keeping_times(idle: Path) -> None:
    before = (idle / "briefs/b").stat()
    stray(idle)
    os.utime(idle / "briefs/b", ns=(before.st_atime_ns, before.st_mtime_ns))


def stray_in_root(idle: Path) -> None:
    put(idle, {"stray.html": "stray"})


def stray_folder(idle: Path) -> None:
    (idle / "briefs/stray").mkdir()


def other_bytes(idle: Path) -> None:
    (idle / "briefs/b/index.html").unlink()
    put(idle, {"briefs/b/index.html": "X"})


def lost_page(idle: Path) -> None:
    (idle / "briefs/b/index.html").unlink()


def another_tree(idle: Path) -> None:
    shutil.copytree(idle, idle.with_name("copy"))
    shutil.rmtree(idle)
    idle.with_name("copy").rename(idle)


@pytest.mark.parametrize(
    "hand",
    [stray, stray_keeping_times, stray_in_root, stray_folder, other_bytes, lost_page, another_tree],
    ids=named,
)
def test_idle_tree_that_was_touched_is_walked_through(
    tmp_path: Path, walks: list[str], hand: Callable[[Path], None]
) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    build(target, EDITED)
    hand(idle_of(target))
    walks.clear()
    build(target, SITE)
    assert walks == ["idle"]
    assert_alike(target, SITE, {})


@pytest.mark.parametrize("cut", [1, 30, 100])
def test_what_is_said_of_the_idle_tree_is_damaged(
    tmp_path: Path, walks: list[str], cut: int
) -> None:
    """The list itself is whole all the same."""
    target = tmp_path / "output"
    build(target, SITE)
    path = beside(target, ".list")
    path.write_bytes(path.read_bytes()[:-cut])
    walks.clear()
    build(target, EDITED)
    assert walks == ["idle"]
    assert_alike(target, EDITED, {})


# Kills


@pytest.mark.parametrize("foreign", [{}, FOREIGN], ids=["ours only", "with files of other hands"])
def test_one_edit_killed_before_each_change(tmp_path: Path, foreign: dict[str, str]) -> None:
    """Also the idle tree is then what it is to be, after one build without a kill."""
    seen = set()
    for n in count(1):
        target = tmp_path / str(n) / "output"
        put(target, foreign)
        build(target, SITE)
        build(target, {**SITE, "data/a.json": "[]"})
        build(target, SITE)
        was_killed = killed(target, EDITED, n)
        found = snapshot(target)
        assert found in (tree_of({**SITE, **foreign}), tree_of({**EDITED, **foreign}))
        seen.add(found == tree_of({**EDITED, **foreign}))
        other = {**SITE, "index.html": "another edit", "briefs/c/index.html": "c"}
        build(target, other)
        assert_alike(target, other, foreign)
        build(target, SITE)
        assert_alike(target, SITE, foreign)
        if not was_killed:
            break
    assert seen == {True, False}
    assert n > 10


def test_kills_at_every_second_build(tmp_path: Path) -> None:
    """No kill leaves anything behind that the build after the next one trusts wrongly."""
    target = tmp_path / "output"
    put(target, FOREIGN)
    build(target, OLD)
    for n in range(1, 40):
        killed(target, NEW, n)
        killed(target, OLD, 40 - n)
        build(target, NEW)
        assert_alike(target, NEW, FOREIGN)
        build(target, OLD)
        assert_alike(target, OLD, FOREIGN)


def test_kills_while_the_list_alone_is_written(tmp_path: Path) -> None:
    """New fingerprints for the same bytes: the trees stay, the list is replaced."""
    target = tmp_path / "output"
    build(target, SITE)
    for n in count(1):
        child = os.fork()
        if child == 0:
            with lock(target):
                same = [Item(path, f"{n}", text.encode) for path, text in SITE.items()]
                publish(same, [], target, disk=KilledBefore(n))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert snapshot(target) == tree_of(SITE)
        if not os.WIFSIGNALED(status):
            break
    build(target, EDITED)
    assert_alike(target, EDITED, {})
    assert n > 3


# Many outputs at once


def test_unchanged_outputs_are_not_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)

    def item(path: str) -> Item:
        raise AssertionError(f"{path} was asked for")

    prints = dict.fromkeys(SITE, "1")
    with lock(target):
        publish([Item(path, "1", text.encode) for path, text in SITE.items()], [], target)
        published = publish([], [], target, unchanged=Unchanged(prints, item))
        assert published.reused == len(SITE)
        page = Item("index.html", "2", lambda: b"edited")
        del prints["index.html"]
        published = publish([page], [], target, unchanged=Unchanged(prints, item))
    assert (published.written, published.reused, published.deleted) == (1, len(SITE) - 1, 0)
    assert_alike(target, {**SITE, "index.html": "edited"}, {})


def test_unchanged_output_that_was_harmed_is_made(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    (target / "briefs/a/index.html").write_text("X")
    (target / "briefs/b/index.html").unlink()
    published = build_unchanged(target, SITE)
    assert (published.written, published.reused) == (2, len(SITE) - 2)
    assert_alike(target, SITE, {})


def test_unchanged_outputs_into_a_folder_that_has_none(tmp_path: Path) -> None:
    """The caller remembers more than the folder holds."""
    target = tmp_path / "output"
    assert build_unchanged(target, SITE).written == len(SITE)
    assert_alike(target, SITE, {})


def test_unchanged_outputs_are_finished(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    made = Item("briefs/a/a.html", "2", lambda: b"new")
    prints = {path: f"known {path}" for path in SITE}
    with lock(target):
        unchanged = Unchanged(prints, lambda path: Item(path, f"known {path}", SITE[path].encode))
        publish([made], [], target, unchanged=unchanged)
    paths = sorted([*SITE, "briefs/a/a.html"])

    def make(finished: Finished) -> bytes:
        assert list(finished.paths()) == paths
        assert finished.fingerprint_of("index.html") == "known index.html"
        assert finished.read("data/a.json") == b"{}"
        return b"checked"

    with lock(target):
        publish([made], [Late("late", lambda _: "1", make)], target, unchanged=unchanged)
    assert (target / "late").read_text() == "checked"


def test_unchanged_output_in_the_place_of_another(tmp_path: Path) -> None:
    def item(path: str) -> Item:
        return Item(path, "1", lambda: b"", "dateline.bulk")

    for single, bulk in (("a", "a"), ("a", "a/b"), ("a/b", "a")):
        with pytest.raises(Refused, match=r"dateline\.bulk"):
            publish(
                [Item(single, "1", lambda: b"", "dateline.one")],
                [],
                tmp_path / "output",
                unchanged=Unchanged({bulk: "1"}, item),
            )
    with pytest.raises(Refused, match="must have no empty part"):
        publish([], [], tmp_path / "output", unchanged=Unchanged({"a/../b": "1"}, item))


class Clocked(Disk):
    """A file system that keeps times in whole seconds."""

    def stamp(self, folder: bytes, mtime_ns: int) -> None:
        super().stamp(folder, mtime_ns // 1_000_000_000 * 1_000_000_000)


def test_coarse_times_of_folders_are_not_trusted(tmp_path: Path, walks: list[str]) -> None:
    target = tmp_path / "output"
    build(target, SITE, disk=Clocked())
    for site in (EDITED, SITE, EDITED):
        walks.clear()
        build(target, site, disk=Clocked())
        assert sorted(walks) == ["idle", "live"]
        assert_alike(target, site, {})


def test_time_of_a_folder_is_that_of_its_change(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    assert abs((target / "briefs/a").stat().st_mtime - time.time()) < 60
