"""Which entries there are, under which publisher and letter, and what rests on each."""

from pathlib import Path

import pytest

from dateline.sources.catalogue import Catalogue, catalogue
from dateline.sources.item import Item, item_of
from dateline.sources.letters import letter_of, slug_of
from dateline.sources.resting import Named
from harbour_pages import PAGE, archive_of, resting, source


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Harbour Gazette", "h"),
        ("harbour.example", "h"),
        ("Évening Paper", "e"),
        ("Ørsted Times", "o"),
        ("Łódź Daily", "l"),
        ("Æther", "a"),
        ("ﬁsh News", "f"),
        ("«Zarya»", "z"),
        ("(The) Port", "t"),
        ("964media", "0"),
        ("٣ أخبار", "0"),
        ("صحيفة الساحل", "other"),
        ("Гавань", "other"),
        ("新聞", "other"),
        ("—", "other"),
    ],
)
def test_the_letter_of_a_publisher(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def test_a_name_in_an_address_is_plain() -> None:
    assert slug_of("L'Évening & Søn, 24") == "l-evening-son-24"
    assert slug_of("صحيفة") == ""


def shared(found: Catalogue, key: str) -> Item:
    return item_of(found.rests, found.rests.shared[key])


def keys(item: Item) -> dict[str, str]:
    """By the ids of the briefs that rest on it, the keys under which they know it."""
    return {brief.slug: item.key_in(brief) for brief in item.briefs}


def test_one_page_in_two_places_is_one_entry(tmp_path: Path) -> None:
    """By its address, under whatever key; where it has none by publisher and title."""
    files = {
        **resting("a", source("x", "Daily", "One", PAGE), source("y", "Daily", "Print")),
        **resting("b", source("z", "Daily", "Two", PAGE), source("p", "Daily", "Print")),
        "groups/crew.md": "---\nname: Crew\nsources:\n"
        + source("q", "Daily", "Print")
        + source("r", "Weekly", "Print")
        + "---\n",
    }
    archive = archive_of(tmp_path, files)
    daily, weekly = (
        publisher for letter in ("d", "w") for publisher in catalogue(archive).publishers[letter]
    )
    assert [item.source.title for item in daily.items] == ["One", "Print"]
    assert [keys(item) for item in daily.items] == [
        {"2021-05-03-a": "x", "2021-05-03-b": "z"},
        {"2021-05-03-a": "y", "2021-05-03-b": "p"},
    ]
    assert daily.briefs == 2
    assert list(daily.items[1].named_by) == [Named("group", "crew")]
    assert [list(item.named_by) for item in weekly.items] == [[Named("group", "crew")]]
    assert weekly.briefs == 0


def test_an_own_source_with_the_address_of_a_shared_one_is_that_one(tmp_path: Path) -> None:
    address = "    url: https://example.org/gazette/2021-05-06\n"
    archive = archive_of(tmp_path, resting("a", source("x", "Gazette, the", "Hurt", address)))
    assert keys(shared(catalogue(archive), "gazette-2021-05-06")) == {
        "2021-05-03-a": "x",
        "2021-05-04-north-pier-drones": "gazette-2021-05-06",
    }
    assert "g" not in catalogue(archive).publishers


def test_only_listed_briefs_count_and_shared_sources_stay(tmp_path: Path) -> None:
    found = catalogue(archive_of(tmp_path, {}))
    publishers = {
        publisher.name: (len(publisher.items), publisher.briefs)
        for letter in found.publishers.values()
        for publisher in letter
    }
    assert publishers == {
        "Coalition headquarters": (1, 1),
        "Customs Union Bulletin": (1, 0),
        "Harbour Brigade": (1, 1),
        "Harbour Gazette": (3, 2),
        "Pier Watch": (1, 1),
        "Port Authority": (1, 1),
        "صحيفة الساحل": (1, 1),
    }
    assert keys(shared(found, "customs-2021-05-01")) == {}
    port = shared(found, "port-authority-2021-05-02")
    assert [brief.slug for brief in port.briefs] == ["2021-05-02-outer-roads-boat"]


def test_fragments_are_of_one_publisher_and_one_entry_each(tmp_path: Path) -> None:
    """Names that come to the same in plain letters; and nothing that comes before moves them."""
    files = resting("b", source("x", "A.B.", "One"), source("y", "A B", "Two"))
    more = resting(
        "a", source("x", "A-B", "Three"), source("y", "الميناء", "Four"), day="2021-05-02"
    )

    def fragments(folder: str, given: dict[str, str]) -> dict[str, str]:
        found = catalogue(archive_of(tmp_path / folder, given))
        publishers = [one for letter in found.publishers.values() for one in letter]
        names = {one.name: one.fragment for one in publishers}
        items = {item.source.title: item.fragment for one in publishers for item in one.items}
        assert len({*names.values(), *items.values()}) == len(names) + len(items)
        return {**names, **items}

    before, after = fragments("1", files), fragments("2", {**files, **more})
    assert {name: after[name] for name in before} == before
