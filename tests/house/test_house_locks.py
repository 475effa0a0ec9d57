"""Locks hold versions and digests, and no registry's address: each who installs has their own."""

from pathlib import Path

import pytest

from building import ROOT

LOCKS = sorted([*(ROOT / "requirements").glob("*.lock"), ROOT / "package-lock.json"])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_registry(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "sha256:" in text or "sha512-" in text
    assert "://" not in text


def test_every_list_of_requirements_has_its_lock() -> None:
    wanted = {path.with_suffix(".lock") for path in (ROOT / "requirements").glob("*.in")}
    assert {path for path in LOCKS if path.suffix == ".lock"} == wanted
