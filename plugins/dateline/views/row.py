"""A brief as one row of a list, the same in every list of the site."""

from dataclasses import dataclass

from dateline.archive import Archive, Entry
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.days import incident_words, machine_day, time_words
from dateline.views.grades import Grade, grade_of
from dateline.views.link import Link, link_to


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    title: Link
    day: str
    when: str
    time: str
    places: tuple[Link, ...]
    grade: Grade
    summary: str
    said: str


def row(archive: Archive, site: Site, entry: Entry[Brief]) -> Row:
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
    )


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
