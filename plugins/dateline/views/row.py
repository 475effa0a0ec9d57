"""A brief as one row of a list, the same in every list of the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.archive import Archive, Entry
from dateline.archive.sums import casualty_sums, weapon_totals
from dateline.model.brief import Brief
from dateline.model.count import Bounds
from dateline.plan import Site
from dateline.views.days import incident_words, machine_day, time_words
from dateline.views.grades import Grade, grade_of
from dateline.views.link import Link, link_to
from dateline.views.numbers import bounds_words


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """`figures` are the known numbers in words; who says so stands on the brief's page.

    A build has one row of a brief, so that a template can remember what it made of it.
    """

    id: str
    title: Link
    day: str
    when: str
    time: str
    places: tuple[Link, ...]
    grade: Grade
    summary: str
    said: str
    figures: tuple[str, ...]


def row(archive: Archive, site: Site, entry: Entry[Brief]) -> Row:
    return site.once(Row, entry.slug, lambda: _row(archive, site, entry))


def _row(archive: Archive, site: Site, entry: Entry[Brief]) -> Row:
    brief = entry.value
    return Row(
        id=brief.id,
        title=link_to(site, brief.title, "brief", brief.id),
        day=machine_day(brief),
        when=incident_words(brief),
        time=time_words(brief),
        places=tuple(
            link_to(site, archive.locations[slug].value.name, "location", slug)
            for slug in brief.locations
        ),
        grade=grade_of(brief),
        summary=brief.summary,
        said=_claimed(archive, brief),
        figures=tuple(_figures(archive, entry)),
    )


_SIDES = {
    "us": "US",
    "coalition": "coalition",
    "partner": "partner forces",
    "attacker": "attackers",
    "civilian": "civilians",
    "other": "others",
}


def _figures(archive: Archive, entry: Entry[Brief]) -> Iterator[str]:
    """What is known, added up over the brief's own rows. Nobody hurt is not a figure here."""
    for use, used in weapon_totals((entry,)).items():
        if used is not None and used.low is not None:
            yield f"{bounds_words(Bounds(used.low, used.high))} {use}"
    for (harm, side), hurt in casualty_sums(archive, (entry,)).sums.items():
        if hurt.low is not None and hurt.high != 0:
            yield f"{bounds_words(Bounds(hurt.low, hurt.high))} {harm} ({_SIDES[side]})"


def _claimed(archive: Archive, brief: Brief) -> str:
    if brief.claimed_by is None:
        return "Not recorded here whether anyone claimed it."
    names = dict.fromkeys(
        archive.groups[claim.group].value.name for claim in brief.claimed_by if claim.stands
    )
    if names:
        return f"Claimed by {_and(list(names))}."
    return "No claim stands." if brief.claimed_by else "No claim known."


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
