"""What counts for a group, a place, a country and a weapon, and what only stands on its page."""

from pathlib import Path

import pytest

from harbour_pages import Pages, pages_of
from harbours import brief

GROUP = "---\nname: {name}\nkind: militia\n{more}---\n"
WEAPON = "---\nname: {name}\n{more}---\n"
PLACE = "---\nname: {name}\ncountry: {country}\n---\n"
CLAIM = "claimed_by:\n  - group: {group}\n    sources: [gazette]\n    standing: {standing}"
SAID = "attributed_to:\n  - {who}\n    by: The port\n    sources: [gazette]\n    {more}"
HURT = (
    "casualties:\n  - who: Crews\n    side: civilian\n    killed: {killed}\n"
    "    injured: {injured}\n    sources: [gazette]"
)
NEW = "2021-05-0{day}-{name}"

FILES = {
    "groups/bay-union.md": GROUP.format(name="Bay Union", more=""),
    "groups/bay-watch.md": GROUP.format(name="Bay Watch", more="parents: [bay-union]\n"),
    "weapons/raft.md": WEAPON.format(name="Raft", more=""),
    "weapons/fire-raft.md": WEAPON.format(name="Fire raft", more="parent: raft\n"),
    "locations/east-bay.md": PLACE.format(name="East Bay", country="NO"),
    "locations/west-bay.md": PLACE.format(name="West Bay", country="NO"),
    "locations/outer-bay.md": PLACE.format(name="Outer Bay", country="FI"),
}


def one(name: str, *lines: str, places: str = "east-bay", day: int = 1) -> dict[str, str]:
    brief_id = NEW.format(day=day, name=name)
    text = brief(brief_id, *lines).replace("locations: [south-pier]", f"locations: [{places}]")
    return {f"briefs/2021/{brief_id}.md": text}


def table(site: Pages, folder: str, section: str) -> list[str]:
    """The rows of a section's table, its head first, a space between cells."""
    rows = site.page(folder).xpath(f"//section[@id='{section}']//tr")
    return [" ".join(" ".join(row.itertext()).split()) for row in rows]


def titles(site: Pages, folder: str, section: str) -> list[str]:
    return site.texts(folder, f"//section[@id='{section}']//p[@class='row-title']")


def counts(site: Pages, folder: str) -> list[str]:
    return site.texts(folder, "//header//ul[@class='counts']/li")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    files = {
        **FILES,
        **one("claim", CLAIM.format(group="bay-union", standing="stands")),
        **one("gone", CLAIM.format(group="bay-union", standing="withdrawn")),
        **one("said", SAID.format(who="group: bay-union", more="role: carried-out")),
        **one("series", SAID.format(who="group: bay-union", more="scope: series")),
        **one("role", SAID.format(who="group: bay-union", more="role: support")),
        **one("actor", SAID.format(who="actor: Some crews", more="role: carried-out")),
        **one("denial", "denied_by:\n  - group: bay-union\n    sources: [gazette]"),
        **one("below", CLAIM.format(group="bay-watch", standing="stands"), day=2),
        **one("two-places", places="east-bay, west-bay, outer-bay", day=3),
        **one(
            "rafts",
            "weapons:\n  - type: [raft, fire-raft]\n    launched: 3\n    sources: [gazette]\n"
            "  - type: raft",
            day=4,
        ),
        **one("fire", "weapons:\n  - type: fire-raft", day=5),
        **one("hurt", HURT.format(killed=2, injured="{low: 4, high: 6}"), day=6),
        **one("hurt-too", HURT.format(killed="unknown", injured="unknown"), day=7),
    }
    return pages_of(tmp_path_factory.mktemp("facets"), files)


def test_a_group_counts_claims_and_attributions_that_stand_each_apart(site: Pages) -> None:
    assert counts(site, "groups/bay-union") == ["1 claimed", "1 attributed", "1 denied"]


def test_what_does_not_count_stands_under_its_own_words(site: Pages) -> None:
    assert len(titles(site, "groups/bay-union", "named")) == 2
    assert len(titles(site, "groups/bay-union", "gone")) == 1


def test_the_incidents_of_those_below_are_apart_and_not_counted(site: Pages) -> None:
    headings = site.texts("groups/bay-union", "//section[@class='incidents'][not(@id)]/h3")
    assert headings == ["Bay Watch"]
    assert counts(site, "groups/bay-watch") == ["1 claimed", "0 attributed", "0 denied"]


def test_a_place_says_how_many_are_claimed_attributed_and_denied(site: Pages) -> None:
    assert counts(site, "locations/east-bay") == ["13 incidents"]
    assert site.texts("locations/east-bay", "//header/p[@class='said']") == [
        "Of these, 2 claimed · 2 attributed · 1 denied"
    ]
    assert counts(site, "locations/west-bay") == ["1 incident"]


def test_a_brief_counts_once_for_a_country_however_many_places_it_names(site: Pages) -> None:
    assert counts(site, "countries/no") == ["13 incidents"]
    assert counts(site, "countries/fi") == ["1 incident"]


def test_a_row_with_several_weapons_counts_under_each_and_a_weapon_once(site: Pages) -> None:
    assert counts(site, "weapons/raft") == ["1 incident"]
    assert counts(site, "weapons/fire-raft") == ["2 incidents"]


def test_tables_count_by_the_other_facet(site: Pages) -> None:
    assert table(site, "groups/bay-union", "by-location") == [
        "Place Claimed or attributed Claimed Attributed Denied",
        "East Bay 2 1 1 1",
    ]
    assert table(site, "locations/east-bay", "by-group") == [
        "Group Claimed Attributed Denied",
        "Bay Union 1 1 1",
        "Bay Watch 1 0 0",
    ]
    assert table(site, "countries/no", "by-location") == [
        "Place Incidents",
        "East Bay 13",
        "Outer Bay 1",
        "West Bay 1",
    ]


def test_a_kind_of_count_that_is_nought_everywhere_has_no_column(site: Pages) -> None:
    assert table(site, "groups/bay-watch", "by-location") == ["Place Claimed", "East Bay 1"]


def test_sums_say_what_is_not_known_and_name_what_they_leave_out(site: Pages) -> None:
    assert table(site, "weapons/raft", "sums") == [
        "Weapon Launched Intercepted",
        "Raft not known in 1 figure not known in 1 figure",
    ]
    assert table(site, "locations/east-bay", "sums") == [
        "Side Killed Injured",
        "Civilians 2 not known in 1 more figure 4 to 6 not known in 1 more figure",
    ]
    left_out = site.texts("locations/north-pier", "//section[@id='sums']/p[@class='note']")
    assert len(left_out) == 1
    assert "North Pier and South Pier together: 20 injured" in left_out[0]


def test_a_long_list_goes_on_in_pages_of_its_own(tmp_path: Path) -> None:
    files = {
        **FILES,
        **{
            path: text
            for day in range(1, 7)
            for path, text in one(f"n{day}", day=day, places="west-bay").items()
        },
    }
    site = pages_of(tmp_path / "site", files, "-e", "LIST_ROWS=4")
    assert len(titles(site, "locations/west-bay", "incidents")) == 1
    assert counts(site, "locations/west-bay") == ["6 incidents"]
    ways = site.page("locations/west-bay").xpath("//p[@class='all-of-them']/a/@href")
    assert len(ways) == 6, "a month with more than four is cut by day"
    assert all(way.startswith("/locations/west-bay/incidents/2021-05-0") for way in ways)
    for way in ways:
        assert len(site.texts(way.strip("/"), "//p[@class='row-title']")) == 1
