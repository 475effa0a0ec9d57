"""The same content gives the same site: wherever, whenever and beside whatever it is built."""

import os
import subprocess
from pathlib import Path

import pytest
from door_sites import brief, built, edit, harbour, settings_file

from building import Place

WORLDS = [
    {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "20211104"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONHASHSEED": "0"},
    {"SOURCE_DATE_EPOCH": "1", "TODAY": "2031-01-01", "LANGUAGE": "ar"},
]


@pytest.mark.parametrize(
    "world",
    [WORLDS[0], *(pytest.param(world, marks=pytest.mark.long) for world in WORLDS[1:])],
    ids=lambda world: next(iter(world)),
)
def test_another_folder_and_environment_give_the_same_bytes(
    tmp_path: Path, world: dict[str, str]
) -> None:
    one = harbour(tmp_path / "one")
    other = harbour(tmp_path / "another folder" / "two", **world)
    for site in (one, other):
        built(site)
    assert one.tree() == other.tree()


@pytest.mark.long
def test_another_umask_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = harbour(tmp_path / "one"), harbour(tmp_path / "two")
    built(one)
    before = os.umask(0o077)
    try:
        built(other)
    finally:
        os.umask(before)
    assert one.tree() == other.tree()


def test_two_builds_at_once_into_one_folder_both_end_well(tmp_path: Path) -> None:
    site = harbour(tmp_path)
    both = [started(site) for _ in range(2)]
    for process in both:
        out, _ = process.communicate(timeout=60)
        assert process.returncode == 0, out
    assert_whole(site)


@pytest.mark.long
def test_builds_of_two_contents_at_once_leave_one_of_them_whole(tmp_path: Path) -> None:
    """Again and again, two settings into one folder: it is always the whole site of one."""
    site = harbour(tmp_path)
    names = ("One", "Two")
    whole = []
    for name in names:
        built(site, "-e", f'SITENAME="{name}"')
        whole.append(site.tree())
    for _ in range(8):
        both = [started(site, "-e", f'SITENAME="{name}"') for name in names]
        for process in both:
            out, _ = process.communicate(timeout=60)
            assert process.returncode == 0, out
            assert site.tree() in whole


def test_a_build_after_many_edits_equals_a_fresh_one(tmp_path: Path) -> None:
    site = harbour(tmp_path)
    built(site)
    edit(brief(site), "title: Rockets reported", "title: Rockets heard")
    built(site)
    edit(brief(site), "date: 2021-05-04", "date: 2021-05-04T23:30+03:00")
    built(site, settings=settings_file(site, "SITENAME = 'Another'"))
    built(site)
    assert_whole(site)


def started(site: Place, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        site.command(*words),
        env={**os.environ, **site.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def assert_whole(site: Place) -> None:
    """The site is what a build into a new folder makes."""
    built(site, output=str(site.folder / "fresh" / "site"))
    assert Place(site.folder / "fresh").tree() == site.tree()
