"""What makes a facet: which entries it has, and how briefs belong to them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.archive import Archive, Entry
from dateline.model.brief import Brief
from dateline.plan import Site


@dataclass(frozen=True, slots=True)
class Section:
    """One way in which briefs belong to an entry.

    `one` and `many` follow the number in its count ("1 incident", "14 claimed"). What `counts` is
    in counts; the rest is listed under its own words only. `empty` is said where an entry has none;
    without it the heading is then left out.
    """

    key: str
    heading: str
    one: str = ""
    many: str = ""
    counts: bool = True
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of an entry's head, such as "Kind: State"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Facet:
    """`kind` names an entry's page in `url_of`, `folder` the index page and its address.

    `members` yields (slug, section key) for each way in which a brief belongs to an entry.
    `parents` says which entries stand above one; the incidents of those below are listed apart.
    `heading` groups the index page; an empty text means no groups.
    """

    kind: str
    folder: str
    title: str
    intro: str
    description: str
    sections: tuple[Section, ...]
    entries: Callable[[Archive], Mapping[str, Entry[Any]]]
    members: Callable[[Brief], Iterable[tuple[str, str]]]
    facts: Callable[[Archive, Site, Any], Iterable[Fact]]
    parents: Callable[[Any], Iterable[str]]
    heading: Callable[[Any], str]
    above_label: str = ""
    below_label: str = ""
    below_heading: str = ""
