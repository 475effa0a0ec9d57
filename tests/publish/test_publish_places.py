"""`-o DIR`: where a site may be published, what becomes of what is there, and what is said.

Each row of PLACES is a folder as it is found, and what comes of building SITE into it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from publish_trees import build, items, put, snapshot, tree_of

from dateline.publish import Disk, Refused, leftovers, lock, publish

SITE = {"index.html": "home", "briefs/a/index.html": "a"}
OURS = tree_of(SITE)


class Fake(Disk):
    """Says of folders what it is told to, for whoever may not mount or forbid."""

    def __init__(self, *, mounts: tuple[Path, ...] = (), forbidden: tuple[Path, ...] = ()) -> None:
        self.mounts, self.forbidden = mounts, forbidden

    def is_mount(self, folder: bytes) -> bool:
        return Path(os.fsdecode(folder)) in self.mounts or super().is_mount(folder)

    def may_write(self, folder: bytes) -> bool:
        return Path(os.fsdecode(folder)) not in self.forbidden and super().may_write(folder)


def nothing(target: Path) -> None:
    del target


def holding(**files: str) -> Callable[[Path], None]:
    names = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    return lambda target: put(target, names)


def folder(*names: str) -> Callable[[Path], None]:
    def make(target: Path) -> None:
        for name in ("", *names):
            (target / name).mkdir(parents=True, exist_ok=True)

    return make


def symlink(target: Path) -> None:
    put(target.parent / "real", {"CNAME": "example.org"})
    target.symlink_to("real")


def symlink_to_nothing(target: Path) -> None:
    target.symlink_to("real")


def symlink_loop(target: Path) -> None:
    target.symlink_to(target.name)


def symlink_within(target: Path) -> None:
    put(target.parent / "elsewhere", {"x": "x"})
    target.mkdir()
    (target / "briefs").symlink_to("../elsewhere")


def plain_file(target: Path) -> None:
    target.write_text("not a folder")


def file_above(target: Path) -> None:
    target.parent.rmdir()
    target.parent.write_text("not a folder")


def idle_is_a_file(target: Path) -> None:
    target.with_name(f".{target.name}.idle").write_text("somebody's")


def idle_is_a_symlink(target: Path) -> None:
    target.with_name(f".{target.name}.idle").symlink_to("/")


@dataclass(frozen=True)
class Place:
    name: str
    found: Callable[[Path], None]
    refused: str = ""  # what the message says, {dir} standing for the folder; "" if published
    holds: dict[str, bytes | str] = field(default_factory=lambda: OURS)  # in the end, if published
    replace: bool = False  # -d
    fake: Callable[[Path], Disk] = lambda _: Disk()


def fake_mount(target: Path) -> Disk:
    return Fake(mounts=(target,))


def parent_forbidden(target: Path) -> Disk:
    return Fake(forbidden=(target.parent,))


def both_forbidden(target: Path) -> Disk:
    return Fake(forbidden=(target, target.parent))


THEIRS = "not written by a build of this site, but an output has that name"
WITH_CNAME = {**OURS, "CNAME": b"example.org"}
WITH_FOLDER = {**OURS, "keep": "folder", "keep/it": "folder"}
cname = holding(CNAME="example.org")
their_index = holding(index_html="theirs")
their_index_and_cname = holding(index_html="theirs", CNAME="example.org")
their_pages = holding(index_html="theirs", briefs__a__index_html="theirs")
same_index = holding(index_html="home")
same_index_and_other_page = holding(index_html="home", briefs__a__index_html="theirs")
file_for_folder = holding(briefs="theirs")
folder_for_file = holding(index_html__x="theirs")

PLACES = [
    # Published
    Place("absent", nothing),
    Place("empty", folder()),
    Place("a CNAME inside", cname, holds=WITH_CNAME),
    Place("a CNAME inside, -d", cname, holds=WITH_CNAME, replace=True),
    Place("an empty folder inside", folder("keep/it"), holds=WITH_FOLDER),
    Place("an identical index.html", same_index),
    Place("a symlink", symlink, holds=WITH_CNAME),
    Place("a symlink to nothing yet", symlink_to_nothing),
    # Taken over by -d, and only by -d
    Place("a foreign page", their_index, refused="{dir}/index.html: " + THEIRS),
    Place("a foreign page, the way out", their_index, refused="or build with -d to replace it"),
    Place("a foreign page, -d", their_index_and_cname, holds=WITH_CNAME, replace=True),
    Place("foreign pages", their_pages, refused="{dir}/briefs/a/index.html, {dir}/index.html: "),
    Place("one identical, one not", same_index_and_other_page, refused="{dir}/briefs/a/index.html"),
    Place("a file for a folder", file_for_folder, refused="{dir}/briefs: " + THEIRS),
    Place("a file for a folder, -d", file_for_folder, replace=True),
    Place("a symlink for a folder", symlink_within, refused="{dir}/briefs: " + THEIRS),
    Place("a symlink for a folder, -d", symlink_within, replace=True),
    Place("an empty folder for a file", folder("index.html/x"), refused="{dir}/index.html: "),
    Place("an empty folder for a file, -d", folder("index.html/x"), replace=True),
    # Refused, whatever is asked for
    Place("a full folder for a file", folder_for_file, refused="{dir}/index.html: a folder with"),
    Place("a full folder for a file, -d", folder_for_file, refused="Move the", replace=True),
    Place("a repository", folder(".git"), refused="{dir} is a Git repository"),
    Place("a repository, instead", folder(".git"), refused="instead: -o {dir}/site"),
    Place("a repository, -d", folder(".git"), refused="instead: -o {dir}/site", replace=True),
    Place("a worktree or submodule", holding(_git="gitdir: x"), refused="instead: -o {dir}/site"),
    Place("a mount point", folder(), refused="{dir} is a mount point", fake=fake_mount),
    Place("a mount point, instead", folder(), refused="instead: -o {dir}/site", fake=fake_mount),
    Place("parent forbidden", folder(), refused="around it, {parent},", fake=parent_forbidden),
    Place("instead", folder(), refused="instead: -o {dir}/site", fake=parent_forbidden),
    Place("both forbidden", folder(), refused="instead: -o output", fake=both_forbidden),
    Place("absent, forbidden", nothing, refused="instead: -o output", fake=parent_forbidden),
    Place("a file", plain_file, refused="{dir} is a file, and a site needs a folder"),
    Place("below a file", file_above, refused="{parent} is not a folder"),
    Place("a symlink to itself", symlink_loop, refused="cannot be found"),
    Place("a file for the idle tree", idle_is_a_file, refused="{parent}/.output.idle is not a"),
    Place("a symlink for it", idle_is_a_symlink, refused="{parent}/.output.idle is not a folder"),
]


def everything(target: Path) -> object:
    """All around the folder that a refused build must leave alone (the lock may be made)."""
    around = snapshot(target.parent) or {}
    return {name: what for name, what in around.items() if not name.endswith(".lock")}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_place(tmp_path: Path, place: Place) -> None:
    target = tmp_path / "www" / "output"
    target.parent.mkdir()
    place.found(target)
    disk = place.fake(target)
    was_link = target.is_symlink()
    if place.refused:
        before = everything(target) if target.parent.is_dir() else None
        says = place.refused.format(dir=target, parent=target.parent)
        with pytest.raises(Refused) as refusal:
            build(target, SITE, replace=place.replace, disk=disk)
        assert says in str(refusal.value)
        assert target.parent.is_file() or everything(target) == before
        return
    for _ in range(2):
        build(target, SITE, replace=place.replace, disk=disk)
        assert snapshot(target) == place.holds
    build(target, {"index.html": "edited"}, replace=place.replace, disk=disk)
    foreign = {name: what for name, what in place.holds.items() if name not in OURS}
    assert snapshot(target) == {"index.html": b"edited", **foreign}
    assert target.is_symlink() == was_link


def test_refused_before_the_build_begins(tmp_path: Path) -> None:
    """The lock is where a build learns that it has no place, with nothing made."""
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    with pytest.raises(Refused), lock(tmp_path / "repository"):
        pytest.fail("the build began")
    assert [path.name for path in tmp_path.iterdir()] == ["repository"]


@pytest.mark.parametrize("precious", ["root", "home", "link to home"])
def test_folders_that_are_no_place_for_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, precious: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "link").symlink_to("home")
    monkeypatch.setenv("HOME", str(home))
    target = {"root": Path("/"), "home": home, "link to home": tmp_path / "link"}[precious]
    with pytest.raises(Refused, match="is no folder for a site"):
        publish(items(SITE), [], target)
    assert list(home.iterdir()) == []


def test_name_too_long_for_what_lies_beside(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="the name of the folder is too long"):
        build(tmp_path / ("x" * 250), SITE)


def test_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    build(Path("output"), SITE)
    build(Path("./a/../output"), {"index.html": "edited"})
    assert snapshot(tmp_path / "output") == {"index.html": b"edited"}


@pytest.fixture
def in_memory() -> Iterator[Path]:
    if not Path("/dev/shm").is_dir():  # noqa: S108 - Linux's own tmpfs, absent on macOS
        pytest.skip("no /dev/shm here: publishing on a tmpfs was not tried")
    folder = Path(tempfile.mkdtemp(dir="/dev/shm"))
    yield folder
    shutil.rmtree(folder)


def test_on_a_tmpfs(in_memory: Path) -> None:
    target = in_memory / "output"
    put(target, {"CNAME": "example.org"})
    for site in (SITE, {"index.html": "edited"}, SITE):
        build(target, site)
        assert snapshot(target) == tree_of({**site, "CNAME": "example.org"})


def test_leftovers_are_all_that_lies_beside(tmp_path: Path) -> None:
    target = tmp_path / "output"
    assert leftovers(tmp_path / "nowhere" / "output") == []
    build(target, SITE)
    put(tmp_path, {".output.listing": "x", ".output.x.list": "x", ".other.idle/x": "x"})
    theirs = {".output.listing", ".output.x.list", ".other.idle"}
    names = {path.name for path in leftovers(target)}
    assert names == {path.name for path in tmp_path.iterdir()} - theirs - {"output"}
    assert names == {".output.idle", ".output.lock", f".output.{target.stat().st_ino}.list"}
    (tmp_path / "link").symlink_to("output")
    assert {path.name for path in leftovers(tmp_path / "link")} == names


# The same with real mounts, in a namespace of their own that goes with the process.

NAMESPACE = ["unshare", "--map-root-user", "--mount"]
BUILD = """
import sys
from pathlib import Path
from publish_trees import build
build(Path(sys.argv[1]), {"index.html": "home"})
"""


def may_mount(folder: Path) -> bool:
    try:
        tried = [*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", str(folder)]
        return subprocess.run(tried, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(
    ("mounting", "says"),
    [
        ("mount -t tmpfs tmpfs output", "output is a mount point"),
        ("mount --bind other output", "output is a mount point"),
        ("mount --bind other 'output/in side'", "output/in side is a mount point"),
        ('mount --bind . . && cd "$PWD" && mount -o remount,ro,bind .', "-o output"),
    ],
    ids=["another file system", "a bind mount", "a mount inside", "a read-only parent"],
)
def test_real_mounts(tmp_path: Path, mounting: str, says: str) -> None:
    if not may_mount(tmp_path):
        pytest.skip("may not mount here: only the fakes in PLACES were tried")
    put(tmp_path, {"output/CNAME": "example.org", "other/x": "x", "output/in side/y": "y"})
    code = f'cd "$1" && {mounting} && shift && exec "$@"'
    python = [sys.executable, "-c", BUILD, str(tmp_path / "output")]
    run = subprocess.run(
        [*NAMESPACE, "sh", "-ec", code, "sh", str(tmp_path), *python],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert "dateline.publish.refusal.Refused" in run.stderr
    assert says in run.stderr
    assert snapshot(tmp_path / "output") == tree_of({"CNAME": "example.org", "in side/y": "y"})
