"""A source: a page, document or statement in which something is written."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated, Literal

from dateline.model.kinds import DayOrUnknown, Language, Slug, Text, Url

SourceKind = Literal["official", "news", "analysis", "monitor", "claim", "social-media", "other"]


@dataclass(frozen=True, slots=True)
class SharedSource:
    """An entry of content/sources/: a source that several briefs rely on."""

    title: Annotated[str, Text(500)]
    publisher: Annotated[str, Text(200)]
    published: Annotated[Day | None, DayOrUnknown()]
    title_seen: bool = True
    url: Annotated[str, Url()] = ""
    archive_url: Annotated[str, Url()] = ""
    accessed: Day | None = None
    author: Annotated[str, Text(300)] = ""
    language: Annotated[str, Language()] = ""
    kind: SourceKind | None = None
    leaning: Literal["state", "partisan"] | None = None
    carries: Annotated[str, Text(200)] = ""
    quote: Annotated[str, Text(300)] = ""
    note: Annotated[str, Text()] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(SharedSource):
    """A source as a brief or a registry entry lists it, under a key of its own."""

    key: Annotated[str, Slug()]
