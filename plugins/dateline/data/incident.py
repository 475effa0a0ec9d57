"""An incident as one row of the files for the whole archive: what lists need, without the text."""

from collections.abc import Iterable
from typing import Any

from dateline.archive import Archive, Entry
from dateline.archive.sums import HARMS, SIDES, LeftOut, Sum, casualty_sums, weapon_totals
from dateline.data.brief_record import address, countries_of
from dateline.data.plain import Record, bounds, plain
from dateline.model.brief import Brief, Casualties, WeaponUse
from dateline.model.count import Count
from dateline.plan import Site


def incident_record(archive: Archive, site: Site, entry: Entry[Brief]) -> Record:
    """Who claims, is said to have done it and denies as the archive counts it: claims that stand,
    attributions of this incident. brief.json has the others, and who says so."""
    brief = entry.value
    casualties = casualty_sums(archive, (entry,))
    return {
        "id": brief.id,
        "title": brief.title,
        "summary": brief.summary,
        "url": address(site, "brief", brief.id),
        "added": brief.added.isoformat(),
        "changed": brief.changed.isoformat(),
        "day": brief.date.day.isoformat(),
        "date": brief.date.iso,
        "end_date": plain(brief.end_date),
        "date_precision": brief.date_precision,
        "date_earliest": plain(brief.date_earliest),
        "date_latest": plain(brief.date_latest),
        "locations": list(brief.locations),
        "countries": countries_of(archive, brief),
        "target": plain(brief.target),
        "target_kind": brief.target_kind,
        "verification": brief.verification,
        "outcome": brief.outcome,
        "damage": None if brief.damage is None else brief.damage.level,
        "claimed_by": _each(
            brief.claimed_by, [c.group for c in brief.claimed_by or () if c.stands]
        ),
        "attributed_to": _attributed(brief, "group"),
        "attributed_to_others": _attributed(brief, "actor"),
        "denied_by": _denied(brief, "group"),
        "denied_by_others": _denied(brief, "by"),
        "weapons": None if brief.weapons is None else [_use(use) for use in brief.weapons],
        **{use: _sum(used) for use, used in weapon_totals((entry,)).items()},
        "casualties": (
            None if brief.casualties is None else [_people(row) for row in brief.casualties]
        ),
        **{
            harm: {
                side: _sum(casualties.sums[harm, side])
                for side in SIDES
                if (harm, side) in casualties.sums
            }
            for harm in HARMS
        },
        "figures_left_out": [_left_out(figure) for figure in casualties.left_out],
        "official_count": _official(brief),
        "external_ids": plain(brief.external_ids),
    }


def _each(written: object, found: Iterable[str]) -> list[str] | None:
    """None where the front matter holds no such list: nobody looked, or nobody wrote it down."""
    return None if written is None else [name for name in dict.fromkeys(found) if name]


def _attributed(brief: Brief, to: str) -> list[str] | None:
    counted = (said for said in brief.attributed_to or () if said.counts)
    return _each(brief.attributed_to, [getattr(said, to) for said in counted])


def _denied(brief: Brief, by: str) -> list[str] | None:
    return _each(brief.denied_by, [getattr(denial, by) for denial in brief.denied_by or ()])


def _use(use: WeaponUse) -> Record:
    return {
        "type": list(use.type) or None,
        "location": plain(use.location),
        "launched": _figure(use.launched),
        "intercepted": _figure(use.intercepted),
    }


def _people(row: Casualties) -> Record:
    return {
        "who": row.who,
        "side": row.side,
        "cause": row.cause,
        "shared_with": list(row.shared_with),
        "killed": _figure(row.killed),
        "injured": _figure(row.injured),
    }


def _left_out(figure: LeftOut) -> Record:
    """One figure for several incidents: in the sums of none of them."""
    count = figure.row.killed if figure.harm == "killed" else figure.row.injured
    return {
        "count": figure.harm,
        "side": figure.row.side,
        "who": figure.row.who,
        **_figure(count),
        "written_in": figure.owner.slug,
        "incidents": list(figure.briefs),
    }


def _official(brief: Brief) -> Record | None:
    official = brief.official_count
    return None if official is None else {**_figure(official.n), "by": official.by}


def _figure(count: Count) -> Record:
    return bounds(count.bounds)


def _sum(found: Sum | None) -> dict[str, Any] | None:
    return None if found is None else {**bounds(found), "unknown": found.unknown}
