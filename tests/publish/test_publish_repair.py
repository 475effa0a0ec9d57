"""What other hands do to the folder, or to what lies beside it, is healed by the next build."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from publish_trees import build, put, snapshot, tree_of

from dateline.publish import Disk, Refused, kernel, leftovers

SITE = {"index.html": "home", "briefs/a/index.html": "a", "briefs/b/index.html": "b"}
EDITED = {**SITE, "index.html": "home, edited", "briefs/a/index.html": "a, edited"}


def write_in_place(page: Path) -> None:
    page.write_text("other")


def write_same_size_at_once(page: Path) -> None:
    page.write_bytes(page.read_bytes().swapcase())


def replace_file(page: Path) -> None:
    page.with_name("new").write_text("other")
    page.with_name("new").rename(page)


def replace_keeping_time_and_size(page: Path) -> None:
    before = page.stat()
    page.with_name("new").write_bytes(page.read_bytes().swapcase())
    os.utime(page.with_name("new"), ns=(before.st_atime_ns, before.st_mtime_ns))
    page.with_name("new").rename(page)


def put_symlink(page: Path) -> None:
    page.unlink()
    page.symlink_to("/etc/hostname")


def put_empty_folder(page: Path) -> None:
    page.unlink()
    page.mkdir()


def delete_folder(page: Path) -> None:
    shutil.rmtree(page.parent)


HANDS = [
    write_in_place,
    write_same_size_at_once,
    replace_file,
    replace_keeping_time_and_size,
    put_symlink,
    put_empty_folder,
    os.unlink,
    delete_folder,
    os.utime,
]


def named(hand: Callable[[Path], object]) -> str:
    return hand.__name__


@pytest.mark.parametrize("hand", HANDS, ids=named)
def test_foreign_change_of_our_file_is_repaired(
    tmp_path: Path, hand: Callable[[Path], object]
) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    hand(target / "briefs/a/index.html")
    build(target, SITE)
    assert snapshot(target) == tree_of(SITE)
    assert build(target, SITE).reused == 3


@pytest.mark.parametrize("hand", HANDS, ids=named)
def test_changed_file_goes_when_it_is_published_no_more(
    tmp_path: Path, hand: Callable[[Path], object]
) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    hand(target / "briefs/a/index.html")
    rest = {path: text for path, text in SITE.items() if path != "briefs/a/index.html"}
    build(target, rest)
    assert snapshot(target) == tree_of(rest)


def beside(target: Path, ending: str) -> Path:
    (found,) = [path for path in leftovers(target) if path.name.endswith(ending)]
    return found


def lose_list(target: Path) -> None:
    beside(target, ".list").unlink()


def empty_list(target: Path) -> None:
    beside(target, ".list").write_bytes(b"")


def fill_list_with_noise(target: Path) -> None:
    beside(target, ".list").write_bytes(b"\xff\x00{[")


def cut_list_short(target: Path) -> None:
    path = beside(target, ".list")
    path.write_bytes(path.read_bytes()[:-20])


def flip_bit_in_list(target: Path) -> None:
    path = beside(target, ".list")
    data = path.read_bytes()
    middle = data.index(b"briefs/a") + 7
    path.write_bytes(data[:middle] + b"q" + data[middle + 1 :])


def list_of_the_future(target: Path) -> None:
    path = beside(target, ".list")
    path.write_bytes(path.read_bytes().replace(b"dateline list 2", b"dateline list 9"))


def lose_idle(target: Path) -> None:
    shutil.rmtree(beside(target, ".idle"))


def edit_idle(target: Path) -> None:
    """Pages with other bytes, whether they change next or stay, or gone; a folder for a page."""
    idle = beside(target, ".idle")
    for page in ("index.html", "briefs/b/index.html"):
        (idle / page).unlink()
        (idle / page).write_text("not the site")
    (idle / "briefs/a/index.html").unlink()
    (idle / "briefs/a/index.html").mkdir()
    (idle / "briefs/a/index.html/stray").write_text("stray")
    (idle / "stray").write_text("stray")


def links_out_of_idle(target: Path) -> None:
    """Symlinks to where a build must not write."""
    idle = beside(target, ".idle")
    shutil.rmtree(idle / "briefs")
    (idle / "briefs").symlink_to(target / "briefs")
    (idle / "index.html").unlink()
    (idle / "index.html").symlink_to(target / "index.html")


@pytest.mark.parametrize(
    "damage",
    [
        lose_list,
        empty_list,
        fill_list_with_noise,
        cut_list_short,
        flip_bit_in_list,
        list_of_the_future,
        lose_idle,
        edit_idle,
        links_out_of_idle,
    ],
    ids=named,
)
def test_damage_beside_the_folder(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """An edit and a deletion are published all the same, and other hands' files stay theirs."""
    target = tmp_path / "output"
    put(target, {"CNAME": "example.org", "briefs/notes.txt": "by hand"})
    build(target, {**SITE, "index.html": "first", "gone/index.html": "gone"})
    build(target, {**SITE, "gone/index.html": "gone"})
    before = snapshot(target)
    damage(target)
    assert snapshot(target) == before, "the published folder shares nothing that damage reaches"
    build(target, EDITED)
    assert snapshot(target) == tree_of(
        {**EDITED, "CNAME": "example.org", "briefs/notes.txt": "by hand"}
    )
    put(target, {"own.html": "by hand"})
    with pytest.raises(Refused, match=r"own\.html"):
        build(target, {**EDITED, "own.html": "ours"})


