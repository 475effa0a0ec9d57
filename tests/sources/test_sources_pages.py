"""The pages of sources: publishers by letter, entries, and what rests on a shared one."""

from pathlib import Path

import pytest

from harbour_pages import PAGE, Pages, pages_of, resting, source

BOAT = "Unmanned boat stopped in the Outer Roads"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages_of(tmp_path_factory.mktemp("sources"), {})


def test_publishers_by_letter_with_what_is_read_of_them(pages: Pages) -> None:
    assert pages.texts("sources", "//section[@class='letter']/h2") == [
        "C 2 publishers",
        "H 2 publishers",
        "P 2 publishers",
        "Other scripts 1 publisher",
    ]
    assert pages.texts("sources", "//li[@class='publisher-line']") == [
        "Coalition headquarters 1 entry, in 1 brief",
        "Customs Union Bulletin 1 entry, in no brief",
        "Harbour Brigade 1 entry, in 1 brief",
        "Harbour Gazette 3 entries, in 2 briefs",
        "Pier Watch 1 entry, in 1 brief",
        "Port Authority 1 entry, in 1 brief",
        "صحيفة الساحل 1 entry, in 1 brief",
    ]
    assert pages.folders("sources/by") == ["c", "h", "other", "p"]


def entry(pages: Pages, letter: str, title: str) -> list[str]:
    """The lines of an entry."""
    found = pages.page(f"sources/by/{letter}").xpath("//li[@class='catalogue-entry']")
    (one,) = (item for item in found if title in item.text_content())
    return [" ".join(line.text_content().split()) for line in one]


def test_an_entry_says_what_it_is_and_what_rests_on_it(pages: Pages) -> None:
    assert entry(pages, "p", "Notice to ships") == [
        "Notice to ships on a boat found adrift (headline not seen)",
        "2 May 2021 · official body · archived copy · what rests on it",
        f"In {BOAT}",
    ]
    assert entry(pages, "p", "first of May") == [
        "Incidents since the first of May",
        "8 May 2021 · monitor",
        f"In {BOAT}",
        "Named by Total of Pier Watch, 8 May 2021",
    ]
    assert entry(pages, "h", "Drone hits pier")[1] == (
        "A. Writer · 5 May 2021 · news · state outlet · carries Reuters · archived copy"
    )
    assert entry(pages, "c", "Shots at the Customs House") == [
        "Shots at the Customs House",
        "day not known · other · speaks for a side · what rests on it",
        "Nothing that is listed rests on it.",
    ]


def test_a_headline_in_another_script_runs_its_own_way(pages: Pages) -> None:
    (headline,) = pages.page("sources/by/other").xpath("//p[@class='source-title']/a")
    assert (headline.attrib["lang"], headline.attrib["dir"]) == ("ar", "rtl")


def test_the_own_sources_of_a_withdrawn_brief_are_left_out(pages: Pages) -> None:
    assert not [
        name for name, data in pages.files.items() if "sources" in name and b"Evening" in data
    ]


def test_a_shared_source_says_all_and_what_it_is_used_for(pages: Pages) -> None:
    folder = "sources/port-authority-2021-05-02"
    assert pages.texts(folder, "//h1") == [
        "Notice to ships on a boat found adrift (headline not seen)"
    ]
    said = pages.texts(folder, "//div[@class='text']//p")
    assert said == [
        "The notice has no headline; this describes it.",
        "The authority numbers its notices; this one is the second of May.",
        "1 brief rests on it.",
        BOAT,
        "Confirmed · 2 May 2021 · 21:30 (UTC) · Outer Roads",
        "No claim known.",
        "Used for: that it took place, the text, a change to the page.",
    ]
    facts = pages.texts(folder, "//section[contains(@class, 'about')]//dl/div")
    assert facts == [
        "What it isofficial body",
        "Addresshttps://example.org/port-authority/2021-05-02",
        "Archived copyhttps://archive.example.org/2/notice",
        "Read on3 May 2021",
        "Keyport-authority-2021-05-02",
    ]


def test_uses_of_every_kind(pages: Pages) -> None:
    def used(key: str) -> str:
        return pages.texts(f"sources/{key}", "//p[@class='row-line'][3]")[0]

    assert used("harbour-brigade-statement") == "Used for: who claimed it, where accounts differ."
    assert used("gazette-2021-05-06") == "Used for: people killed or hurt, a change to the page."
    assert used("coalition-2021-05-04") == (
        "Used for: whom others name, that it took place, weapons, people killed or hurt, "
        "the official count, the text."
    )


def test_a_source_of_a_withdrawn_brief_keeps_its_page(pages: Pages) -> None:
    said = pages.texts("sources/customs-2021-05-01", "//section[@class='incidents']/p")
    assert said == ["No brief that is listed rests on it."]
    total = pages.texts("sources/coalition-2021-05-04", "//dl/div[last()]//li")
    assert total == ["Total of Coalition headquarters, 9 May 2021"]


