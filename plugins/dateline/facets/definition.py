"""What makes a facet: which entries it has, and how briefs belong to them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dateline.archive import Archive, Entry
from dateline.facets.stretches import Briefs
from dateline.facets.sums_view import SumsView, people_sums
from dateline.frozen import frozen
from dateline.model.facts import Facts
from dateline.plan import Site


@frozen
class Section:
    """One way in which briefs belong to an entry.

    `one` and `many` follow the number in its count ("1 incident", "14 claimed"). What `counts` is
    in counts; the rest is listed under its own words only. An incident that only a section which is
    not `own` holds is not the entry's: a denial counts, and makes no incident of the group that
    denies. `empty` is said where an entry has none; without it the heading is then left out.
    """

    key: str
    heading: str
    one: str = ""
    many: str = ""
    counts: bool = True
    own: bool = True
    empty: str = ""


@frozen
class Fact:
    """A line of an entry's head, such as "Kind: State"."""

    label: str
    text: str


@frozen
class Crossing:
    """A table on an entry's page that counts its incidents by another facet.

    `facet` is the other one's kind, for two may name each other; `what` heads the column of its
    entries ("Group").
    """

    facet: str
    heading: str
    what: str


@frozen
class Facet:
    """`kind` names an entry's page in `url_of`, `folder` the index page and its address.

    `members` yields (slug, section key) for each way in which a brief belongs to an entry.
    `parents` says which entries stand above one; the incidents of those below are listed apart.
    `heading` groups the index page; an empty text means no groups. `counts_said` says how many of
    an entry's incidents are claimed, attributed and denied, whoever by; where the sections say that
    themselves it is left out. Where an entry's own incidents are of several kinds, `own_words` say
    of which ("claimed or attributed"). `sums` adds up an entry's own incidents.
    """

    kind: str
    folder: str
    title: str
    intro: str
    description: str
    sections: tuple[Section, ...]
    entries: Callable[[Archive], Mapping[str, Entry[Any]]]
    members: Callable[[Archive, Facts], Iterable[tuple[str, str]]]
    facts: Callable[[Archive, Site, Any], Iterable[Fact]]
    parents: Callable[[Any], Iterable[str]]
    heading: Callable[[Any], str]
    above_label: str = ""
    below_label: str = ""
    below_heading: str = ""
    crossings: tuple[Crossing, ...] = ()
    counts_said: bool = True
    own_words: str = ""
    sums: Callable[[Archive, Site, str, Briefs], SumsView | None] = people_sums

    @property
    def counting(self) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.counts)