def test_list_and_idle_tree_both_lost(tmp_path: Path) -> None:
    """Nothing but their bytes tells whose the files are: those that stay the same are adopted."""
    target = tmp_path / "output"
    build(target, SITE)
    lose_list(target)
    lose_idle(target)
    assert build(target, SITE).linked == 3
    lose_list(target)
    with pytest.raises(Refused, match=r"index\.html.*-d"):
        build(target, EDITED)
    assert snapshot(target) == tree_of(SITE)
    build(target, EDITED, replace=True)
    assert snapshot(target) == tree_of(EDITED)


@pytest.mark.parametrize("birth_known", [True, False])
def test_list_of_a_folder_that_is_gone_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, birth_known: bool
) -> None:
    """A new folder may be given the old one's inode, and so find the old one's list."""
    if not birth_known:
        monkeypatch.setattr(kernel, "birth", lambda _: None)
    target = tmp_path / "output"
    build(target, SITE)
    shutil.rmtree(target)
    put(target, {"index.html": "another hand's home"})
    beside(target, ".list").rename(tmp_path / f".output.{target.stat().st_ino}.list")
    with pytest.raises(Refused, match=r"index\.html"):
        build(target, SITE)
    assert snapshot(target) == tree_of({"index.html": "another hand's home"})


def test_list_is_believed_where_births_are_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel, "birth", lambda _: None)
    target = tmp_path / "output"
    build(target, SITE)
    (target / "index.html").write_text("other")
    published = build(target, SITE)
    assert (published.written, published.reused) == (1, 2)
    assert snapshot(target) == tree_of(SITE)


def test_published_folder_taken_away(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    target.rename(tmp_path / "kept")
    build(target, EDITED)
    build(target, SITE)
    build(target, EDITED)
    assert snapshot(target) == tree_of(EDITED)
    assert snapshot(tmp_path / "kept") == tree_of(SITE), "files are replaced, never written into"


class Meanwhile(Disk):
    """Lets another hand act just before the first file is written."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.act: Callable[[], object] | None = act

    def before(self, change: str, path: bytes) -> None:
        if change == "create" and self.act:
            act, self.act = self.act, None
            act()


def test_files_that_come_during_a_build_stay(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    arriving = {"CNAME": "example.org", "notes/x.txt": "x", "briefs/a/y.txt": "y"}
    build(target, EDITED, disk=Meanwhile(lambda: put(target, arriving)))
    assert snapshot(target) == tree_of({**EDITED, **arriving})
    build(target, SITE)
    assert snapshot(target) == tree_of({**SITE, **arriving})


def test_file_that_comes_during_a_build_with_the_name_of_an_output(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    with pytest.raises(Refused, match=r"about\.html"):
        build(
            target,
            {**EDITED, "about.html": "ours"},
            disk=Meanwhile(lambda: put(target, {"about.html": "by hand"})),
        )
    assert snapshot(target) == tree_of({**SITE, "about.html": "by hand"})


def test_foreign_file_that_goes_during_a_build_stays_gone(tmp_path: Path) -> None:
    target = tmp_path / "output"
    put(target, {"CNAME": "example.org"})
    build(target, SITE)
    build(target, EDITED, disk=Meanwhile((target / "CNAME").unlink))
    assert snapshot(target) == tree_of(EDITED)