def test_the_key_by_has_a_page_beside_the_letters(tmp_path: Path) -> None:
    shared = "---\ntitle: By hand\npublisher: Daily\npublished: 2021-05-05\n---\n"
    pages = pages_of(tmp_path / "x", {"sources/by.md": shared, **resting("a", "  - by\n")})
    assert pages.texts("sources/by", "//h1") == ["By hand"]
    assert pages.texts("sources/by/d", "//h2") == ["Daily 1 entry, in 1 brief"]


def test_a_long_letter_is_cut_by_the_year_of_publication(tmp_path: Path) -> None:
    """LIST_ROWS=2 allows four entries on a page; years and months take them to pages of theirs."""
    days = ("2019-02-01", "2020-01-01", "2020-01-31", "2020-02-01", "2020-03-01", "2020-03-02")
    sources = [
        source(f"s{n}", "Daily" if n < 4 else "Dawn", f"No. {n}").replace("2021-05-05", day)
        for n, day in enumerate((*days, "unknown"))
    ]
    pages = pages_of(tmp_path / "x", resting("a", *sources), "-e", "LIST_ROWS=2")
    cut = ["2019", "2020-01", "2020-02", "2020-03", "undated"]
    assert pages.folders("sources/by/d") == cut
    assert not pages.page("sources/by/d").xpath("//li[@class='catalogue-entry']")
    dawn = "//section[@id='publisher-dawn']"
    assert pages.texts("sources/by/d", f"{dawn}/h2") == ["Dawn 3 entries, in 1 brief"]
    assert pages.page("sources/by/d").xpath(f"{dawn}//a/@href") == [
        "/sources/by/d/2020-03/#publisher-dawn",
        "/sources/by/d/undated/#publisher-dawn",
    ]
    titles = "//p[@class='source-title']"
    assert [pages.texts(f"sources/by/d/{name}", titles) for name in cut] == [
        ["No. 0"],
        ["No. 2", "No. 1"],
        ["No. 3"],
        ["No. 5", "No. 4"],
        ["No. 6"],
    ]
    assert pages.texts("sources/by/d/2020-01", "//h2") == ["Daily 2 of 4 entries"]
    assert '/sources/by/d/#publisher-dawn"' in pages.files["sources/index.html"].decode()


def test_a_source_with_many_briefs_has_pages_of_its_own(tmp_path: Path) -> None:
    key = "  - coalition-2021-05-04\n"
    files: dict[str, str] = {}
    for day in ("2021-05-01", "2021-05-03", "2020-01-01"):
        files |= resting("a", key, day=day)
    pages = pages_of(tmp_path / "x", files, "-e", "LIST_ROWS=2")
    folder = "sources/coalition-2021-05-04"
    assert pages.folders(folder) == ["2020", "2021-05-01", "2021-05-03", "2021-05-04"]
    assert "4 briefs rest on it; the newest 1 stand here." in pages.texts(folder, "//p")
    assert "All 4: 2020; 1 May 2021; 3 May 2021; 4 May 2021" in pages.texts(folder, "//p")
    assert "Used for: the text." in pages.texts(f"{folder}/2020", "//p")


def test_very_many_briefs_of_a_shared_source_stand_on_its_page(tmp_path: Path) -> None:
    key = "  - coalition-2021-05-04\n"
    files: dict[str, str] = {}
    for n in range(10):
        files |= resting(f"a{n}", key, source("page", "Own", "Page", PAGE))
    pages = pages_of(tmp_path / "x", files)
    shared = pages.page("sources/by/c").xpath("//li[@id='source-coalition-2021-05-04']//p")[2]
    assert shared.text_content().endswith("; all 11")
    assert len(shared.xpath("a")) == 11
    own = pages.page("sources/by/o").xpath("//li[@class='catalogue-entry']//p")[2]
    assert len(own.xpath("a")) == 10


def test_of_very_many_publishers_the_first_page_names_the_letters_only(tmp_path: Path) -> None:
    files = resting("a", *(source(f"s{n}", f"Paper {n}", "Page") for n in range(9)))
    pages = pages_of(tmp_path / "x", files, "-e", "LIST_ROWS=3")
    assert "P 11 publishers" in pages.texts("sources", "//h2")
    assert not pages.page("sources").xpath("//li[@class='publisher-line']")


def test_of_many_periods_a_publisher_names_the_newest(tmp_path: Path) -> None:
    sources = [
        source(f"s{n}", "Daily", f"No. {n}").replace("2021-05-05", f"{2000 + n}-01-01")
        for n in range(14)
    ]
    pages = pages_of(tmp_path / "x", resting("a", *sources), "-e", "LIST_ROWS=2")
    said = pages.texts("sources/by/d", "//section[@class='publisher']/p")
    assert said == [f"{'; '.join(str(2013 - n) for n in range(12))}; and in 2 earlier periods"]
    assert len(pages.folders("sources/by/d")) == 14
