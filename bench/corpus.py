"""An invented archive of any size: the same for the same seed and number, on every machine.

It has the variety of a real one: claims and attributions that stand and that do not, figures known
and unknown, as ranges and as accounts that differ, sources of a brief's own and shared ones,
revisions. A record is a mapping of the brief format's fields, so that it can be written for either
of the two builds.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from typing import Any

from bench.dice import Dice
from bench.invented import (
    COUNTRIES,
    EMBLEMS,
    ENDS,
    FORCES,
    HEADLINES,
    MONTHS,
    OFFICIALS,
    PAPERS,
    PEOPLE,
    SENTENCES,
    SITES,
    STARTS,
    TIMES,
    TOPICS,
    UNKNOWNS,
    WEAPONS,
)

SEED = 1
LAST_DAY = Day(2025, 6, 30)

Record = dict[str, Any]
# A sentence, and the keys of the sources that it cites.
Sentence = tuple[str, tuple[str, ...]]
Text = tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the corpus: its slug, its fields, its text."""

    slug: str
    fields: Record
    text: Text = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """What other briefs may have to know of one."""

    id: str
    day: Day
    place: int
    weapon: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """`briefs` are in the order of their numbers, which is that of their days."""

    groups: tuple[Entry, ...]
    locations: tuple[Entry, ...]
    weapons: tuple[Entry, ...]
    sources: tuple[Entry, ...]
    totals: tuple[Entry, ...]
    briefs: tuple[Entry, ...]


def corpus(number: int, seed: int = SEED) -> Corpus:
    """`number` briefs and the registries that they name, which grow with it up to a limit."""
    return _Maker(number, seed).corpus()


def days_of(number: int) -> int:
    """1 brief a day in an archive of 1,000, 10 in one of 100,000."""
    a_day = 1 + round(4.5 * max(0.0, math.log10(number / 1000)), 1)
    return max(1, math.ceil(number / a_day))


