"""Makes docs/coverage.md: what the archive holds, what it leaves out, and what may be concluded.

    inv coverage

All of it is reckoned from content/, from docs/gathered.yaml and from the description in
pelicanconf.py, the months as the page of totals reckons them. The same bytes on every machine and
any day.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from itertools import groupby
from pathlib import Path

import yaml
from pelican.settings import read_settings

from dateline.archive import Archive, Entry, build
from dateline.archive.months import ByGrade, Month, months
from dateline.archive.reckoning import Reckoner, Scope, scope_of
from dateline.archive.series import Series, in_order, most_common
from dateline.briefs.view import TARGET_KINDS
from dateline.check import check, collect
from dateline.door.settings import policy
from dateline.findings import has_errors
from dateline.findings.formats import write
from dateline.model.brief import Brief, Verification
from dateline.model.country import country_name
from dateline.model.registry import Total
from dateline.read.content import read_content
from dateline.totals.why import why
from dateline.totals.words import difference_words, since_words
from dateline.views.area import area_words
from dateline.views.days import day_words, month_words, short_day
from dateline.views.grades import GRADES
from dateline.views.numbers import bounds_words, how_many

COVERAGE = "docs/coverage.md"
GATHERED = "docs/gathered.yaml"


class NotMade(Exception):
    """What it is made from is not in order; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """An incident of the register of what was gathered. `title` is there where it may be left out
    of the archive."""

    id: str
    strength: str
    title: str

    @property
    def is_thin(self) -> bool:
        return self.strength == "thin"

    @property
    def month(self) -> str:
        """As its id begins: 2023-10."""
        return self.id[:7]


def main(root: Path) -> int:
    try:
        text = made(root)
    except NotMade as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    (root / COVERAGE).write_text(text, encoding="utf-8", newline="\n")
    print(f"{COVERAGE} is written.")
    return 0


def made(root: Path) -> str:
    """The text for the archive below `root`, as it should stand in docs/coverage.md."""
    settings = read_settings(str(root / "pelicanconf.py"))
    content = read_content(root / "content", "content")
    collection = collect(content)
    findings = check(content, collection, policy(settings))
    if has_errors(findings):
        told = write([finding for finding in findings if finding.is_error], "text")
        raise NotMade(f"{told}{COVERAGE} is made of content without an error")
    register = gathered((root / GATHERED).read_text(encoding="utf-8"))
    return coverage(build(collection), register, str(settings["SITE_DESCRIPTION"]))


def gathered(text: str) -> tuple[Gathered, ...]:
    found = []
    for name, known in yaml.safe_load(text).items():
        one = Gathered(str(name), str(known["strength"]), str(known.get("title", "")))
        if one.is_thin and not one.title:
            raise NotMade(f"{GATHERED}: {name} is thin and has no title; give it one")
        found.append(one)
    return tuple(found)


