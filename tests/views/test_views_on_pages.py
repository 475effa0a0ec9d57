"""Strip and map as a reader meets them: drawing and table hold the same numbers on every page."""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from building import HARBOUR, HARBOUR_DAY, ROOT, place
from harbours import brief
from links import broken

sys.path.insert(0, str(ROOT))
from pelicanconf import PLUGINS

LIMIT = 150_000
CLAIM = "claimed_by: [{group: harbour-brigade, sources: [gazette]}]"
SAID = "attributed_to: [{group: harbour-brigade, by: The port, sources: [gazette]}]"
DENIED = "denied_by: [{group: harbour-brigade, sources: [gazette]}]"
PLACE = "---\nname: {name}\ncountry: IS\nlatitude: {latitude}\nlongitude: -22\n{more}---\n"
LOCATIONS = {
    "quay": PLACE.format(name="The Quay", latitude=64, more="precision: site\n"),
    "roads": PLACE.format(name="The Roads", latitude=65, more="precision: region\n"),
}
BRIEFS = [
    ("2021-04-01-a", "quay", CLAIM),
    ("2021-04-01-b", "quay", SAID),
    ("2021-04-03-c", "quay, roads", f"{CLAIM}\n{SAID}"),
    ("2021-04-12-d", "south-pier", CLAIM),
    ("2021-04-20-e", "roads", DENIED),
    ("2021-04-01-f", "roads", "date_precision: month"),
]
REVISED = (
    "revisions:\n  - {date: 2021-05-06, kind: correction, note: 'Old, <mended>.'}\n"
    "  - {date: 2021-05-08, kind: update, note: 'New.'}"
)


def written() -> dict[str, str]:
    files = {f"locations/{slug}.md": text for slug, text in LOCATIONS.items()}
    for brief_id, places, more in BRIEFS:
        text = brief(brief_id, *more.split("\n"))
        text = text.replace("locations: [south-pier]", f"locations: [{places}]")
        files[f"briefs/2021/{brief_id}.md"] = text
    files["briefs/2021/2021-04-25-g.md"] = brief("2021-04-25-g", *REVISED.split("\n"))
    return files


def built(folder: Path, files: Mapping[str, str], *words: str) -> dict[str, bytes]:
    here = place(folder / "x", HARBOUR, TODAY=HARBOUR_DAY)
    for path, text in files.items():
        (here.content / path).write_text(text, encoding="utf-8")
    ran = here.pelican(*words)
    assert ran.code == 0, ran.out
    return here.tree()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("shown"), written())


def page(site: Mapping[str, bytes], folder: str) -> html.HtmlElement:
    return html.document_fromstring(site[f"{folder}index.html"].decode())


PAGES = [
    "",
    "groups/harbour-brigade/",
    "groups/coastal-republic/",
    "locations/quay/",
    "locations/roads/",
    "locations/south-pier/",
    "countries/is/",
    "weapons/drone/",
]


def strip_rows(seen: html.HtmlElement) -> list[list[str]]:
    rows = seen.xpath("//figure[@class='strip']//table//tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


@pytest.mark.parametrize("folder", PAGES)
def test_strip_and_its_table_hold_the_same_numbers(site: Mapping[str, bytes], folder: str) -> None:
    """The bars of a grade are as high, together, as its column is long."""
    seen = page(site, folder)
    if not (rows := strip_rows(seen)):
        assert folder not in ("", "groups/harbour-brigade/", "locations/quay/", "countries/is/")
        return
    head, *middle, foot = rows
    grades = [word.lower() for word in head[1:] if word != "All"]
    dated = [row for row in middle if "day not known" not in row[0]]
    for column, grade in enumerate(grades, start=1):
        assert sum(int(row[column]) for row in middle) == int(foot[column])
        (path,) = seen.xpath(f"//figure[@class='strip']//path[@class='strip-{grade}']/@d") or [""]
        heights = [
            float(bottom) - float(top) for top, bottom in re.findall(r" ([\d.]+)V([\d.]+)H", path)
        ]
        shown = [int(row[column]) for row in dated if int(row[column])]
        most = max(sum(map(int, row[1 : len(grades) + 1])) for row in dated)
        (full,) = seen.xpath("//figure[@class='strip']/svg/svg/@height")
        assert [round(high * most / int(full)) for high in heights] == shown


def test_the_strip_of_a_page_is_that_of_its_list(site: Mapping[str, bytes]) -> None:
    """A group's own are those it claimed or that are attributed to it, each once; not denials."""
    for folder, gist in [
        ("groups/harbour-brigade/", "claimed or attributed from 1 April to 4 May 2021"),
        ("locations/quay/", "3 incidents from 1 to 3 April 2021; most in a day: 2 on 1 April 2021"),
        ("", "; of 1 more only the month is known"),
    ]:
        (label,) = page(site, folder).xpath("//figure[@class='strip']/svg/@aria-label")
        assert gist in label
    listed = page(site, "").xpath("//div[@class='tally']/p/b")[0].text
    assert listed == f"{strip_rows(page(site, ''))[-1][-1]} incidents"


def test_a_list_of_one_has_no_strip(site: Mapping[str, bytes]) -> None:
    assert not page(site, "locations/north-pier/").xpath("//figure[@class='strip']")


def on_map(seen: html.HtmlElement) -> dict[str, int]:
    titles = seen.xpath("//figure[@class='map']//svg//title")
    pairs = [re.fullmatch(r"(.*): (\d+) incidents?", title.text) for title in titles]
    return {pair[1]: int(pair[2]) for pair in pairs if pair is not None}


def missing(seen: html.HtmlElement) -> set[str]:
    return {link.text for link in seen.xpath("//figure[@class='map']/figcaption/a")}


@pytest.mark.parametrize(
    ("folder", "where", "column"),
    [
        ("", "//section[@class='where']", "Incidents"),
        ("countries/is/", "//section[@id='by-location']", "Incidents"),
        ("groups/harbour-brigade/", "//section[@id='by-location']", "Claimed or attributed"),
    ],
)
def test_map_and_its_table_hold_the_same_numbers(
    site: Mapping[str, bytes], folder: str, where: str, column: str
) -> None:
    seen = page(site, folder)
    head, *rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in seen.xpath(f"{where}//table//tr")
    ]
    table = {row[0]: int(row[head.index(column)]) for row in rows}
    circles = on_map(seen)
    assert {"The Quay": 3, "The Roads": 1 if "groups" in folder else 3}.items() <= circles.items()
    assert {place: n for place, n in table.items() if n and place not in missing(seen)} == circles
    assert "South Pier" in missing(seen)


