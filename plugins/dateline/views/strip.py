"""A strip: how many incidents of a list fell on which day, week, month or year, by grade.

A brief of which only the month is known stands in no bar of days or weeks; how many there are is
said. The table that goes with a strip has the same numbers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.frozen import frozen
from dateline.model.brief import Verification
from dateline.model.facts import Facts
from dateline.views.grades import GRADES, Grade
from dateline.views.numbers import how_many, plain
from dateline.views.share import Share, shares
from dateline.views.strip_scale import MONTHS, Scale, scale_of

# Of the drawing; across it is stretched to the width of the page.
WIDTH, HEIGHT = 1000, 64
# The part of its place that a bar fills, and the most that it is wide.
FILLED, WIDEST = 0.85, 36
# How many incidents make a bar of the whole height, at the least: single ones stay low.
LEAST_FULL = 4


@frozen
class StripPart:
    """All bars of a grade as one outline."""

    grade: Grade
    outline: str


@frozen
class StripRow:
    """`numbers` are by grade, in the order of the strip's shares."""

    when: str
    numbers: tuple[int, ...]
    total: int


@frozen
class StripView:
    """`sentence` says the gist. `first` and `last` are the ends in words; `highest` is the number
    at the highest bar, `highest_x` where it stands, in hundredths of the width, and `anchor` which
    end of the number stands there. `height` is that of the highest bar.

    `shares` are the sums by grade, all of the list; `rows` those of the bars with incidents, and
    `undated` those of months, for what no bar shows. The two notes say how many of the list have no
    bar, and of how many the day is approximate; each is empty where there is none.
    """

    sentence: str
    unit: str
    first: str
    last: str
    highest: str
    highest_x: str
    anchor: str
    height: int
    parts: tuple[StripPart, ...]
    shares: tuple[Share, ...]
    rows: tuple[StripRow, ...]
    undated: tuple[StripRow, ...]
    total: int
    undated_note: str
    about_note: str


Bins = Mapping[int, Counter[Verification]]


def strip_view(briefs: Iterable[Facts], said: str = "") -> StripView | None:
    """`briefs` in the order of the archive. `said` follows the number of incidents, where they are
    those of a kind ("claimed or attributed").

    None where there is no course of time to be seen: not two incidents, or all in one bar.
    """
    listed = list(briefs)
    if len(listed) < 2:
        return None
    scale = scale_of(listed)
    shown = listed if scale.holds_months else [b for b in listed if not _is_undated(b)]
    bins = _binned(shown, scale)
    if len(bins) < 2:
        return None
    undated = [] if scale.holds_months else [b for b in listed if _is_undated(b)]
    of_grades = shares(listed)
    grades = [v for v, grade in GRADES.items() if any(s.grade is grade for s in of_grades)]
    most = max(found.total() for found in bins.values())
    highest = min(at for at, found in bins.items() if found.total() == most)
    height = HEIGHT * most // max(most, LEAST_FULL)
    x = _Across(min(bins), max(bins))
    return StripView(
        sentence=_sentence(listed, said, scale, shown, bins, len(undated)),
        unit=scale.unit,
        first=scale.end_words(shown[0].date),
        last=scale.end_words(shown[-1].date),
        highest=f"{most:,}",
        highest_x=plain(x.middle(highest) / WIDTH * 100),
        anchor=_anchor(x.middle(highest) / WIDTH),
        height=height,
        parts=tuple(_parts(grades, bins, height / most, x)),
        shares=of_grades,
        rows=tuple(_row(scale.words(at), grades, bins[at]) for at in sorted(bins)),
        undated=tuple(_undated_rows(undated, grades)),
        total=len(listed),
        undated_note=_undated_note(len(undated)),
        about_note=_about_note(sum(b.precision == "approximate" for b in listed)),
    )


def _is_undated(brief: Facts) -> bool:
    return brief.precision == "month"


def _binned(briefs: Iterable[Facts], scale: Scale) -> dict[int, Counter[Verification]]:
    """By the number of the day, week, month or year; only those with incidents."""
    bins: dict[int, Counter[Verification]] = {}
    for brief in briefs:
        bins.setdefault(scale.number(brief.date), Counter())[brief.verification] += 1
    return bins


@frozen
class _Across:
    """Where bars stand: the first at the left end, the last at the right one."""

    first: int
    last: int

    @property
    def wide(self) -> float:
        return min(WIDEST, FILLED * WIDTH / (self.last - self.first + 1))

    def left(self, at: int) -> float:
        return (at - self.first) / (self.last - self.first) * (WIDTH - self.wide)

    def middle(self, at: int) -> float:
        return self.left(at) + self.wide / 2


def _parts(
    grades: Sequence[Verification], bins: Bins, step: float, x: _Across
) -> Iterator[StripPart]:
    """From the base line up in the order of the grades; an incident is `step` high."""
    base = step * max(found.total() for found in bins.values())
    below: Counter[int] = Counter()
    for grade in grades:
        bars = []
        for at in sorted(bins):
            if n := bins[at][grade]:
                bottom, top = plain(base - step * below[at]), plain(base - step * (below[at] + n))
                left, right = plain(x.left(at)), plain(x.left(at) + x.wide)
                bars.append(f"M{left} {top}V{bottom}H{right}V{top}z")
                below[at] += n
        if bars:
            yield StripPart(GRADES[grade], "".join(bars))


def _anchor(place: float) -> str:
    """The number at a bar near an end of the strip stays inside it."""
    if place < 0.04:
        return "start"
    return "end" if place > 0.96 else "middle"


def _row(when: str, grades: Sequence[Verification], found: Counter[Verification]) -> StripRow:
    return StripRow(when, tuple(found[grade] for grade in grades), found.total())


def _undated_rows(briefs: Iterable[Facts], grades: Sequence[Verification]) -> Iterator[StripRow]:
    for at, found in _binned(briefs, MONTHS).items():
        yield _row(f"{MONTHS.words(at)}, day not known", grades, found)


def _sentence(
    listed: Sequence[Facts],
    said: str,
    scale: Scale,
    shown: Sequence[Facts],
    bins: Bins,
    undated: int,
) -> str:
    """ "57 incidents from 18 October to 29 November 2023; most in a day: 4 on 23 October 2023"."""
    kind = f" {said}" if said else ""
    span = scale.span_words(shown[0].date, shown[-1].date)
    most = max(found.total() for found in bins.values())
    where = [scale.words(at) for at in sorted(bins) if bins[at].total() == most]
    unit = scale.unit.lower()
    if most == 1:
        peak = f"never more than one in a {unit}"
    elif len(where) > 2:
        peak = f"most in a {unit}: {most:,}, in {len(where):,} of them"
    else:
        peak = f"most in a {unit}: {most:,} {scale.preposition} {' and '.join(where)}"
    rest = f"; of {undated:,} more only the month is known" if undated else ""
    return f"{how_many(len(listed) - undated, 'incident')}{kind} from {span}; {peak}{rest}"


def _undated_note(n: int) -> str:
    if not n:
        return ""
    return f"Of {how_many(n, 'more incident')} only the month is known; no bar shows them."


def _about_note(n: int) -> str:
    if not n:
        return ""
    one = "it is" if n == 1 else "they are"
    return f"The day of {how_many(n, 'incident')} is approximate; {one} counted on the day given."
