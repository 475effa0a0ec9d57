"""A build that remembers: the same site as one that does not, whoever read it."""

from pathlib import Path

import pytest
from door_sites import ROCKETS, brief, built, edit, harbour, page_of, refused, settings_file

from building import Place, place

_MANY = 260  # enough for a second process
_PLAIN = "['dateline.briefs']"
_KILLED = """
import os, signal
import dateline.check.workers as workers
ours, real = os.getpid(), workers.examined

def examined(file, below):
    if os.getpid() != ours:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(file, below)

workers.examined = examined
"""


@pytest.fixture
def site(tmp_path: Path) -> Place:
    return harbour(tmp_path)


def _many(site: Place) -> None:
    text = brief(site).read_text()
    for n in range(_MANY):
        slug = f"2021-05-04-more-{n}"
        (site.content / "briefs" / f"{slug}.md").write_text(text.replace(ROCKETS, slug))


def _segments(site: Place) -> list[Path]:
    return sorted((site.folder / "cache" / "kept").glob("*/*.kept"))


def test_an_edit_gives_the_site_of_a_first_build(site: Place, tmp_path: Path) -> None:
    built(site)
    edit(brief(site), "fell near", "fell beside")
    built(site)
    assert "fell beside" in page_of(site)
    other = place(tmp_path / "other", site.content, **site.environment)
    built(other)
    assert site.tree() == other.tree()


def test_a_damaged_cache_costs_a_line(site: Place) -> None:
    built(site)
    before = site.tree()
    for path in _segments(site):
        path.write_bytes(b"x" + path.read_bytes()[:-9])
    assert built(site).out.count("is damaged in part") == 1
    assert site.tree() == before
    assert "is damaged" not in built(site).out


def test_ignore_cache_reads_none_and_makes_it_anew(site: Place) -> None:
    built(site)
    for path in _segments(site):
        path.write_bytes(b"x")
    assert "is damaged" not in built(site, "--ignore-cache").out
    assert "is damaged" not in built(site).out


def test_one_process_and_two_make_the_same_site(site: Place, tmp_path: Path) -> None:
    _many(site)
    settings = settings_file(site, parts=_PLAIN)
    built(Place(site.folder, {**site.environment, "DATELINE_PROCESSES": "1"}), settings=settings)
    other = place(tmp_path / "other", site.content, **site.environment, DATELINE_PROCESSES="2")
    built(other, settings=settings)
    assert site.tree() == other.tree()


def test_a_second_process_that_is_killed_ends_the_build(site: Place) -> None:
    _many(site)
    settings = settings_file(site, lines=_KILLED, parts=_PLAIN)
    two = Place(site.folder, {**site.environment, "DATELINE_PROCESSES": "2"})
    said = refused(two, settings=settings)
    assert "the second process of this build was lost: it was killed by signal 9" in said
    assert not site.output.exists()


def test_a_number_of_processes_that_is_none_is_refused(site: Place) -> None:
    some = Place(site.folder, {**site.environment, "DATELINE_PROCESSES": "many"})
    assert 'DATELINE_PROCESSES is "many"; write 1 or 2' in refused(some)
