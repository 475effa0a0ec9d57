"""What /totals/ is said to be made from holds all that its months are made from."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from building import HARBOUR
from dateline.archive import Archive, Entry
from dateline.plan import Page, Site, SiteSettings, plan
from dateline.timeline import outputs as timeline_outputs
from dateline.totals import outputs
from harbour_pages import Files, archive_of
from harbours import SMALLEST, WHOLE, brief

COALITION = "totals/2021-05-09-coalition.md"
GIVEN, VIEW = 0, 1


def edit(path: str, old: str, new: str) -> dict[str, str | None]:
    text = (HARBOUR / path).read_text("utf-8")
    assert text.count(old) == 1
    return {path: text.replace(old, new)}


SEEN: dict[str, dict[str, str | None]] = {
    "a grade": edit(
        SMALLEST,
        "verification: reported",
        "verification: confirmed\nconfirmed_by: [{by: The port, sources: [gazette]}]",
    ),
    "a day": edit(
        SMALLEST,
        "date: 2021-05-04",
        "date: 2021-04-30\nrevisions: [{date: 2021-05-06, "
        "kind: correction, note: The day., sources: [gazette]}]",
    ),
    "a place": edit(SMALLEST, "locations: [south-pier]", "locations: [outer-roads]"),
    "the country of a place": edit("locations/south-pier.md", "country: IS", "country: FI"),
    "what the official counts make of a brief": edit(WHOLE, "  n: 1\n", "  n: 2\n"),
    "a brief of a new month": {"briefs/2021-04-01-a.md": brief("2021-04-01-a")},
    "a brief of a month that is there": {"briefs/2021-05-01-a.md": brief("2021-05-01-a")},
    "a brief that is withdrawn": edit(
        SMALLEST,
        "verification:",
        "status: withdrawn\n"
        "revisions: [{date: 2021-05-06, kind: withdrawal, note: No., sources: [gazette]}]\n"
        "verification:",
    ),
    "the number of a count": edit(COALITION, "count: 3", "count: 4"),
    "the day of a count": edit(COALITION, "as_of: 2021-05-09", "as_of: 2021-06-09"),
    "a count taken out": {COALITION: None},
}


def made(folder: Path, files: Files) -> tuple[str, str]:
    """What the page is given, and its view."""
    site = Site(
        SiteSettings(
            name="Harbour",
            url="https://example.org",
            description="",
            licence_name="",
            licence_url="",
            feed_authority=("example.org", 2021),
            list_rows=100,
        )
    )
    planned = plan(headed(archive_of(folder, files)), site, [outputs, timeline_outputs])
    page = next(one for one in planned.outputs if one.path == "totals/index.html")
    assert isinstance(page, Page)
    assert page.given is not None
    return repr((site.base, page.given())), repr(page.view())


def headed(archive: Archive) -> Archive:
    """With heads of briefs that are those of the front matter alone."""
    return replace(archive, briefs=tuple(map(with_head, archive.briefs)))


def with_head(entry: Entry[Any]) -> Entry[Any]:
    head = sha256(repr(entry.value).encode()).hexdigest()
    return Entry(entry.slug, entry.value, entry.text, entry.digest, head)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    return made(tmp_path_factory.mktemp("given"), {})


@pytest.mark.parametrize("name", SEEN)
def test_what_changes_the_page_changes_what_it_is_given(
    name: str, before: tuple[str, str], tmp_path: Path
) -> None:
    after = made(tmp_path, SEEN[name])
    assert after[VIEW] != before[VIEW]
    assert after[GIVEN] != before[GIVEN]


def test_the_text_of_a_brief_changes_neither(before: tuple[str, str], tmp_path: Path) -> None:
    assert made(tmp_path, edit(SMALLEST, "in the night [", "at night [")) == before