class _Maker:
    def __init__(self, number: int, seed: int) -> None:
        self.number, self.seed = number, seed
        self.places = _places(seed, min(150, max(6, number // 5)))
        self.groups = _groups(seed, min(40, max(5, number // 12)))
        self.papers = tuple(
            f"{start}{ENDS[at % len(ENDS)]} {PAPERS[at % len(PAPERS)]}"
            for at, start in enumerate(STARTS * 3)
        )
        self.incidents = tuple(self._incidents())
        self.shared = tuple(self._shared())

    def corpus(self) -> Corpus:
        weapons = tuple(
            Entry(slug, _without_empty({"name": name, "plural": plural, "parent": parent}))
            for slug, name, plural, parent in WEAPONS
        )
        return Corpus(
            groups=self.groups,
            locations=self.places,
            weapons=weapons,
            sources=self.shared,
            totals=tuple(self._totals()),
            briefs=tuple(map(self._brief, range(self.number))),
        )

    def _incidents(self) -> Iterator[Incident]:
        days = days_of(self.number)
        first = LAST_DAY - timedelta(days=days - 1)
        for at in range(self.number):
            dice = Dice(self.seed, "incident", at)
            day = first + timedelta(days=at * days // self.number)
            # Every entry of the registries is named once; after that, as chance has it.
            place = at if at < len(self.places) else dice.crowded(len(self.places))
            weapon = at if at < len(WEAPONS) else dice.crowded(len(WEAPONS))
            name = f"{day}-{self.places[place].slug}-{WEAPONS[weapon][0]}-{at:06d}"
            yield Incident(name, day, place, weapon)

    def _shared(self) -> Iterator[Entry]:
        """Statements about several incidents: one for every twenty briefs."""
        for at in range(max(1, self.number // 20)):
            dice = Dice(self.seed, "shared", at)
            first = self.incidents[at * 20]
            official = dice.pick(OFFICIALS)
            yield Entry(
                f"statement-{first.day}-{at:05d}",
                {
                    "title": f"Statement on events at {self._place(first)} and other sites",
                    "publisher": official,
                    "published": first.day + timedelta(days=dice.below(3)),
                    "url": f"https://example.org/statements/{first.day}/{at}",
                    "accessed": first.day + timedelta(days=3),
                    "language": "en",
                    "kind": "official",
                },
            )

    def _totals(self) -> Iterator[Entry]:
        first, last = self.incidents[0].day, self.incidents[-1].day
        codes = sorted({place.fields["country"] for place in self.places} - {"XZ"})[:3]
        for at in range(1, 7):
            dice = Dice(self.seed, "total", at)
            as_of = first + (last - first) * at // 6
            by_country = {code: dice.between(1, 1 + self.number * at // 30) for code in codes}
            yield Entry(
                f"{as_of}-headquarters-{at}",
                {
                    "as_of": as_of,
                    "by": OFFICIALS[0],
                    "count": sum(by_country.values()),
                    "by_country": by_country,
                    "since": first,
                    "sources": [self.shared[(at * 7) % len(self.shared)].slug],
                },
            )

    def _place(self, incident: Incident) -> str:
        return str(self.places[incident.place].fields["name"])

    def _brief(self, at: int) -> Entry:
        return _Brief(self, at, Dice(self.seed, "brief", at)).entry()


class _Brief:
    """One brief in the making; what its fields cite is remembered for its text."""

    def __init__(self, maker: _Maker, at: int, dice: Dice) -> None:
        self.maker, self.at, self.dice = maker, at, dice
        self.incident = maker.incidents[at]
        self.weapon = WEAPONS[self.incident.weapon]
        self.place = maker._place(self.incident)
        self.own = [self._source(number) for number in range(dice.between(2, 5))]
        self.shared = self._shared()
        self.keys = [*self.shared, *(source["key"] for source in self.own)]

    def entry(self) -> Entry:
        dice, incident = self.dice, self.incident
        locations = self._locations()
        verification = self._verification()
        outcome = dice.pick(("stopped", "partly-stopped", "hit", "missed", "unknown"))
        plural = self.weapon[2].lower()
        fields: Record = {
            "id": incident.id,
            "title": dice.pick(HEADLINES[:3]).format(place=self.place, weapons=self.weapon[2]),
            "summary": f"{self._said()} that {plural} were seen near {self.place}; what came of "
            f"it is told in more than one way, and {dice.pick(('nobody', 'one group'))} has "
            "spoken of more than one night.",
            "added": incident.day + timedelta(days=dice.between(1, 3)),
            **self._date(),
            "time_note": dice.pick(TIMES) if dice.chance(60) else "",
            "locations": [self.maker.places[place].slug for place in locations],
            "target": f"The site at {self.place}",
            "target_kind": dice.pick(("base", "ship", "infrastructure", "convoy")),
            "claimed_by": self._claims(verification),
            "attributed_to": self._attributions(),
            "denied_by": self._denials(),
            "weapons": self._weapons(locations, outcome),
            "casualties": self._casualties(),
            "outcome": outcome,
            "damage": self._damage(outcome),
            "verification": verification,
            "confirmed_by": self._witnesses(verification == "confirmed"),
            "disputed_by": self._witnesses(verification == "disputed"),
            "disagreements": self._disagreements(),
            "unknowns": [UNKNOWNS[(self.at + more) % len(UNKNOWNS)] for more in range(2)],
            "official_count": (
                {"n": 1, "by": OFFICIALS[0], "sources": self._cited(1)} if dice.chance(20) else None
            ),
            "sources": [*self.shared, *self.own],
            "related": self._related(),
            "revisions": self._revisions(),
        }
        return Entry(incident.id, _without_empty(fields), self._text())

    def _source(self, number: int) -> Record:
        dice = self.dice
        published = self.incident.day + timedelta(days=dice.below(3))
        paper = dice.pick(self.maker.papers)
        words = dice.pick(HEADLINES).format(place=self.place, weapons=self.weapon[2])
        return _without_empty(
            {
                "key": f"{paper.split()[0].lower()}-{published}-{number}",
                "title": words,
                "title_seen": None if dice.chance(70) else False,
                "publisher": paper,
                "published": published if dice.chance(95) else "unknown",
                "url": f"https://example.org/{paper.split()[0].lower()}/{published}/"
                f"{self.at:06d}-{number}/{self.maker.places[self.incident.place].slug}",
                "accessed": published + timedelta(days=1),
                "author": f"A. {dice.pick(STARTS)}{dice.pick(ENDS)}" if dice.chance(30) else "",
                "language": "en",
                "kind": dice.pick(("news", "news", "analysis", "monitor")),
                "carries": dice.pick(self.maker.papers) if dice.chance(15) else "",
                "note": "The page gives the weekday only." if dice.chance(10) else "",
            }
        )

    def _shared(self) -> list[str]:
        statements = self.maker.shared
        own = min(self.at // 20, len(statements) - 1)
        if self.at % 20 == 0 or self.dice.chance(40):
            return [statements[own].slug]
        return []

    def _locations(self) -> list[int]:
        places = [self.incident.place]
        other = self.dice.crowded(len(self.maker.places))
        if self.dice.chance(15) and other not in places:
            places.append(other)
        return places

    def _verification(self) -> str:
        fallen = self.dice.below(20)
        if fallen < 10:
            return "confirmed"
        if fallen < 15:
            return "reported"
        return "claimed" if fallen < 18 else "disputed"

    def _date(self) -> Record:
        day, dice = self.incident.day, self.dice
        fallen = dice.below(10)
        if fallen < 3:
            minute = f"{day}T{dice.below(24):02d}:{dice.below(60):02d}+03:00"
            return {"date": minute}
        if fallen == 3:
            return {
                "date": day,
                "date_precision": "approximate",
                "date_earliest": day,
                "date_latest": day + timedelta(days=1),
            }
        return {"date": day}

    def _said(self) -> str:
        return f"{self.dice.pick(self.maker.papers)} reported"

    def _cited(self, most: int = 2) -> list[str]:
        first = self.dice.below(len(self.keys))
        more = self.dice.between(1, min(most, len(self.keys)))
        return [self.keys[(first + step) % len(self.keys)] for step in range(more)]

    def _group(self, step: int = 0) -> str:
        groups = self.maker.groups
        if not step and self.at < len(groups):
            return groups[self.at].slug
        return groups[self.dice.crowded(len(groups))].slug

    def _claims(self, verification: str) -> list[Record] | None:
        dice = self.dice
        # The first briefs name every group once.
        must = verification == "claimed" or self.at < len(self.maker.groups)
        if not must and dice.chance(45):
            return [] if dice.chance(80) else None
        claims = [
            {
                "group": self._group(),
                "sources": self._cited(),
                "mode": dice.pick(("statement", "video", "social-media", "spokesperson")),
                "date": self.incident.day + timedelta(days=1) if dice.chance(50) else None,
                "note": "The statement speaks of one more than others do."
                if dice.chance(30)
                else "",
            }
        ]
        second = self._group(1)
        if dice.chance(10) and second != claims[0]["group"]:
            standing = dice.pick(("stands", "withdrawn", "doubted"))
            claims.append({"group": second, "sources": self._cited(), "standing": standing})
        return [_without_empty(claim) for claim in claims]

    def _attributions(self) -> list[Record] | None:
        dice = self.dice
        if dice.chance(50):
            return [] if dice.chance(60) else None
        said: Record = {
            "group": self._group(1) if dice.chance(80) else None,
            "by": dice.pick(OFFICIALS),
            "sources": self._cited(),
            "role": dice.pick(("support", "ordered")) if dice.chance(25) else "",
            "scope": "series" if dice.chance(10) else "",
            "confidence": dice.pick(("suspected", "assessed", "certain", "", "")),
        }
        if said["group"] is None:
            said["actor"] = "Groups along the coast"
        return [_without_empty(said)]

    def _denials(self) -> list[Record] | None:
        if not self.dice.chance(12):
            return None
        return [{"group": self._group(1), "sources": self._cited(1)}]

    def _weapons(self, locations: list[int], outcome: str) -> list[Record]:
        dice = self.dice
        rows = []
        second = WEAPONS[dice.crowded(len(WEAPONS))][0]
        types = [self.weapon[0]]
        if dice.chance(20) and second not in types:
            types.append(second)
        for slug in types:
            launched = dice.between(1, 12)
            known = dice.chance(75)
            stopped = launched if outcome == "stopped" else dice.below(launched + 1)
            rows.append(
                _without_empty(
                    {
                        "type": slug,
                        "location": self.maker.places[locations[-1]].slug
                        if len(locations) > 1
                        else "",
                        "launched": self._count(launched) if known else "unknown",
                        "intercepted": stopped if known and dice.chance(70) else "unknown",
                        "sources": self._cited(),
                        "note": "No account says how many were found." if not known else "",
                    }
                )
            )
        return rows

    def _count(self, number: int) -> Any:
        """As a number or a list of accounts that differ and never reach below it."""
        if self.dice.chance(75):
            return number
        return [
            {"n": number, "by": OFFICIALS[0], "sources": self._cited(1), "best": True},
            {
                "n": number + self.dice.between(1, 4),
                "by": self.dice.pick(self.maker.papers),
                "as_of": self.incident.day + timedelta(days=2),
                "sources": self._cited(1),
            },
        ]

    def _casualties(self) -> list[Record] | None:
        dice = self.dice
        if dice.chance(30):
            return None
        who, side = dice.pick(PEOPLE)
        hurt: Any = dice.below(5)
        if dice.chance(30):
            hurt = [
                {
                    "n": hurt,
                    "by": dice.pick(OFFICIALS),
                    "as_of": self.incident.day,
                    "sources": self._cited(1),
                    "superseded": True,
                },
                {
                    "n": {"low": hurt + 2},
                    "by": dice.pick(OFFICIALS),
                    "as_of": self.incident.day + timedelta(days=dice.between(2, 20)),
                    "sources": self._cited(1),
                    "best": True,
                },
            ]
        elif dice.chance(15):
            hurt = {"low": hurt, "high": hurt + 3}
        return [
            {
                "who": who,
                "side": side,
                "killed": dice.below(3) if dice.chance(20) else 0,
                "injured": hurt if dice.chance(80) else "unknown",
                "sources": self._cited(),
            }
        ]

    def _damage(self, outcome: str) -> Any:
        dice = self.dice
        if dice.chance(30):
            return "unknown"
        level = dice.pick(("none", "minor"))
        if outcome == "hit" and dice.chance(30):
            level = "major"
        return {
            "level": level,
            "by": dice.pick(OFFICIALS),
            **({} if level == "none" else {"note": "A hangar door, by that account."}),
            "sources": self._cited(),
        }

    def _witnesses(self, wanted: bool) -> list[Record] | None:
        if not wanted:
            return None
        return [
            {"by": OFFICIALS[(self.at + step) % len(OFFICIALS)], "sources": self._cited()}
            for step in range(self.dice.between(1, 2))
        ]

    def _disagreements(self) -> list[Record]:
        return [
            {
                "topic": topic,
                "versions": [
                    {"says": one, "sources": self._cited()},
                    {"says": other, "sources": self._cited(1)},
                ],
            }
            for topic, one, other in TOPICS[: self.dice.below(4)]
        ]

    def _related(self) -> list[str]:
        back = [self.dice.between(1, 40) for _ in range(self.dice.below(3))]
        return sorted({self.maker.incidents[self.at - step].id for step in back if step <= self.at})

    def _revisions(self) -> list[Record]:
        if not self.dice.chance(15):
            return []
        return [
            {
                "date": self.incident.day + timedelta(days=self.dice.between(5, 60)),
                "kind": self.dice.pick(("update", "correction")),
                "note": "Injured: one account more, of a later day.",
                "sources": self._cited(1),
            }
        ]

    def _text(self) -> Text:
        """Three to six paragraphs; every source is cited at least once."""
        dice = self.dice
        paragraphs = [
            [self._sentence() for _ in range(dice.between(2, 4))] for _ in range(dice.between(3, 6))
        ]
        cited = {key for sentences in paragraphs for _, keys in sentences for key in keys}
        rest = tuple(key for key in self.keys if key not in cited)
        for key in rest:
            paragraphs[-1].append((self._words(), (key,)))
        return tuple(tuple(sentences) for sentences in paragraphs)

    def _sentence(self) -> Sentence:
        return self._words(), tuple(self._cited())

    def _words(self) -> str:
        dice, day = self.dice, self.incident.day
        groups = self.maker.groups
        words = dice.pick(SENTENCES).format(
            who=dice.pick(self.maker.papers),
            place=self.place,
            weapons=self.weapon[2].lower(),
            group=groups[dice.crowded(len(groups))].fields["name"],
            day=day_words(day),
        )
        return words[0].upper() + words[1:]


def day_words(day: Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _places(seed: int, number: int) -> tuple[Entry, ...]:
    found = []
    for at in range(number):
        dice = Dice(seed, "place", at)
        start = STARTS[at % len(STARTS)]
        end = ENDS[(at // len(STARTS) + at) % len(ENDS)]
        kind = SITES[(at // len(STARTS) + at) % len(SITES)]
        code, (south, north, west, east) = COUNTRIES[dice.crowded(len(COUNTRIES))]
        if code == "XZ":
            kind = ("Roads", "sea", "region")
        fields = {
            "name": f"{start}{end} {kind[0]}",
            "aliases": [f"{start}{end}", f"Old {start}{end}"],
            "country": code,
            "kind": kind[1],
            "latitude": _degrees(dice, south, north),
            "longitude": _degrees(dice, west, east),
            "precision": kind[2],
            "coordinate_source": "The plan of an invented country.",
            "summary": f"An invented place, {dice.between(2, 90)} km from the next one.",
        }
        slug = f"{start}{end}-{kind[0]}-{at}".lower().replace(" ", "-")
        found.append(Entry(slug, fields))
    return tuple(found)


def _degrees(dice: Dice, low: float, high: float) -> float:
    return round(low + (high - low) * dice.below(10_000) / 10_000, 4)


def _groups(seed: int, number: int) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for at in range(number):
        emblem = EMBLEMS[at % len(EMBLEMS)]
        force = FORCES[at // len(EMBLEMS) % len(FORCES)]
        slug = f"{emblem}-{force}".lower()
        paper = f"{STARTS[at % len(STARTS)]}{ENDS[at % len(ENDS)]} {PAPERS[at % len(PAPERS)]}"
        key = f"profile-{slug}"
        fields: Record = {
            "name": f"{emblem} {force}",
            "aliases": [f"{emblem[0]}{force[0]}{at}", f"{force} of the {emblem}"],
            "kind": "state" if at % 10 == 0 else "militia",
            "parents": [found[at - at % 10].slug] if at % 10 in (3, 7) else [],
            "country": COUNTRIES[at % 7][0],
            "summary": "An invented group of an invented coast.",
            "relations": [{"says": "Close to the coast command", "by": paper, "sources": [key]}],
            "sources": [
                {
                    "key": key,
                    "title": f"Who they are: {emblem} {force}",
                    "publisher": paper,
                    "published": Day(2024, 1, 1 + at % 28),
                    "url": f"https://example.org/profiles/{slug}",
                    "language": "en",
                    "kind": "analysis",
                }
            ],
        }
        text: Text = ((("They have been named since the first of these incidents", (key,)),),)
        found.append(Entry(slug, _without_empty(fields), text))
    return tuple(found)


def _without_empty(fields: Record) -> Record:
    """What is not known is not written; an empty list is a value of some fields only."""
    kept = ("claimed_by", "attributed_to")
    return {
        name: value
        for name, value in fields.items()
        if not (value is None or value == "" or (value == [] and name not in kept))
    }
