"""incidents.csv: the rows of incidents.json as a table (RFC 4180, UTF-8, CRLF).

A cell is empty where something is absent or unknown, never 0. Lists stand in one cell, their items
joined with ";"; in an item a ";" is written "\\;" and a "\\" is "\\\\". A count has five columns,
<name>_low, _high, _high_open, _best and, where it is a sum, _unknown.

A spreadsheet takes a text that begins with = + - @, a tab or a line end for a formula: such a text
gets a ' in front, and so does one that begins with ' and goes on in that way. Who takes one ' away
from each cell that looks so has the text as it was.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from dateline.archive.sums import HARMS, SIDES, USES

Cell = str | int | bool | None

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")

_BOUNDS = ("low", "high", "high_open", "best")
_SUM = (*_BOUNDS, "unknown")
_EXTERNAL = ("acled", "gtd", "ucdp")


def table(records: Iterable[Mapping[str, Any]], terms: Mapping[str, Any]) -> bytes:
    """`terms` stand in the last two columns of every row: a CSV file has no other place."""
    written = StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    last = {"licence": terms["licence"]["url"], "schema_version": terms["schema_version"]}
    for record in records:
        cells = {**_cells(record), **last}
        rows.writerow(cell(cells[name]) for name in COLUMNS)
    return written.getvalue().encode()


def cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
    return f"'{value}" if _LIKE_A_FORMULA.match(value) else value


def joined(items: Iterable[str] | None) -> str:
    return ";".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items or ())


_AS_THEY_ARE = (
    "id",
    "title",
    "summary",
    "url",
    "added",
    "changed",
    "day",
    "date",
    "end_date",
    "date_precision",
    "date_earliest",
    "date_latest",
    "target",
    "target_kind",
    "verification",
    "outcome",
    "damage",
)

COLUMNS = (
    *_AS_THEY_ARE[:12],
    "locations",
    "countries",
    *_AS_THEY_ARE[12:],
    "claims_recorded",
    "claimed_by",
    "attributions_recorded",
    "attributed_to",
    "attributed_to_others",
    "denials_recorded",
    "denied_by",
    "denied_by_others",
    "weapons",
    *(f"{use}_{part}" for use in USES for part in _SUM),
    *(f"{harm}_{side}_{part}" for harm in HARMS for side in SIDES for part in _SUM),
    "figures_left_out",
    *(f"official_count_{part}" for part in (*_BOUNDS, "by")),
    *_EXTERNAL,
    "licence",
    "schema_version",
)


def _cells(record: Mapping[str, Any]) -> dict[str, Cell]:
    external = record["external_ids"] or {}
    return {
        **{name: record[name] for name in _AS_THEY_ARE},
        "locations": joined(record["locations"]),
        "countries": joined(record["countries"]),
        # An empty cell cannot tell "looked for, none found" from "not recorded".
        "claims_recorded": record["claimed_by"] is not None,
        "claimed_by": joined(record["claimed_by"]),
        "attributions_recorded": record["attributed_to"] is not None,
        "attributed_to": joined(record["attributed_to"]),
        "attributed_to_others": joined(record["attributed_to_others"]),
        "denials_recorded": record["denied_by"] is not None,
        "denied_by": joined(record["denied_by"]),
        "denied_by_others": joined(record["denied_by_others"]),
        "weapons": joined(_weapons(record["weapons"])),
        **{name: value for use in USES for name, value in _count(use, record[use], _SUM).items()},
        **{
            name: value
            for harm in HARMS
            for side in SIDES
            for name, value in _count(f"{harm}_{side}", record[harm].get(side), _SUM).items()
        },
        "figures_left_out": joined(map(_figure, record["figures_left_out"])),
        **_count("official_count", record["official_count"], (*_BOUNDS, "by")),
        **{name: joined(external.get(name)) for name in _EXTERNAL},
    }


def _count(name: str, found: Mapping[str, Cell] | None, parts: Iterable[str]) -> dict[str, Cell]:
    return {f"{name}_{part}": None if found is None else found[part] for part in parts}


def _weapons(uses: Iterable[Mapping[str, Any]] | None) -> Iterable[str]:
    """Each type once; the word `unknown`, as in the front matter, for one that is not known."""
    return dict.fromkeys(slug for use in uses or () for slug in use["type"] or ("unknown",))


def _figure(shared: Mapping[str, Any]) -> str:
    """ "injured_coalition in <id>": which figure, and the brief that it is written in."""
    return f"{shared['count']}_{shared['side']} in {shared['written_in']}"
