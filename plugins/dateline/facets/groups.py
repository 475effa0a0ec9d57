"""Groups: what each claimed, what is attributed to it, what it denied, apart."""

import re
from collections.abc import Iterable, Iterator

from dateline.archive import Archive
from dateline.facets.definition import Crossing, Facet, Fact, Section
from dateline.model.country import country_name
from dateline.model.facts import Facts
from dateline.model.registry import Group
from dateline.plan import Site
from dateline.views.days import month_words

KINDS = {
    "militia": "Armed group",
    "coalition": "Umbrella of several groups",
    "state": "State",
    "military": "Armed force",
    "other": "Other",
}


COUNTED = {"claim": "claimed", "attribution": "attributed", "denial": "denied"}


def members(archive: Archive, facts: Facts) -> Iterator[tuple[str, str]]:
    """What counts is the brief format's: a claim that stands; an attribution of this incident, as
    carried out, that stands. Other roles and scopes are listed under their own words."""
    for said in facts.said:
        if not said.group:
            continue
        if not said.stands:
            yield said.group, "gone"
        elif said.counts:
            yield said.group, COUNTED[said.how]
        else:
            yield said.group, "named"


def facts(archive: Archive, site: Site, group: Group) -> Iterable[Fact]:
    if group.kind is not None:
        yield Fact("Kind", KINDS[group.kind])
    if group.country:
        yield Fact("Country", country_name(group.country))
    if group.founded:
        yield Fact("Founded", _founded(group.founded))


def _founded(written: str) -> str:
    """As written, but for a month: "2023-10" reads as October 2023."""
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", written)
    return month_words(int(found[1]), int(found[2])) if found else written


GROUPS = Facet(
    kind="group",
    folder="groups",
    title="Groups",
    intro="Groups, forces and states that the briefs name. A claim is the group's own word; an "
    "attribution is the word of others; the two are counted apart.",
    description="Every group that the archive names, with what it claimed, what others attribute "
    "to it and what it denied.",
    sections=(
        Section(
            "claimed",
            "Claimed by this group",
            "claimed",
            "claimed",
            empty="No incident here names this group as claiming it.",
        ),
        Section(
            "attributed",
            "Attributed to this group by others",
            "attributed",
            "attributed",
            empty="No incident here names this group as attributed.",
        ),
        Section(
            "denied",
            "Denied by this group",
            "denied",
            "denied",
            own=False,
            empty="No incident here names a denial by this group.",
        ),
        Section("named", "Named in another role, or of such attacks in general", counts=False),
        Section("gone", "Claims and attributions that no longer stand", counts=False),
    ),
    entries=lambda archive: archive.groups,
    members=members,
    facts=facts,
    parents=lambda group: group.parents,
    heading=lambda group: "",
    above_label="Said to belong to",
    below_label="Said to belong to it",
    below_heading="Incidents of groups said to belong to it, not in the counts above",
    crossings=(
        Crossing("location", "Where", "Place"),
        Crossing("weapon", "With what", "Weapon"),
    ),
    counts_said=False,
    own_words="claimed or attributed",
)
