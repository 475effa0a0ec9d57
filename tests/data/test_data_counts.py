"""The numbers of the real site counted anew: from the content files, by other code than its own.

What counts is read here from the brief format alone: a claim that stands; an attribution of this
incident, as carried out, that stands; a denial. Only published briefs count, each once.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from building import CONTENT, HARBOUR, HARBOUR_DAY, Place

Front = Mapping[str, Any]
Ids = frozenset[str]
KINDS = ("incidents", "claimed", "attributed", "denied")


def front_matter(path: Path) -> Front:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("---\n")
    # Values as they are written, as the format has it.
    loaded = yaml.load(text[4:].split("\n---\n", 1)[0], Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert isinstance(loaded, dict)
    return loaded


def registry(content: Path, folder: str) -> dict[str, Front]:
    return {path.stem: front_matter(path) for path in sorted((content / folder).glob("*.md"))}


@dataclass(frozen=True)
class Counted:
    """For each (kind of facet, slug): the ids of what is counted there, by kind of count."""

    ids: Mapping[tuple[str, str], Mapping[str, Ids]]
    published: Ids


def stands(item: Front) -> bool:
    return str(item.get("standing", "stands")) == "stands"


def counts(item: Front) -> bool:
    role, scope = item.get("role", "carried-out"), item.get("scope", "incident")
    return role == "carried-out" and scope == "incident" and stands(item)


def types_of(item: Front) -> Iterable[str]:
    written = item.get("type", "unknown")
    types = written if isinstance(written, list) else [written]
    return (slug for slug in types if slug != "unknown")


def kinds_of(brief: Front) -> Iterator[str]:
    yield "incidents"
    if any(stands(item) for item in brief.get("claimed_by") or ()):
        yield "claimed"
    if any(counts(item) for item in brief.get("attributed_to") or ()):
        yield "attributed"
    if brief.get("denied_by"):
        yield "denied"


def places_of(brief: Front, locations: Mapping[str, Front]) -> Iterator[tuple[str, str]]:
    for slug in brief["locations"]:
        yield "locations", slug
        yield "countries", locations[slug]["country"].lower()
    for item in brief.get("weapons") or ():
        yield from (("weapons", slug) for slug in types_of(item))


def groups_of(brief: Front) -> Iterator[tuple[str, str]]:
    """(group, kind of count)"""
    for item in brief.get("claimed_by") or ():
        if stands(item):
            yield item["group"], "claimed"
    for item in brief.get("attributed_to") or ():
        if "group" in item and counts(item):
            yield item["group"], "attributed"
    for item in brief.get("denied_by") or ():
        if "group" in item:
            yield item["group"], "denied"


def count_anew(content: Path) -> Counted:
    locations = registry(content, "locations")
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    keys = [
        *(("groups", slug) for slug in registry(content, "groups")),
        *(("weapons", slug) for slug in registry(content, "weapons")),
        *(("locations", slug) for slug in locations),
        *(("countries", said["country"].lower()) for said in locations.values()),
    ]
    for key in keys:
        found[key] = {kind: set() for kind in KINDS}
    published = set()
    for path in sorted((content / "briefs").rglob("*.md")):
        brief = front_matter(path)
        if brief.get("status", "published") != "published":
            continue
        published.add(path.stem)
        for key in places_of(brief, locations):
            for kind in kinds_of(brief):
                found[key][kind].add(path.stem)
        for slug, kind in groups_of(brief):
            found["groups", slug][kind].add(path.stem)
            if kind != "denied":
                found["groups", slug]["incidents"].add(path.stem)
    frozen = {key: {kind: frozenset(ids) for kind, ids in by.items()} for key, by in found.items()}
    return Counted(frozen, frozenset(published))


@pytest.fixture(scope="module", params=[CONTENT, HARBOUR], ids=["real", "invented"])
def content(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def output(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("counts")
    (folder / "content").symlink_to(content)
    place = Place(folder, {"TODAY": HARBOUR_DAY} if content == HARBOUR else {})
    ran = place.pelican()
    assert ran.code == 0, ran.out
    return place.output


@pytest.fixture(scope="module")
def anew(content: Path) -> Counted:
    return count_anew(content)


@pytest.fixture(scope="module")
def table(output: Path) -> list[dict[str, str]]:
    written = (output / "data" / "incidents.csv").read_bytes().decode()
    return list(csv.DictReader(StringIO(written, newline="")))


def test_there_is_something_to_count(anew: Counted) -> None:
    assert anew.published
    for folder in ("groups", "locations", "countries", "weapons"):
        assert any(anew.ids[key]["incidents"] for key in anew.ids if key[0] == folder), folder
    assert any(by["claimed"] for by in anew.ids.values())


def words(n: int, kind: str) -> str:
    if kind == "incidents":
        return "1 incident" if n == 1 else f"{n:,} incidents"
    return f"{n:,} {kind}"


def test_the_pages_show_these_numbers(output: Path, anew: Counted) -> None:
    for (folder, slug), ids in anew.ids.items():
        page = html.document_fromstring((output / folder / slug / "index.html").read_text("utf-8"))
        shown = [item.text_content().strip() for item in page.xpath("//ul[@class='counts']/li")]
        kinds = KINDS[1:] if folder == "groups" else KINDS[:1]
        assert shown == [words(len(ids[kind]), kind) for kind in kinds], f"{folder}/{slug}"


def test_the_pages_say_how_many_are_claimed(output: Path, anew: Counted) -> None:
    for (folder, slug), ids in anew.ids.items():
        if folder != "groups" and ids["incidents"]:
            page = html.document_fromstring((output / folder / slug / "index.html").read_bytes())
            (said,) = page.xpath("//p[@class='said']")
            numbers = [int(word) for word in said.text_content().split() if word.isdigit()]
            assert numbers == [len(ids[kind]) for kind in KINDS[1:]], f"{folder}/{slug}"


def test_facet_json_lists_these_incidents(output: Path, anew: Counted) -> None:
    for (folder, slug), ids in anew.ids.items():
        written = json.loads((output / folder / slug / "facet.json").read_bytes())
        for kind in KINDS:
            assert len(written[kind]) == len(set(written[kind])), f"{folder}/{slug}"
            assert set(written[kind]) == ids[kind], f"{folder}/{slug}: {kind}"


def test_every_facet_was_counted(output: Path, anew: Counted) -> None:
    made = {path.parent.relative_to(output).as_posix() for path in output.rglob("facet.json")}
    assert made == {f"{folder}/{slug}" for folder, slug in anew.ids}


def test_the_table_gives_the_same_numbers(table: list[dict[str, str]], anew: Counted) -> None:
    ids_in_table = [row["id"] for row in table]
    assert sorted(ids_in_table) == sorted(anew.published)
    for (folder, slug), ids in anew.ids.items():
        for kind in KINDS:
            found = {row["id"] for row in table if in_table(row, folder, slug, kind)}
            assert found == ids[kind], f"{folder}/{slug}: {kind}"


SAID = {
    "claimed": ("claimed_by",),
    "attributed": ("attributed_to", "attributed_to_others"),
    "denied": ("denied_by", "denied_by_others"),
}
OWN = {"claimed": "claimed_by", "attributed": "attributed_to", "denied": "denied_by"}


def in_table(row: Mapping[str, str], folder: str, slug: str, kind: str) -> bool:
    if folder == "groups":
        if kind == "incidents":
            return any(in_table(row, folder, slug, one) for one in ("claimed", "attributed"))
        return slug in row[OWN[kind]].split(";")
    is_here = (slug.upper() if folder == "countries" else slug) in row[folder].split(";")
    return is_here and (kind == "incidents" or any(row[column] for column in SAID[kind]))


# The figures.


def bounds(written: Any) -> tuple[int, int | None] | None:
    """A plain figure; None where it is unknown."""
    if written == "unknown":
        return None
    if isinstance(written, str):
        return int(written), int(written)
    if "best" in written:
        return int(written["best"]), int(written["best"])
    return int(written["low"]), int(written["high"]) if "high" in written else None


def reckoned(written: Any) -> tuple[int, int | None] | None:
    """What a sum takes of a figure or a list of accounts."""
    if not isinstance(written, list):
        return bounds(written)
    live = [
        account
        for account in written
        if account.get("superseded") != "true" and account["n"] != "unknown"
    ]
    for account in live:
        if account.get("best") == "true":
            return bounds(account["n"])
    if not live:
        return None
    lows = [low_of(account["n"]) for account in live]
    greatest = max(named(account["n"]) for account in live)
    return min(lows), None if greatest[1] else greatest[0]


def low_of(n: Any) -> int:
    return int(n["low"]) if isinstance(n, dict) else int(n)


def named(n: Any) -> tuple[int, bool]:
    """The greatest number that an account names, and whether it says "at least" of it."""
    if not isinstance(n, dict):
        return int(n), False
    return (int(n["high"]), False) if "high" in n else (int(n["low"]), True)


def rows_anew(brief: Front, name: str) -> list[Any]:
    """The figures that go into the columns `name`. One for several briefs goes into none."""
    if name in ("launched", "intercepted"):
        return [item.get(name, "unknown") for item in brief.get("weapons") or ()]
    harm, side = name.split("_")
    return [
        item.get(harm, "unknown")
        for item in brief.get("casualties") or ()
        if item["side"] == side
        and item.get("cause", "attack") == "attack"
        and not item.get("shared_with")
    ]


SIDES = ("us", "coalition", "partner", "attacker", "civilian", "other")
SUMS = ("launched", "intercepted", *(f"{h}_{s}" for h in ("killed", "injured") for s in SIDES))


def test_the_sums_of_the_table_are_those_of_the_rows(
    content: Path, table: list[dict[str, str]]
) -> None:
    found = {row["id"]: row for row in table}
    known = 0
    for path in sorted((content / "briefs").rglob("*.md")):
        brief = front_matter(path)
        if path.stem not in found:
            continue
        for name in SUMS:
            figures = [reckoned(written) for written in rows_anew(brief, name)]
            cells = [found[path.stem][f"{name}_{part}"] for part in ("low", "high", "high_open")]
            assert cells == expected_cells(figures), f"{path.stem}: {name}"
            unknown = str(figures.count(None)) if figures else ""
            assert found[path.stem][f"{name}_unknown"] == unknown, f"{path.stem}: {name}"
            known += any(figure is not None for figure in figures)
    assert known


def expected_cells(figures: list[tuple[int, int | None] | None]) -> list[str]:
    known = [figure for figure in figures if figure is not None]
    if not known:
        return ["", "", ""]
    highs = [high for _, high in known if high is not None]
    is_open = len(highs) < len(known)
    low = sum(low for low, _ in known)
    return [str(low), "" if is_open else str(sum(highs)), "true" if is_open else "false"]
