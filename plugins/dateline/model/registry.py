"""The registries: groups, locations, weapons, official totals. Sources are in source.py."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated, Literal

from dateline.model.brief import GroupSlug, Note, Speaker, WeaponSlug
from dateline.model.count import Count
from dateline.model.kinds import (
    Country,
    Degrees,
    KeyOrMapping,
    Language,
    NotEmpty,
    SourceKey,
    Text,
    Url,
)
from dateline.model.source import Source

Name = Annotated[str, Text(140)]
Names = tuple[Name, ...]
EntrySources = tuple[Annotated[Source | str, KeyOrMapping()], ...]
Addresses = tuple[Annotated[str, Url()], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How a group stands to others, and who says so."""

    says: Annotated[str, Text()]
    by: Speaker
    sources: Annotated[tuple[Annotated[str, SourceKey()], ...], NotEmpty()]
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Group:
    name: Name
    aliases: Names = ()
    native_name: Name = ""
    native_lang: Annotated[str, Language()] = ""
    kind: Literal["militia", "coalition", "state", "military", "other"] | None = None
    parents: tuple[GroupSlug, ...] = ()
    country: Annotated[str, Country()] = ""
    founded: Annotated[str, Text(80)] = ""
    summary: Annotated[str, Text(500)] = ""
    same_as: Addresses = ()
    sources: EntrySources = ()
    relations: tuple[Relation, ...] = ()


LocationKind = Literal[
    "air-base", "outpost", "embassy", "city", "oil-field", "sea", "strait", "other"
]


@dataclass(frozen=True, slots=True)
class Location:
    name: Name
    country: Annotated[str, Country(waters=True)]
    aliases: Names = ()
    native_name: Name = ""
    native_lang: Annotated[str, Language()] = ""
    region: Annotated[str, Text(200)] = ""
    kind: LocationKind | None = None
    latitude: Annotated[float | None, Degrees(90)] = None
    longitude: Annotated[float | None, Degrees(180)] = None
    precision: Literal["site", "town", "region"] | None = None
    coordinate_source: Annotated[str, Text()] = ""
    summary: Annotated[str, Text(500)] = ""
    same_as: Addresses = ()
    sources: EntrySources = ()


@dataclass(frozen=True, slots=True)
class Weapon:
    name: Name
    plural: Name = ""
    aliases: Names = ()
    parent: WeaponSlug = ""
    summary: Annotated[str, Text(500)] = ""
    same_as: Addresses = ()
    sources: EntrySources = ()


@dataclass(frozen=True, slots=True)
class CountryCounts:
    """How a total is shared out: ISO 3166-1 alpha-2 code and count, in the order written."""

    pairs: tuple[tuple[str, Count], ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """One official running count, to hold ours against."""

    as_of: Day
    by: Speaker
    count: Count
    by_country: CountryCounts | None = None
    since: Day | None = None
    timezone: Annotated[str, Text(80)] = ""
    scope: Annotated[str, Text()] = ""
    countries: tuple[Annotated[str, Country(waters=True)], ...] = ()
    sea: bool = False
    official: bool = True
    sources: EntrySources = ()
    note: Note = ""
