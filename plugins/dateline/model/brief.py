"""A brief: what one incident's front matter says. Every name here is a key of the brief format."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Annotated, Literal

from dateline.model.count import UNKNOWN, Count
from dateline.model.kinds import (
    BriefId,
    KeyOrMapping,
    NotEmpty,
    OneOrMany,
    Slug,
    SlugOf,
    SourceKey,
    Text,
    WordOrMapping,
)
from dateline.model.moment import Moment
from dateline.model.source import Source

Verification = Literal["confirmed", "reported", "claimed", "disputed"]
Outcome = Literal["stopped", "partly-stopped", "hit", "missed", "unknown"]
Standing = Literal["stands", "superseded", "withdrawn", "doubted"]
Status = Literal["published", "draft", "withdrawn", "merged"]
DamageLevel = Literal["none", "minor", "major", "unknown"]
TargetKind = Literal["base", "ship", "aircraft", "diplomatic", "convoy", "infrastructure", "other"]
Mode = Literal["statement", "video", "social-media", "spokesperson", "other", "unknown"]
Role = Literal["carried-out", "ordered", "support", "launch-area"]

Note = Annotated[str, Text()]
Speaker = Annotated[str, Text(300)]
Sources = Annotated[tuple[Annotated[str, SourceKey()], ...], NotEmpty()]
MaybeSources = tuple[Annotated[str, SourceKey()], ...]
GroupSlug = Annotated[str, SlugOf("group")]
LocationSlug = Annotated[str, SlugOf("location")]
WeaponSlug = Annotated[str, SlugOf("weapon")]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that they did it."""

    group: GroupSlug
    sources: Sources
    mode: Mode = "unknown"
    date: Day | None = None
    standing: Standing = "stands"
    note: Note = ""

    @property
    def stands(self) -> bool:
        return self.standing == "stands"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said by others to have done it: a group of the registry, or an actor in words."""

    by: Speaker
    sources: Sources
    group: GroupSlug = ""
    actor: Annotated[str, Text(300)] = ""
    role: Role = "carried-out"
    scope: Literal["incident", "series"] = "incident"
    confidence: Literal["suspected", "assessed", "certain"] | None = None
    date: Day | None = None
    standing: Standing = "stands"
    note: Note = ""

    @property
    def counts(self) -> bool:
        """Whether it is one of this incident that stands; others are shown, not counted."""
        return self.role == "carried-out" and self.scope == "incident" and self.standing == "stands"


@dataclass(frozen=True, slots=True)
class Denial:
    """Who says that they, or others, did not do it."""

    sources: Sources
    group: GroupSlug = ""
    by: Speaker = ""
    date: Day | None = None
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """Who says that it took place (confirmed_by), or that it did not (disputed_by)."""

    by: Speaker
    sources: Sources
    date: Day | None = None
    note: Note = ""


@dataclass(frozen=True, slots=True)
class WeaponUse:
    """One row of the weapons; `type` holds several slugs where one figure covers several."""

    type: Annotated[tuple[WeaponSlug, ...], OneOrMany(special="unknown")]
    location: LocationSlug = ""
    launched: Count = UNKNOWN
    intercepted: Count = UNKNOWN
    sources: MaybeSources = ()
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Casualties:
    """People killed or hurt, as one source puts it."""

    who: Annotated[str, Text(300)]
    side: Literal["us", "coalition", "partner", "attacker", "civilian", "other"]
    cause: Literal["attack", "related"] = "attack"
    killed: Count = UNKNOWN
    injured: Count = UNKNOWN
    shared_with: tuple[Annotated[str, BriefId()], ...] = ()
    sources: MaybeSources = ()
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Damage:
    level: DamageLevel
    by: Speaker = ""
    note: Note = ""
    sources: MaybeSources = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One account of what is disagreed about."""

    says: Annotated[str, Text()]
    sources: Sources
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    topic: Annotated[str, Text(200)]
    versions: Annotated[tuple[Version, ...], NotEmpty()]
    note: Note = ""


@dataclass(frozen=True, slots=True)
class OfficialCount:
    """How many attacks the official counts make of the incident; 0 is outside their scope."""

    n: Count
    by: Speaker
    sources: Sources
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed after publication."""

    date: Day
    kind: Literal["update", "correction", "withdrawal"]
    note: Annotated[str, Text()]
    sources: MaybeSources = ()


@dataclass(frozen=True, slots=True)
class ExternalIds:
    """The incident in other people's data sets."""

    acled: tuple[Annotated[str, Text(80)], ...] = ()
    gtd: tuple[Annotated[str, Text(80)], ...] = ()
    ucdp: tuple[Annotated[str, Text(80)], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    id: Annotated[str, Slug()]
    title: Annotated[str, Text(140)]
    summary: Annotated[str, Text(500)]
    added: Day
    date: Moment
    locations: Annotated[tuple[LocationSlug, ...], NotEmpty()]
    verification: Verification
    sources: Annotated[tuple[Annotated[Source | str, KeyOrMapping()], ...], NotEmpty()]
    end_date: Moment | None = None
    date_precision: Literal["day", "approximate", "month"] = "day"
    date_earliest: Day | None = None
    date_latest: Day | None = None
    time_note: Annotated[str, Text(500)] = ""
    target: Annotated[str, Text(300)] = ""
    target_kind: TargetKind | None = None
    claimed_by: tuple[Claim, ...] | None = None
    attributed_to: tuple[Attribution, ...] | None = None
    denied_by: tuple[Denial, ...] | None = None
    weapons: tuple[WeaponUse, ...] | None = None
    casualties: tuple[Casualties, ...] | None = None
    outcome: Outcome = "unknown"
    damage: Annotated[Damage | None, WordOrMapping("level")] = None
    confirmed_by: tuple[Witness, ...] = ()
    disputed_by: tuple[Witness, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    unknowns: tuple[Annotated[str, Text()], ...] = ()
    official_count: OfficialCount | None = None
    related: tuple[Annotated[str, BriefId()], ...] = ()
    response_to: tuple[Annotated[str, BriefId()], ...] = ()
    aliases: tuple[Annotated[str, Slug()], ...] = ()
    revisions: tuple[Revision, ...] = ()
    status: Status = "published"
    merged_into: Annotated[str, BriefId()] = ""
    external_ids: ExternalIds | None = None

    @property
    def is_listed(self) -> bool:
        """Only published briefs stand in lists, counts and new-incident feeds."""
        return self.status == "published"

    @property
    def changed(self) -> Day:
        """The day on which the brief entered the archive or was last revised."""
        return max([self.added, *(revision.date for revision in self.revisions)])
