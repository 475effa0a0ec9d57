"""What the dossier holds of doubt and disagreement is on the pages.

expected/ beside this file has, for each incident of the dossier that has a brief, a file with every
version of every disagreement and its source, and every doubt that belongs on the page. A brief
without such a file fails.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from building import CONTENT, ROOT, Place

EXPECTED: Mapping[str, Any] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "expected").glob("*.yaml"))
}

INCIDENTS: Mapping[str, Any] = yaml.safe_load(
    (ROOT / "docs" / "gathered.yaml").read_text(encoding="utf-8")
)
BRIEFS = {path.stem for path in (CONTENT / "briefs").rglob("*.md")}

# What holds one statement with the marks of its sources.
STATEMENTS = "//main//*[self::li or self::tr or self::p or self::dd or self::td]"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one disagreement: a text that stands where its source's mark does."""

    brief: str
    topic: str
    source: str
    shows: str

    def __str__(self) -> str:
        return f"{self.brief}: {self.topic}: {self.source}: {self.shows}"


def versions() -> Iterator[Version]:
    for brief, expected in EXPECTED.items():
        for disagreement in expected["disagreements"]:
            for version in disagreement["versions"]:
                yield Version(
                    brief, disagreement["topic"], version["source"], str(version["shows"])
                )


def doubts() -> Iterator[tuple[str, str]]:
    for brief, expected in EXPECTED.items():
        for doubt in expected["doubts"]:
            yield brief, str(doubt["shows"])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, html.HtmlElement]:
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "content").symlink_to(CONTENT)
    place = Place(folder)
    ran = place.pelican()
    assert ran.code == 0, ran.out
    return {
        brief: html.document_fromstring(
            (place.output / "briefs" / brief / "index.html").read_text(encoding="utf-8")
        )
        for brief in EXPECTED
    }


def test_every_brief_is_held_against_the_dossier() -> None:
    assert set(EXPECTED) == BRIEFS


def test_every_incident_that_is_carried_well_has_its_brief() -> None:
    wanted = {
        incident
        for incident, known in INCIDENTS.items()
        if known["strength"] in ("strong", "moderate") or known.get("kept")
    }
    assert wanted == BRIEFS


@pytest.mark.parametrize("version", list(versions()), ids=str)
def test_version_stands_beside_its_source(
    pages: Mapping[str, html.HtmlElement], version: Version
) -> None:
    page = pages[version.brief]
    wanted = _folded(version.shows)
    beside_its_source = [
        element
        for element in page.xpath(STATEMENTS)
        if element.xpath(f".//a[@href='#source-{version.source}']")
        and wanted in _folded(element.text_content())
    ]
    assert beside_its_source


@pytest.mark.parametrize(("brief", "shows"), list(doubts()))
def test_doubt_is_on_the_page(
    pages: Mapping[str, html.HtmlElement], brief: str, shows: str
) -> None:
    assert len(shows.split()) >= 3, "too short to say anything"
    assert _folded(shows) in _folded(pages[brief].xpath("//main")[0].text_content())


def test_what_is_left_out_says_why() -> None:
    for expected in EXPECTED.values():
        for doubt in expected.get("doubts_left_out", []):
            assert doubt["doubt"]
            assert doubt["why"]


def _folded(text: str) -> str:
    """White space folded, and case: a sentence may begin with what another has in its middle."""
    return " ".join(text.split()).casefold()
