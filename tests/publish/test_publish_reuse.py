"""What a build makes, keeps and deletes; and outputs made from finished ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from publish_trees import build, put, snapshot, tree_of

from dateline.publish import Disk, Finished, Item, Late, Published, Refused, lock, publish

SITE = {"index.html": "home", "briefs/a/index.html": "a", "briefs/b/index.html": "b"}


class Counting(Disk):
    def __init__(self) -> None:
        self.changes = 0

    def before(self, change: str, path: bytes) -> None:
        self.changes += 1


def test_nothing_is_made_or_changed_when_nothing_is_new(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    before = target.stat().st_ino

    def make() -> bytes:
        raise AssertionError("made without need")

    disk = Counting()
    same = [Item("index.html", "1", lambda: b"home"), Item("briefs/a/index.html", "2", make)]
    with lock(target):
        publish([same[0], Item("briefs/a/index.html", "2", lambda: b"a")], [], target)
    before = target.stat().st_ino
    with lock(target, disk=disk):
        published = publish([Item("index.html", "1", make), same[1]], [], target, disk=disk)
    assert published == Published(written=0, linked=0, reused=2, deleted=0)
    assert disk.changes == 0
    assert target.stat().st_ino == before


def test_numbers(tmp_path: Path) -> None:
    target = tmp_path / "output"
    put(target, {"CNAME": "example.org"})
    assert build(target, SITE) == Published(written=3, linked=0, reused=0, deleted=0)
    with lock(target):
        published = publish(
            [
                Item("index.html", "new bytes", lambda: b"home, edited"),
                Item("briefs/a/index.html", "new fingerprint, same bytes", lambda: b"a"),
            ],
            [],
            target,
        )
    assert published == Published(written=1, linked=1, reused=0, deleted=1)
    with lock(target):
        published = publish(
            [
                Item("index.html", "new bytes", lambda: b"never asked for"),
                Item("briefs/a/index.html", "new fingerprint, same bytes", lambda: b"never"),
            ],
            [],
            target,
        )
    assert published == Published(written=0, linked=0, reused=2, deleted=0)


def test_cost_is_that_of_the_change(tmp_path: Path) -> None:
    """One page of three hundred: a dozen changes to the disk, and all others keep their inode."""
    target = tmp_path / "output"
    site = {f"briefs/{n}/index.html": str(n) for n in range(300)}
    build(target, site)
    before = {path: (target / path).stat() for path in site}
    disk = Counting()
    build(target, {**site, "briefs/7/index.html": "edited"}, disk=disk)
    assert disk.changes <= 12
    for path in site.keys() - {"briefs/7/index.html"}:
        assert os.path.samestat((target / path).stat(), before[path])


def test_stale_outputs_go_with_their_folders(tmp_path: Path) -> None:
    target = tmp_path / "output"
    put(target, {"groups/keep.txt": "by hand"})
    build(target, {**SITE, "groups/x/index.html": "x", "years/2021/05/index.html": "may"})
    assert build(target, SITE).deleted == 2
    assert snapshot(target) == tree_of({**SITE, "groups/keep.txt": "by hand"})


def test_no_outputs_at_all(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, {})
    assert snapshot(target) == {}
    build(target, SITE)
    build(target, {})
    assert snapshot(target) == {}


def test_folders_of_other_hands_stay_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "output"
    (target / "uploads/2021").mkdir(parents=True)
    (target / "private").mkdir()
    (target / "private/key").write_text("key")
    (target / "latest").symlink_to("briefs/a")
    (target / "broken").symlink_to("nowhere")
    (target / "private").chmod(0o700)
    if os.geteuid() == 0:
        os.chown(target, -1, 12345)  # as a web server's group would be
    group = target.stat().st_gid
    target.chmod(0o750)
    foreign = snapshot(target) or {}
    for site in (SITE, {**SITE, "index.html": "edited"}, SITE):
        build(target, site)
        assert snapshot(target) == {**tree_of(site), **foreign}
        assert target.stat().st_mode & 0o777 == 0o750
        assert target.stat().st_gid == group
        assert (target / "private").stat().st_mode & 0o777 == 0o700


def test_edit_of_a_foreign_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "output"
    put(target, {"CNAME": "example.org"})
    build(target, SITE)
    (target / "CNAME").write_text("example.com")
    build(target, {**SITE, "index.html": "edited"})
    build(target, SITE)
    assert (target / "CNAME").read_text() == "example.com"


def test_names_in_any_script(tmp_path: Path) -> None:
    target = tmp_path / "output"
    site = {"gruppen/größe/index.html": "ö", "عربي.html": "ع", "a b/🗺.svg": "m", ".nojekyll": ""}
    (target).mkdir()
    Path(os.fsdecode(os.fsencode(target) + b"/not-utf8-\xff")).write_text("by hand")
    foreign = snapshot(target) or {}
    build(target, site)
    build(target, SITE)
    build(target, site)
    assert snapshot(target) == {**tree_of(site), **foreign}


def test_names_do_not_hang_on_the_locale(tmp_path: Path) -> None:
    code = (
        "from publish_trees import build, Path; build(Path('output'), {'gr\\u00f6\\u00dfe': 'x'})"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=tmp_path,
        env={
            "PYTHONPATH": os.pathsep.join(sys.path),
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
    )
    assert os.listdir(os.fsencode(tmp_path / "output")) == ["größe".encode()]


# Late outputs


def sitemap(calls: list[str]) -> Late:
    def fingerprint(finished: Finished) -> str:
        return " ".join(finished.fingerprint_of(path) for path in finished.paths())

    def make(finished: Finished) -> bytes:
        calls.append("sitemap.xml")
        return "\n".join(finished.paths()).encode()

    return Late("sitemap.xml", fingerprint, make)


def sums(calls: list[str]) -> Late:
    def make(finished: Finished) -> bytes:
        calls.append("SUMS")
        return b"|".join(finished.read(path) for path in finished.paths())

    return Late("SUMS", lambda finished: finished.fingerprint_of("sitemap.xml"), make)


def late_build(target: Path, site: dict[str, str], calls: list[str]) -> Published:
    items = [Item(path, text, text.encode) for path, text in site.items()]
    with lock(target):
        return publish(items, [sitemap(calls), sums(calls)], target)


def test_late_outputs_see_what_is_finished_in_order(tmp_path: Path) -> None:
    target = tmp_path / "output"
    put(target, {"CNAME": "by hand"})
    calls: list[str] = []
    late_build(target, {"b.html": "b", "a.html": "a"}, calls)
    assert calls == ["sitemap.xml", "SUMS"]
    assert snapshot(target) == tree_of(
        {
            "CNAME": "by hand",
            "a.html": "a",
            "b.html": "b",
            "sitemap.xml": "a.html\nb.html",
            "SUMS": "a|b|a.html\nb.html",
        }
    )


def test_late_outputs_are_made_again_only_when_their_fingerprint_changed(tmp_path: Path) -> None:
    target = tmp_path / "output"
    calls: list[str] = []
    late_build(target, {"a.html": "a", "b.html": "b"}, calls)
    calls.clear()
    assert late_build(target, {"a.html": "a", "b.html": "b"}, calls).reused == 4
    assert calls == []
    published = late_build(target, {"a.html": "a", "b.html": "B"}, calls)
    assert calls == ["sitemap.xml", "SUMS"]
    assert published == Published(written=2, linked=1, reused=1, deleted=0)
    assert (target / "SUMS").read_text() == "a|B|a.html\nb.html"


def test_finished_knows_only_what_is_finished(tmp_path: Path) -> None:
    put(tmp_path / "output", {"CNAME": "by hand"})

    def make(finished: Finished) -> bytes:
        for path in ("CNAME", "late.txt", "nowhere"):
            with pytest.raises(KeyError):
                finished.read(path)
            with pytest.raises(KeyError):
                finished.fingerprint_of(path)
        return b"checked"

    with lock(tmp_path / "output"):
        publish([], [Late("late.txt", lambda _: "1", make)], tmp_path / "output")
    assert (tmp_path / "output/late.txt").read_text() == "checked"


def test_late_output_over_a_foreign_file(tmp_path: Path) -> None:
    target = tmp_path / "output"
    put(target, {"robots.txt": "by hand"})
    late = [Late("robots.txt", lambda _: "1", lambda _: b"ours")]
    with pytest.raises(Refused, match=r"robots\.txt.*-d"), lock(target):
        publish([Item("a.html", "1", lambda: b"a")], late, target)
    assert snapshot(target) == tree_of({"robots.txt": "by hand"})
    with lock(target):
        publish([Item("a.html", "1", lambda: b"a")], late, target, replace=True)
    assert snapshot(target) == tree_of({"robots.txt": "ours", "a.html": "a"})


# Addresses


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("", "empty"),
        ("/etc/passwd", "relative"),
        ("../x.html", "“..”"),
        ("a/../x.html", "“..”"),
        ("a/./x.html", "“.”"),
        ("a//x.html", "empty part"),
        ("a/", "empty part"),
        ("a\nb.html", "control character"),
        ("\ud800.html", "surrogate"),
        (".git/config", "repository"),
        ("a/" + "x" * 256, "256 bytes"),
        ("ä" * 128, "256 bytes"),
    ],
)
def test_addresses_that_cannot_be_published(tmp_path: Path, path: str, says: str) -> None:
    with pytest.raises(Refused) as refusal:
        publish([Item(path, "1", lambda: b"", "dateline.test")], [], tmp_path / "output")
    assert says in str(refusal.value)
    assert "dateline.test" in str(refusal.value)
    assert not (tmp_path / "output").exists()


def test_path_longer_than_the_disk_takes(tmp_path: Path) -> None:
    target = tmp_path / "output"
    build(target, SITE)
    with pytest.raises(Refused, match="too long"):
        build(target, {"/".join(["x" * 200] * 30): "deep"})
    assert snapshot(target) == tree_of(SITE)
    build(target, {})


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("a.html", "a.html", "a.html would be published twice, by dateline.one and dateline.two"),
        ("a", "a/b/c", "a, from dateline.one, would be a file, and a folder for a/b/c, from date"),
    ],
)
def test_two_outputs_in_one_place(tmp_path: Path, one: str, other: str, says: str) -> None:
    items = [
        Item(one, "1", lambda: b"1", "dateline.one"),
        Item(other, "2", lambda: b"2", "dateline.two"),
    ]
    late = [Late(other, lambda _: "2", lambda _: b"2", "dateline.two")]
    for outputs in ((items, []), (items[:1], late)):
        with pytest.raises(Refused) as refusal:
            publish(*outputs, tmp_path / "output")
        assert says in str(refusal.value)
    assert not (tmp_path / "output").exists()