def test_circles_lead_to_places_and_areas_go_with_numbers(site: Mapping[str, bytes]) -> None:
    seen = page(site, "groups/harbour-brigade/")
    links = {
        one.xpath("title")[0].text: (one.get("href"), one.xpath("circle")[0])
        for one in seen.xpath("//figure[@class='map']//svg/a")
    }
    quay, roads = links["The Quay: 3 incidents"], links["The Roads: 1 incident"]
    assert (quay[0], roads[0]) == ("/locations/quay/", "/locations/roads/")
    assert float(quay[1].get("r")) ** 2 == pytest.approx(
        3 * float(roads[1].get("r")) ** 2, rel=0.02
    )
    assert (quay[1].get("class"), roads[1].get("class")) == (None, "about")


def test_the_land_lies_below_every_map(site: Mapping[str, bytes]) -> None:
    for folder in ("", "groups/harbour-brigade/", "locations/quay/", "countries/is/"):
        (picture,) = page(site, folder).xpath("//figure[contains(@class, 'map')]//img")
        assert picture.attrib["src"] == "/map/land.svg"
        assert picture.attrib["alt"] == ""
        drawn = picture.xpath("../svg/@viewbox")[0]
        assert drawn == f"0 0 {picture.attrib['width']} {picture.attrib['height']}"
    assert not page(site, "locations/south-pier/").xpath("//figure[contains(@class, 'map')]")


@pytest.mark.parametrize("folder", PAGES)
def test_pages_stay_small(site: Mapping[str, bytes], folder: str) -> None:
    assert len(site[f"{folder}index.html"]) < LIMIT


def test_without_the_part_there_is_no_map_and_the_tables_stay(tmp_path: Path) -> None:
    rest = json.dumps([part for part in PLUGINS if part != "dateline.maps"])
    site = built(tmp_path, written(), "-e", f"PLUGINS={rest}")
    assert not broken(site, "http://localhost:8000")
    assert "map/land.svg" not in site
    for folder in ("", "groups/harbour-brigade/", "locations/quay/"):
        assert not page(site, folder).xpath("//figure[contains(@class, 'map')] | //img")
    assert page(site, "").xpath("//section[@class='where']//table//a[@href='/locations/quay/']")


def test_the_first_page_tells_the_latest_corrections(site: Mapping[str, bytes]) -> None:
    rows = page(site, "").xpath("//section[@class='latest']/ul/li")
    words = [" ".join(row.text_content().split()) for row in rows]
    assert [line.split(":")[0] for line in words if "ended>" in line or "New." in line] == [
        "Updated on 8 May 2021",
        "Corrected on 6 May 2021",
    ]
    assert len(rows) <= 5
    assert {row.xpath("a/@href")[0].split("/")[1] for row in rows} == {"briefs"}


def test_an_archive_of_forty_years_has_a_small_first_page(tmp_path: Path) -> None:
    """A bar of every grade in every month: the most that a strip can hold."""
    grades = ("reported", "claimed")
    files = {}
    for month in range(472):
        day = f"{1982 + month // 12}-{month % 12 + 1:02d}-01"
        for grade in grades:
            text = brief(f"{day}-{grade}", *([CLAIM] if grade == "claimed" else []))
            files[f"briefs/2021/{day}-{grade}.md"] = text.replace(
                "verification: reported", f"verification: {grade}"
            )
    made = built(tmp_path, files)["index.html"]
    assert len(strip_rows(html.document_fromstring(made.decode()))) > 470
    assert len(made) < LIMIT, len(made)
