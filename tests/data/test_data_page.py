"""/data/: what it says and leads to, and the setting that leaves the largest files out."""

import json

import pytest
from lxml import html

from building import HARBOUR, HARBOUR_DAY, Place, place
from dateline.door.settings import site_settings
from dateline.publish import Refused

SETTINGS = {
    "SITENAME": "The harbour",
    "SITEURL": "https://harbour.example",
    "SITE_DESCRIPTION": "What happened.",
    "LICENCE_NAME": "CC0",
    "LICENCE_URL": "https://licence.example",
    "FEED_AUTHORITY": ("harbour.example", 2021),
}
WHOLE = {"incidents.json", "incidents.csv", "changes.json"}
NOT_MADE = "are not made here"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return place(tmp_path_factory.mktemp("page") / "x", HARBOUR, TODAY=HARBOUR_DAY)


def built(harbour: Place, *words: str, settings: str = "pelicanconf.py") -> tuple[str, set[str]]:
    """The text of /data/, and the files in data/ and below that it leads to."""
    here = Place(harbour.folder, {**harbour.environment, "SITEURL": "https://harbour.example"})
    ran = here.pelican(*words, settings=settings)
    assert ran.code == 0, ran.out
    page = html.document_fromstring((harbour.output / "data" / "index.html").read_text("utf-8"))
    main = page.xpath("//main")[0]
    links = {href.removeprefix("/data/") for href in main.xpath(".//a/@href")}
    return " ".join(main.text_content().split()), links


def test_it_leads_to_every_file_of_its_folder(harbour: Place) -> None:
    text, links = built(harbour)
    folder = harbour.output / "data"
    made = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert made - {"index.html"} == {link for link in links if (folder / link).is_file()}
    assert made >= WHOLE | {"years/2021.json"}
    assert NOT_MADE not in text
    examples = [link for link in links if link.endswith(("brief.json", "facet.json"))]
    assert sorted(link.split("/")[1] for link in examples) == [
        "briefs",
        "countries",
        "groups",
        "locations",
        "weapons",
    ]
    for link in examples:
        assert json.loads((harbour.output / link.lstrip("/")).read_bytes())["schema_version"]


def test_what_is_left_to_publishing_is_not_linked(harbour: Place) -> None:
    text, links = built(harbour, "-e", 'DATA_FILES="publish"')
    assert NOT_MADE in text
    assert not links & WHOLE
    assert "years/2021.json" in links
    assert {p.name for p in (harbour.output / "data").iterdir()} == {"index.html", "years"}


def test_publishing_makes_them(harbour: Place) -> None:
    _, links = built(harbour, settings="publishconf.py")
    assert links >= WHOLE
    assert {p.name for p in (harbour.output / "data").iterdir()} >= WHOLE


def test_the_setting_has_two_words() -> None:
    assert site_settings(SETTINGS).data_files == "always"
    for word in ("always", "publish"):
        assert site_settings({**SETTINGS, "DATA_FILES": word}).data_files == word


@pytest.mark.parametrize("word", ["never", "", True, None])
def test_any_other_is_refused(word: object) -> None:
    with pytest.raises(Refused, match=r'DATA_FILES is .*; write "always" or "publish"'):
        site_settings({**SETTINGS, "DATA_FILES": word})