def coverage(archive: Archive, register: Sequence[Gathered], description: str) -> str:
    reckoner = Reckoner(archive)
    series = most_common(archive.totals.values())
    by_month = months(archive, series, reckoner)
    parts = (
        _head(archive, series, description),
        _conclusions(series, by_month),
        _what_is_in(archive, series, by_month),
        _what_is_out(archive, register),
        _gaps(archive, series, by_month, reckoner),
        _monitors(archive, reckoner),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(archive: Archive, series: Series | None, description: str) -> Iterator[str]:
    yield "# Coverage"
    yield f"<!-- Made by inv coverage from content/ and {GATHERED}. A change goes there. -->"
    yield "For whoever wants to know what may be concluded from this archive, and what may not."
    yield f"**Scope.** {description}"
    if archive.briefs:
        first, last = archive.briefs[0].facts, archive.briefs[-1].facts
        yield f"**Period.** {_first_day(first.date, last.date)}"
    counted = Counter(entry.facts.verification for entry in archive.briefs)
    grades = ", ".join(_grades(counted))
    yield (
        f"**Extent.** {how_many(len(archive.briefs), 'incident')}: {grades or 'none yet'}. "
        "[The methodology](../content/pages/methodology.md) says what these grades mean."
    )
    if series is not None:
        yield (
            "**Held against.** The official counts that count "
            f"{since_words(series.scope.since)}, {area_words(series.scope.area)}: "
            f"{len(series.totals):,} of them, the last of "
            f"{day_words(series.totals[-1].value.as_of)}."
        )


def _first_day(first: Day, last: Day) -> str:
    if first == last:
        return f"All incidents are of {day_words(first)}."
    return f"The first incident is of {day_words(first)}, the last of {day_words(last)}."


def _grades(counted: ByGrade) -> Iterator[str]:
    for key, grade in GRADES.items():
        if counted.get(key):
            yield f"{counted[key]:,} {grade.word.lower()}"


def _conclusions(series: Series | None, by_month: Sequence[Month]) -> Iterator[str]:
    yield "## What may be concluded"
    points = [
        "A number here counts incidents that somebody described singly. It is no number of "
        "attacks: several may be one incident, and many were never described.",
        "A month with few incidents here is one of which little was found. That little happened "
        "does not follow.",
        "The grade says how well it is known that an incident took place. It does not say who was "
        "behind it.",
        "What only a group claimed is left out as a rule: shares of what was claimed cannot be "
        "reckoned from these numbers.",
    ]
    if series is not None:
        uncounted = sum(month.counted is None for month in by_month)
        points += [
            "The official counts say how many, and hardly ever which. Whether one of ours is among "
            "them is known of a few only; the figures on gaps stand under that condition.",
            f"In {how_many(uncounted, 'month')} of {len(by_month):,} there is no official count to "
            "hold ours against. How much is missing there nobody can say.",
        ]
        if any(month.n_elsewhere for month in by_month):
            points.append(
                "Incidents elsewhere are held against no count: those that others gave for other "
                "areas stand below, and count other things."
            )
    yield "\n".join(f"- {point}" for point in points)


def _what_is_in(
    archive: Archive, series: Series | None, by_month: Sequence[Month]
) -> Iterator[str]:
    yield "## What is in"
    yield "Incidents by month and grade. One of which only the month is known stands in its month."
    words = [grade.word for grade in GRADES.values()]
    if series is None:
        yield _table(
            ["Month", *words, "All"],
            [
                *([_month_of(one), *_numbers(one.here)] for one in by_month),
                ["Together", *_numbers(_summed(one.here for one in by_month))],
            ],
        )
    else:
        area = area_words(series.scope.area)
        yield f"The first numbers are those {area}, the second those of all other places."
        yield _table(
            ["Month", *words, "All", *(f"Elsewhere: {word.lower()}" for word in words), "All"],
            [
                *(
                    [_month_of(one), *_numbers(one.here), *_numbers(one.elsewhere)]
                    for one in by_month
                ),
                [
                    "Together",
                    *_numbers(_summed(one.here for one in by_month)),
                    *_numbers(_summed(one.elsewhere for one in by_month)),
                ],
            ],
        )
    yield "By place; an incident at places in two of them is counted in each."
    yield _table(["Country", *words, "All"], _by(_countries(archive)))
    yield "By kind of target."
    yield _table(["Target", *words, "All"], _by(_targets(archive)))


def _countries(archive: Archive) -> Iterator[tuple[str, Entry[Brief]]]:
    for entry in archive.briefs:
        codes = {archive.locations[slug].value.country for slug in entry.facts.locations}
        for code in codes:
            yield country_name(code), entry


def _targets(archive: Archive) -> Iterator[tuple[str, Entry[Brief]]]:
    for entry in archive.briefs:
        kind = entry.value.target_kind
        yield TARGET_KINDS[kind].capitalize() if kind else "Not known", entry


def _by(named: Iterable[tuple[str, Entry[Brief]]]) -> list[list[str]]:
    """The most first; of two, by name."""
    found: dict[str, Counter[Verification]] = {}
    for name, entry in named:
        found.setdefault(name, Counter())[entry.facts.verification] += 1
    order = sorted(found, key=lambda name: (-found[name].total(), name))
    return [[name, *_numbers(found[name])] for name in order]


def _what_is_out(archive: Archive, register: Sequence[Gathered]) -> Iterator[str]:
    out = [one for one in register if one.id not in archive.by_id]
    thin = sorted((one for one in out if one.is_thin), key=lambda one: one.id)
    missing = [one for one in out if not one.is_thin]
    yield "## What is out"
    yield (
        "[gathered.yaml](gathered.yaml) is the register of what was gathered: "
        f"{how_many(len(register), 'incident')} of which accounts were found, and how well they "
        f"carry each. {how_many(len(register) - len(out), 'has', 'have')} a brief. "
        f"{how_many(len(thin), 'is', 'are')} left out, because what was found is too thin to stand "
        "on: the group's claim only, one weak republisher, or a scope that cannot be told. A title "
        "below says what was reported or claimed, and no more."
    )
    for name, ones in groupby(thin, key=lambda one: one.month):
        items = tuple(ones)
        yield f"### {month_words(int(name[:4]), int(name[5:]))}: {len(items):,}"
        yield "\n".join(f"- `{one.id}`: {_plain(one.title)}" for one in items)
    if missing:
        yield f"{how_many(len(missing), 'more has', 'more have')} no brief yet:"
        yield "\n".join(f"- `{one.id}`" for one in missing)
    gone = len(archive.withdrawn) + len(archive.merged)
    if gone:
        yield (
            f"{how_many(len(archive.withdrawn), 'brief was', 'briefs were')} withdrawn and "
            f"{how_many(len(archive.merged), 'was', 'were')} merged into another: they keep their "
            "pages and are in no number."
        )


def _gaps(
    archive: Archive, series: Series | None, by_month: Sequence[Month], reckoner: Reckoner
) -> Iterator[str]:
    yield "## Known gaps"
    if series is None:
        yield "No official counts are recorded that could be held against ours month by month."
    else:
        yield (
            "The last official count of each month that has one, by how much it grew since the "
            "last one of an earlier month, and ours in exactly the same days, "
            f"{area_words(series.scope.area)}."
        )
        yield _table(
            ["Month", "Official count", "It grew by", "Ours", "Why they differ"],
            list(_gap_rows(by_month)),
        )
        without = [_month_of(one) for one in by_month if one.counted is None]
        if without:
            yield f"Without an official count: {', '.join(without)}."
    joined = {entry.slug for entry in series.totals} if series is not None else set()
    others = [
        entry
        for entry in in_order(archive.totals.values())
        if entry.value.official and entry.slug not in joined
    ]
    if others:
        yield "Official counts of another first day or another area, or without a number:"
        yield _totals(others, reckoner)


def _gap_rows(by_month: Sequence[Month]) -> Iterator[list[str]]:
    for month in by_month:
        counted = month.counted
        if counted is None:
            continue
        number = f"{bounds_words(counted.number)} up to {short_day(counted.day)}"
        grown = difference_words(counted.grown)
        if counted.before is not None:
            grown += f" since {short_day(counted.before)}"
        elif counted.since is not None:
            grown += f" from {short_day(counted.since)}"
        yield [_month_of(month), number, grown, f"{counted.held.n:,}", why(counted)]


def _monitors(archive: Archive, reckoner: Reckoner) -> Iterator[str]:
    monitors = [e for e in in_order(archive.totals.values()) if not e.value.official]
    if monitors:
        yield "## What the monitors counted"
        yield (
            "Counts of those who hold no office, by rules of their own; ours is counted over the "
            "same days and the same area."
        )
        yield _totals(monitors, reckoner)


def _totals(totals: Sequence[Entry[Total]], reckoner: Reckoner) -> str:
    """A scope that several have is said once, below."""
    scopes = list(dict.fromkeys(entry.value.scope for entry in totals if entry.value.scope))
    rows = []
    for entry in totals:
        total = entry.value
        scope: Scope = scope_of(total)
        note = f" ({scopes.index(total.scope) + 1})" if total.scope else ""
        rows.append(
            [
                short_day(total.as_of),
                _plain(total.by),
                f"{since_words(scope.since)}, {area_words(scope.area)}{note}",
                bounds_words(total.count.bounds),
                f"{reckoner.ours(total).n:,}",
            ]
        )
    table = _table(["Up to", "Counted by", "Counted", "Their count", "Ours"], rows)
    notes = [f"({number}) {_plain(scope)}" for number, scope in enumerate(scopes, start=1)]
    return "\n\n".join([table, *notes])


def _month_of(month: Month) -> str:
    return month_words(month.first.year, month.first.month)


def _summed(grades: Iterable[ByGrade]) -> Counter[Verification]:
    found: Counter[Verification] = Counter()
    for one in grades:
        found.update(one)
    return found


def _numbers(grades: ByGrade) -> list[str]:
    """By grade, and all."""
    found = [grades.get(key, 0) for key in GRADES]
    return [f"{n:,}" for n in (*found, sum(found))]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns of numbers stand to the right."""
    numeric = [
        bool(rows) and all(re.fullmatch(r"[\d,]+", row[at]) for row in rows)
        for at in range(len(head))
    ]
    lines = [head, ["--:" if one else "---" for one in numeric], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(text: str) -> str:
    """Words of the content as they are: nothing in them is Markdown."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)
