"""`-o DIR`: what each kind of folder does to a build, through the real command."""

import os
from pathlib import Path

import pytest
from door_disks import mounted, read_only
from door_sites import Project, brief, built, edit, harbour, project, refused

from building import Place, tree
from dateline.door.places import refuse_mixing
from dateline.publish import Refused


@pytest.fixture
def site(tmp_path: Path) -> Place:
    return harbour(tmp_path)


def is_site(folder: Path) -> bool:
    return (folder / "briefs" / "2021-05-04-south-pier-rockets" / "index.html").is_file()


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_absent_folder_is_made_with_its_parents(site: Place) -> None:
    built(site, output=str(site.folder / "a" / "b" / "site"))
    assert is_site(site.folder / "a" / "b" / "site")


def test_an_empty_folder_becomes_the_site(site: Place) -> None:
    site.output.mkdir()
    built(site)
    assert is_site(site.output)


def test_a_foreign_file_stays(site: Place) -> None:
    site.output.mkdir()
    (site.output / "CNAME").write_text("harbour.example\n")
    built(site)
    edit(brief(site), "Rockets reported", "Rockets heard")
    built(site)
    assert (site.output / "CNAME").read_text() == "harbour.example\n"
    assert is_site(site.output)


def test_a_foreign_file_with_the_name_of_an_output_is_refused_and_kept(site: Place) -> None:
    site.output.mkdir()
    (site.output / "index.html").write_text("by hand")
    (site.output / "notes.txt").write_text("by hand")
    said = refused(site)
    assert str(site.output / "index.html") in said
    assert "-d" in said
    assert tree(site.output) == {"index.html": b"by hand", "notes.txt": b"by hand"}


def test_d_takes_it_over_and_deletes_no_other(site: Place) -> None:
    site.output.mkdir()
    (site.output / "index.html").write_text("by hand")
    (site.output / "notes.txt").write_text("by hand")
    built(site, "-d")
    assert b"<html" in site.tree()["index.html"]
    assert site.tree()["notes.txt"] == b"by hand"
    built(site)


def test_d_empties_nothing_when_the_check_finds_an_error(site: Place) -> None:
    built(site)
    before = site.tree()
    edit(brief(site), "locations: [south-pier]", "locations: [nowhere]")
    refused(site, "-d")
    assert site.tree() == before


def test_a_repository_is_refused_with_the_folder_to_use_instead(site: Place) -> None:
    (site.output / ".git").mkdir(parents=True)
    assert f"-o {site.output}/site" in refused(site)
    assert beside(site.output) == [".git"]
    built(site, output=str(site.output / "site"))
    assert is_site(site.output / "site")


def test_a_symlink_stays_one_and_its_target_becomes_the_site(site: Place) -> None:
    real = site.folder / "real"
    real.mkdir()
    site.output.symlink_to(real)
    built(site)
    edit(brief(site), "Rockets reported", "Rockets heard")
    built(site)
    assert site.output.is_symlink()
    assert is_site(real)


def test_a_mount_point_is_refused_with_the_folder_to_use_instead(
    site: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    site.output.mkdir()
    with mounted(site.output, capsys):
        assert f"-o {site.output}/site" in refused(site)
        assert beside(site.output) == []
        built(site, output=str(site.output / "site"))
        assert is_site(site.output / "site")


def test_a_folder_in_memory_becomes_the_site(
    site: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    memory = site.folder / "memory"
    memory.mkdir()
    with mounted(memory, capsys):
        for text in ("Rockets heard", "Rockets seen"):
            built(site, output=str(memory / "site"))
            edit(brief(site), "Rockets ", text + " ")
        assert is_site(memory / "site")


def test_a_parent_that_may_not_be_written_to_is_refused(
    site: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    parent = site.folder / "parent"
    parent.mkdir()
    with read_only(parent, capsys):
        said = refused(site, output=str(parent / "site"))
        assert str(parent) in said
        assert "-o " in said
        assert beside(parent) == []


def test_a_file_is_refused(site: Place) -> None:
    site.output.write_text("a file")
    assert str(site.output) in refused(site)
    assert site.output.read_text() == "a file"


@pytest.mark.parametrize("output", [".", "content/site"])
def test_a_folder_with_sources_or_among_them_is_refused(tmp_path: Path, output: str) -> None:
    inner = tmp_path / "around" / "project"
    inner.parent.mkdir()
    site = project(inner)
    before = tree(inner)
    target = os.path.normpath(inner / output)
    ran = site.pelican(settings=str(inner / "pelicanconf.py"), output=target)
    assert ran.code == 1, ran.out
    assert f"cannot be published into {target}" in ran.out
    assert {path for path in tree(inner) if "__pycache__" not in path} == {
        path for path in before if "__pycache__" not in path
    }


@pytest.mark.parametrize(
    "output",
    [
        *(".", "..", "content", "content/pages", "theme", "theme/static/x", "plugins"),
        *("cache", "cache/scratch/x", "link"),
    ],
)
def test_no_folder_with_sources_or_among_them_is_taken(tmp_path: Path, output: str) -> None:
    settings = {
        "PATH": str(tmp_path / "content"),
        "THEME": str(tmp_path / "theme"),
        "CACHE_PATH": str(tmp_path / "cache"),
        "PLUGIN_PATHS": [str(tmp_path / "plugins")],
    }
    (tmp_path / "link").symlink_to(tmp_path / "content" / "pages")
    refuse_mixing(tmp_path / "output", settings)
    refuse_mixing(tmp_path / "cache" / "site", settings)
    with pytest.raises(Refused):
        refuse_mixing(tmp_path / output, settings)


def test_a_cache_among_the_sources_is_refused(tmp_path: Path) -> None:
    site = harbour(tmp_path)
    said = refused(site, "--cache-path", str(site.content / "cache"))
    assert "--cache-path" in said
    assert not (site.content / "cache").exists()


def test_clean_removes_all_that_builds_left(tmp_path: Path) -> None:
    site: Project = project(tmp_path)
    before = tree(tmp_path)
    assert site.invoke("build").code == 0
    assert is_site(site.output)
    ran = site.invoke("clean")
    assert ran.code == 0, ran.out
    left = {path for path in tree(tmp_path) if "__pycache__" not in path}
    assert left == {path for path in before if "__pycache__" not in path}
