"""What is published is what the content says: repaired, taken away, counted."""

from pathlib import Path

import pytest
from door_disks import read_only
from door_sites import DRONES, ROCKETS, brief, built, edit, harbour, page_of, refused

from building import Place

PUBLISHED = "status: published"


@pytest.fixture
def site(tmp_path: Path) -> Place:
    return harbour(tmp_path)


def test_files_deleted_and_edited_by_hand_are_restored(site: Place) -> None:
    built(site)
    before = site.tree()
    (site.output / "index.html").unlink()
    (site.output / "briefs" / ROCKETS / "index.html").write_text("edited by hand")
    (site.output / "theme" / "css" / "site.css").write_text("edited by hand")
    built(site)
    assert site.tree() == before


def test_the_page_of_a_removed_brief_vanishes(site: Place) -> None:
    edit(brief(site, DRONES), "related: ", "# related: ")
    edit(brief(site, DRONES), f"  - {ROCKETS}\n# response_to", "# response_to")
    edit(brief(site, DRONES), "    shared_with: ", "    # shared_with: ")
    edit(brief(site, DRONES), f"      - {ROCKETS}\n", "")
    built(site)
    brief(site).unlink()
    assert "Published 4 briefs:" in built(site).out
    assert not (site.output / "briefs" / ROCKETS).exists()
    assert not [name for name, data in site.tree().items() if ROCKETS.encode() in data]


def test_a_draft_has_no_page_and_is_counted(site: Place) -> None:
    draft = brief(site).read_text().replace(ROCKETS, "2021-05-04-a-draft")
    brief(site, "2021-05-04-a-draft").write_text(
        draft.replace("verification: reported", "verification: reported\nstatus: draft")
    )
    assert "Published 5 briefs, 1 draft left out: " in built(site).out
    assert not [name for name in site.tree() if "a-draft" in name]


def test_a_withdrawn_brief_keeps_its_page(site: Place) -> None:
    edit(
        brief(site),
        "verification: reported",
        "verification: reported\nstatus: withdrawn\nrevisions:\n"
        "  - {date: 2021-05-08, kind: withdrawal, note: Nothing fell., sources: [gazette]}",
    )
    assert "Published 5 briefs" in built(site).out
    assert "Nothing fell." in page_of(site)


def test_a_merged_brief_keeps_its_page_which_points_to_the_other(site: Place) -> None:
    edit(
        brief(site),
        "verification: reported",
        f"verification: reported\nstatus: merged\nmerged_into: {DRONES}",
    )
    edit(brief(site, DRONES), "related: ", "# related: ")
    edit(brief(site, DRONES), f"  - {ROCKETS}\n# response_to", "# response_to")
    edit(brief(site, DRONES), "    shared_with: ", "    # shared_with: ")
    edit(brief(site, DRONES), f"      - {ROCKETS}\n", "")
    assert "Published 5 briefs" in built(site).out
    assert f'href="/briefs/{DRONES}/"' in page_of(site)


@pytest.mark.parametrize(
    "what",
    ["file", *(pytest.param(what, marks=pytest.mark.long) for what in ("damaged", "in the way"))],
)
def test_a_cache_that_is_damaged_is_told_or_made_anew(site: Place, what: str) -> None:
    built(site)
    before = site.tree()
    cache = site.folder / "cache"
    (scratch,) = (cache / "scratch").iterdir()
    if what == "file":
        cache.rename(site.folder / "away")
        cache.write_text("a file")
        said = refused(site)
        assert str(cache) in said
        assert "--cache-path" in said
    elif what == "damaged":
        (scratch / "stale.html").write_text("of a build that was killed")
        built(site)
    else:
        scratch.rename(site.folder / "away")
        scratch.write_text("a file")
        built(site)
    assert site.tree() == before


@pytest.mark.long
def test_a_cache_that_leads_elsewhere_is_not_followed(site: Place) -> None:
    """A symlink in the place of the scratch folder would have a build empty what it points to."""
    built(site)
    (scratch,) = (site.folder / "cache" / "scratch").iterdir()
    scratch.rename(site.folder / "kept")
    scratch.symlink_to(site.folder / "kept")
    (site.folder / "kept" / "precious.txt").write_text("precious")
    built(site)
    assert (site.folder / "kept" / "precious.txt").read_text() == "precious"


def test_a_cache_that_may_not_be_written_to_is_told(
    site: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    cache = site.folder / "cache"
    cache.mkdir()
    with read_only(cache, capsys):
        said = refused(site)
    assert str(cache) in said
    assert "--cache-path" in said
    assert not site.output.exists()


@pytest.mark.long
def test_a_damaged_list_of_files_is_made_anew(site: Place) -> None:
    built(site)
    before = site.tree()
    (listing,) = site.folder.glob(".site.*.list")
    listing.write_bytes(b"damaged")
    edit(brief(site), "title: Rockets reported", "title: Rockets heard")
    built(site)
    edit(brief(site), "title: Rockets heard", "title: Rockets reported")
    built(site)
    assert site.tree() == before
