"""Sums of counts over several rows or several briefs (brief format, "Counts").

Unknown is never 0: a sum says beside its numbers how many of its figures are unknown, and where
none is known it has no number at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args, get_type_hints

from dateline.archive.archive import Archive
from dateline.archive.entry import Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief, Casualties
from dateline.model.count import Bounds, Count

Harm = Literal["killed", "injured"]
Use = Literal["launched", "intercepted"]

HARMS: tuple[Harm, ...] = get_args(Harm)
USES: tuple[Use, ...] = get_args(Use)
SIDES: tuple[str, ...] = get_args(get_type_hints(Casualties)["side"])


@frozen
class Sum:
    """`low` to `high` over the known figures, `unknown` the number of the others.

    Without a known figure low is None. High is None with `open`: at least low. `best` is there only
    where every known figure names one number as its best.
    """

    low: int | None
    high: int | None
    best: int | None
    unknown: int

    @property
    def is_known(self) -> bool:
        return self.low is not None

    @property
    def open(self) -> bool:
        return self.is_known and self.high is None


@frozen
class LeftOut:
    """A known figure for several briefs that a list leaves out, for it holds some of them only.

    `owner` is the brief in which it is written, `briefs` the ids of all for which it holds.
    """

    harm: Harm
    row: Casualties
    owner: Entry[Brief]
    briefs: tuple[str, ...]


@frozen
class CasualtySums:
    """By harm and side; a pair for which no brief has a row is not in `sums`."""

    sums: Mapping[tuple[Harm, str], Sum]
    left_out: tuple[LeftOut, ...]


def total(counts: Iterable[Count]) -> Sum | None:
    """Each count's best figure, a range as that range, else its low to high. None without any."""
    every = tuple(counts)
    if not every:
        return None
    known = [(count, bounds) for count in every if (bounds := count.reckoned) is not None]
    unknown = len(every) - len(known)
    if not known:
        return Sum(None, None, None, unknown)
    return Sum(
        low=sum(bounds.low for _, bounds in known),
        high=_all(bounds.high for _, bounds in known),
        best=_all(_number(count.best) for count, _ in known),
        unknown=unknown,
    )


def weapon_totals(briefs: Iterable[Entry[Brief]], weapon: str = "") -> dict[Use, Sum | None]:
    """How many were launched and how many intercepted: of all weapons, or of the type `weapon`
    alone.

    A figure for several types belongs to none of them (brief format, "What counts"), so only the
    sum over all weapons holds it.
    """
    rows = [
        (row.launched, row.intercepted)
        for entry in briefs
        for row in entry.value.weapons or ()
        if not weapon or row.type == (weapon,)
    ]
    return {
        "launched": total(launched for launched, _ in rows),
        "intercepted": total(intercepted for _, intercepted in rows),
    }


def casualty_sums(archive: Archive, briefs: Iterable[Entry[Brief]]) -> CasualtySums:
    """The people killed and hurt in these briefs by the attacks themselves.

    A figure for several briefs is summed only where all of them are here and none has a known
    figure of its own of the same kind and side. If some of them only are here, it is left out and
    named.
    """
    listed = {entry.slug: (entry, entry.value.casualties or ()) for entry in briefs}
    counts: dict[tuple[Harm, str], list[Count]] = {}
    own: set[tuple[str, Harm, str]] = set()
    for slug, (_, rows) in listed.items():
        for row in rows:
            if row.cause != "attack" or row.shared_with:
                continue
            for harm in HARMS:
                counts.setdefault((harm, row.side), []).append(_count(row, harm))
                if not _count(row, harm).is_unknown:
                    own.add((slug, harm, row.side))
    left_out: list[LeftOut] = []
    for owner, row in _shared_rows(archive, listed):
        sharing = _briefs_of(archive, owner, row)
        for harm in HARMS:
            count = _count(row, harm)
            if any(slug not in listed for slug in sharing):
                if not count.is_unknown:
                    left_out.append(LeftOut(harm, row, owner, sharing))
            elif not any((slug, harm, row.side) in own for slug in sharing):
                counts.setdefault((harm, row.side), []).append(count)
    sums = {key: summed for key, found in counts.items() if (summed := total(found)) is not None}
    in_order = {(harm, side): None for harm in HARMS for side in SIDES if (harm, side) in sums}
    return CasualtySums({key: sums[key] for key in in_order}, tuple(left_out))


# Listed briefs by id, each with its rows: with many of them a value is not there a second time.
_Listed = Mapping[str, tuple[Entry[Brief], tuple[Casualties, ...]]]


def _shared_rows(archive: Archive, listed: _Listed) -> Iterator[tuple[Entry[Brief], Casualties]]:
    """The rows for several briefs that are written in a listed one; then those that hold for a
    listed one and are written elsewhere, each once."""
    elsewhere: dict[tuple[str, Casualties], Entry[Brief]] = {}
    for entry, rows in listed.values():
        for row in rows:
            if row.cause == "attack" and row.shared_with:
                yield entry, row
        for owner, row in archive.shared_figures.get(entry.slug, ()):
            if row.cause == "attack" and owner.slug not in listed:
                elsewhere[owner.slug, row] = owner
    for (_, row), owner in elsewhere.items():
        yield owner, row


def _briefs_of(archive: Archive, owner: Entry[Brief], row: Casualties) -> tuple[str, ...]:
    """The ids of the briefs for which a row holds, the one that it is written in first."""
    others = (archive.by_id[name].slug for name in row.shared_with)
    return tuple(dict.fromkeys((owner.slug, *others)))


def _count(row: Casualties, harm: Harm) -> Count:
    return row.killed if harm == "killed" else row.injured


def _number(best: Bounds | None) -> int | None:
    return best.low if best is not None and best.low == best.high else None


def _all(numbers: Iterable[int | None]) -> int | None:
    """Their sum; None as soon as one is missing."""
    found = 0
    for number in numbers:
        if number is None:
            return None
        found += number
    return found
