"""A build after any series of edits is byte for byte that of a fresh build."""

import sys
from pathlib import Path

import pytest
from engine_edits import EDITS, Workshop, workshop

from building import CONTENT, HARBOUR, ROOT, run, tree

SMALL = {"LIST_ROWS": "5", "FEED_ITEMS": "6"}


def built(shop: Workshop, output: Path, cache: Path) -> dict[str, bytes]:
    ran = run(
        *(sys.executable, "-m", "pelican", str(shop.content), "-s", str(ROOT / "pelicanconf.py")),
        *("-o", str(output), "--cache-path", str(cache), *shop.arguments()),
    )
    assert ran.code == 0, ran.out
    return tree(output)


def hold(shop: Workshop, steps: int) -> None:
    """Builds after each edit in the same place, and in a new one, and compares all bytes."""
    standing, cache = shop.folder / "site", shop.folder / "cache"
    built(shop, standing, cache)
    done: list[str] = []
    for step in range(steps):
        done.append(shop.dice.choice(EDITS)(shop))
        after = built(shop, standing, cache)
        fresh = built(shop, shop.folder / f"fresh{step}", shop.folder / f"fresh-cache{step}")
        differing = sorted(
            path for path in after.keys() | fresh.keys() if after.get(path) != fresh.get(path)
        )
        assert not differing, f"after {done}: {differing[:10]}"


def test_a_few_edits_of_an_invented_archive(tmp_path: Path) -> None:
    hold(workshop(tmp_path, HARBOUR, seed=1, settings=SMALL), steps=10)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(8))
def test_many_edits_of_the_real_archive(tmp_path: Path, seed: int) -> None:
    hold(workshop(tmp_path, CONTENT, seed=seed, settings=SMALL), steps=25)
