"""The sitemap of an archive that has more pages than one file may name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import etree

from dateline.archive import Archive, Entry, Held
from dateline.model.brief import Brief
from dateline.plan import Output, Page, Site, SiteSettings, plan
from dateline.publish.finished import Finished
from dateline.sitemap import outputs
from harbour_pages import archive_of

URL = "https://example.org"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ALLOWED = 50_000  # by sitemaps.org
HELD = Held(1)


def never() -> Any:
    raise AssertionError("a brief was fetched")


def archive_with(many: int, harbour: Archive) -> Archive:
    """As many briefs, in no order, three added on each day from 2021 on."""
    facts = harbour.briefs[0].facts._replace(revisions=(), status="published")
    first = date(2021, 1, 1).toordinal()
    briefs: list[Entry[Brief]] = [
        Entry.kept(f"brief-{n:06}", "", "", facts._replace(added=first + n // 3), never, HELD)
        for n in range(many)
    ]
    return replace(harbour, briefs=tuple(reversed(briefs)), withdrawn=(), merged=())


def parts(archive: Archive, site: Site) -> Iterator[Output]:
    """A page for each brief, one beside them and one that no sitemap names."""
    for entry in archive.with_page:
        yield Page(f"briefs/{entry.slug}/index.html", "", never, "brief", entry.slug)
    yield Page("about/index.html", "", never)
    yield Page("404.html", "", never, in_sitemap=False)


def made(many: int, harbour: Archive) -> dict[str, etree._Element]:
    site = Site(SiteSettings("Harbour", URL, "", "", "", ("example.org", 2021)))
    planned = plan(archive_with(many, harbour), site, [parts, outputs])
    finished = Finished(lambda path: b"")
    files: dict[str, etree._Element] = {}
    for output in planned.outputs:
        finished.note(output.path, "")
    for late in planned.derived:
        assert late.depends(finished), late.path
        files[late.path] = etree.fromstring(late.make(finished))
        finished.note(late.path, "")
    return files


def named(file: etree._Element, what: str = "loc") -> list[str]:
    return [str(text) for text in file.xpath(f"//s:{what}/text()", namespaces=NAMES)]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("harbour"), {})


def test_an_archive_of_a_few_thousand_has_one(harbour: Archive) -> None:
    files = made(2_000, harbour)
    assert list(files) == ["sitemap.xml"]
    assert etree.QName(files["sitemap.xml"]).localname == "urlset"
    assert len(named(files["sitemap.xml"])) == 2_001


def test_every_page_of_a_large_one_is_named_once(harbour: Archive) -> None:
    files = made(25_001, harbour)
    index = files.pop("sitemap.xml")
    assert etree.QName(index).localname == "sitemapindex"
    assert named(index) == [f"{URL}/{path}" for path in files]
    for file in files.values():
        assert 0 < len(named(file)) <= ALLOWED
    assert sorted(address for file in files.values() for address in named(file)) == [
        f"{URL}/about/",
        *(f"{URL}/briefs/brief-{n:06}/" for n in range(25_001)),
    ]


def test_a_file_of_the_index_has_the_day_of_its_last_change(harbour: Archive) -> None:
    files = made(25_001, harbour)
    index = files.pop("sitemap.xml")
    dated = [file for file in files.values() if named(file, "lastmod")]
    assert len(dated) == len(files) - 1
    assert named(index, "lastmod") == [max(named(file, "lastmod")) for file in dated]


def test_a_new_brief_leaves_the_older_files_as_they_are(harbour: Archive) -> None:
    before, after = made(25_001, harbour), made(25_002, harbour)
    changed = {
        path for path in after if etree.tostring(before[path]) != etree.tostring(after[path])
    }
    assert before.keys() == after.keys()
    assert changed <= {"sitemap-briefs-3.xml", "sitemap.xml"}
    assert "sitemap-briefs-3.xml" in changed
