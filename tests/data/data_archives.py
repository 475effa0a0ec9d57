"""The invented archive of tests/harbour, edited, and the data files that come of it."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from dateline import briefs, countries, data, groups, locations, weapons
from dateline.archive import Archive, build
from dateline.check import check, collect
from dateline.findings import has_errors
from dateline.findings.formats import as_text
from dateline.plan import File, Plan, Site, SiteSettings, plan
from dateline.read.content import read_content
from harbours import POLICY, SMALLEST, WHOLE, copied

DRONES = "2021-05-04-north-pier-drones"
ROCKETS = "2021-05-04-south-pier-rockets"

SETTINGS = SiteSettings(
    name="The harbour",
    url="https://harbour.example/archive",
    description="What was said of it.",
    licence_name="CC BY 4.0",
    licence_url="https://licence.example/by/4.0/",
    feed_authority=("harbour.example", 2021),
)

PARTS = (
    briefs.outputs,
    countries.outputs,
    data.outputs,
    groups.outputs,
    locations.outputs,
    weapons.outputs,
)

Edits = Mapping[str, Iterable[tuple[str, str]]]


def archive_of(
    folder: Path, edits: Edits | None = None, files: Mapping[str, str] | None = None
) -> Archive:
    """The two briefs that the format gives as examples, with the registries of the invented
    archive; words replaced and files added. It has to be sound."""
    content = copied(folder)
    for file in (content / "briefs").rglob("*.md"):
        if file.stem not in (DRONES, ROCKETS):
            file.unlink()
    for path, replacements in (edits or {}).items():
        text = (content / path).read_text("utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        (content / path).write_text(text, "utf-8")
    for path, text in (files or {}).items():
        (content / path).write_text(text, "utf-8")
    read = read_content(content, "")
    collection = collect(read)
    findings = check(read, collection, POLICY)
    assert not has_errors(findings), "\n".join(map(as_text, findings))
    return build(collection)


def plan_of(archive: Archive, settings: SiteSettings = SETTINGS) -> tuple[Plan, Site]:
    site = Site(settings)
    return plan(archive, site, PARTS), site


def files_of(archive: Archive, settings: SiteSettings = SETTINGS) -> dict[str, File]:
    planned, _ = plan_of(archive, settings)
    return {output.path: output for output in planned.outputs if isinstance(output, File)}


def made(archive: Archive, settings: SiteSettings = SETTINGS) -> dict[str, bytes]:
    return {path: file.make() for path, file in files_of(archive, settings).items()}


def fingerprints(archive: Archive, settings: SiteSettings = SETTINGS) -> dict[str, str]:
    planned, site = plan_of(archive, settings)
    return {
        output.path: repr((site.base, output.depends()))
        for output in planned.outputs
        if isinstance(output, File)
    }


def rows_of(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table.decode(), newline="")))


def incident(made_files: Mapping[str, bytes], brief_id: str = ROCKETS) -> dict[str, Any]:
    """The record of one brief in incidents.json."""
    records = json.loads(made_files["data/incidents.json"])["incidents"]
    return next(record for record in records if record["id"] == brief_id)


def row(made_files: Mapping[str, bytes], brief_id: str = ROCKETS) -> dict[str, str]:
    """The row of one brief in incidents.csv."""
    return next(row for row in rows_of(made_files["data/incidents.csv"]) if row["id"] == brief_id)


def smallest_with(lines: str) -> Edits:
    """Lines put into the smallest brief's front matter."""
    return {SMALLEST: [("sources:\n", f"{lines.strip()}\nsources:\n")]}


def in_place_of(title: str, summary: str = "") -> Edits:
    """The smallest brief under another title, as YAML in double quotes."""
    replaced = [("Rockets reported near South Pier", json.dumps(title, ensure_ascii=False))]
    if summary:
        old = "A port worker told the Harbour Gazette that rockets fell near South Pier; nobody "
        replaced.append((f"{old}else has said so.", json.dumps(summary, ensure_ascii=False)))
    return {SMALLEST: replaced}


__all__ = ["SMALLEST", "WHOLE"]
