"""The invented archive of the bench: sound, the same each time, of the size of a real one."""

from pathlib import Path

import pytest

from bench.content import write_content
from bench.corpus import Corpus, corpus, days_of
from building import invoke, tree

BRIEFS = 60


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_content(corpus(BRIEFS), folder)
    return folder


def test_the_check_finds_nothing_at_all(content: Path) -> None:
    checked = invoke("check", "--strict", str(content))
    assert (checked.code, checked.out.strip()) == (0, "No findings.")


def test_it_is_the_same_twice(content: Path, tmp_path: Path) -> None:
    write_content(corpus(BRIEFS), tmp_path)
    assert tree(tmp_path) == tree(content)


def test_another_seed_makes_another_one() -> None:
    assert corpus(BRIEFS, seed=2) != corpus(BRIEFS)


def test_a_brief_is_about_five_kilobytes(content: Path) -> None:
    sizes = [path.stat().st_size for path in content.glob("briefs/*/*.md")]
    assert len(sizes) == BRIEFS
    assert 4500 < sum(sizes) / BRIEFS < 5500


def test_the_registries_grow_up_to_a_limit() -> None:
    assert _sizes(corpus(BRIEFS)) == (5, 12, 12, 3)
    assert _sizes(corpus(1000)) == (40, 150, 12, 50)


def _sizes(found: Corpus) -> tuple[int, ...]:
    return tuple(map(len, (found.groups, found.locations, found.weapons, found.sources)))


@pytest.mark.parametrize(("briefs", "a_day"), [(1_000, (1, 1)), (100_000, (8, 12))])
def test_so_many_fall_on_a_day(briefs: int, a_day: tuple[int, int]) -> None:
    least, most = a_day
    assert least <= briefs / days_of(briefs) <= most


def test_it_has_the_variety_of_a_real_archive() -> None:
    briefs = [brief.fields for brief in corpus(300).briefs]
    assert {brief["verification"] for brief in briefs} == {
        "confirmed",
        "reported",
        "claimed",
        "disputed",
    }
    for name in ("attributed_to", "denied_by", "casualties", "disagreements", "revisions"):
        holding = sum(bool(brief.get(name)) for brief in briefs)
        assert 0 < holding < len(briefs), name
    assert any(brief.get("claimed_by") == [] for brief in briefs)
    assert any("claimed_by" not in brief for brief in briefs)
    assert any(isinstance(source, str) for brief in briefs for source in brief["sources"])
