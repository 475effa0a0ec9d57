"""Sums over the incidents of an entry: people killed and hurt, weapons launched and stopped."""

from collections.abc import Iterable, Iterator

from dateline.archive import Archive
from dateline.archive.sums import HARMS, SIDES, LeftOut, Sum, casualty_sums, weapon_totals
from dateline.facets.stretches import Briefs
from dateline.frozen import frozen
from dateline.model.count import Bounds
from dateline.plan import Site
from dateline.views.link import Link, link_to
from dateline.views.numbers import UNKNOWN, bounds_words, how_many

SIDE_WORDS = {
    "us": "US",
    "coalition": "Coalition",
    "partner": "Partner forces",
    "attacker": "Attackers",
    "civilian": "Civilians",
    "other": "Others",
}


@frozen
class SumCell:
    """`unknown` says how many of the figures are not known; empty where all are."""

    words: str
    is_known: bool
    unknown: str


@frozen
class SumRow:
    label: str
    cells: tuple[SumCell, ...]


@frozen
class LeftOutView:
    """A figure that is in no sum: it is for several incidents, and the list lacks some of them."""

    words: str
    owner: Link


@frozen
class SumsView:
    """`what` heads the column of the rows' labels."""

    heading: str
    what: str
    columns: tuple[str, ...]
    rows: tuple[SumRow, ...]
    left_out: tuple[LeftOutView, ...]


def people_sums(archive: Archive, site: Site, slug: str, briefs: Briefs) -> SumsView | None:
    """By side; None where no incident has a row of people."""
    sums = casualty_sums(archive, briefs)
    rows = tuple(
        SumRow(SIDE_WORDS[side], tuple(_cell(sums.sums.get((harm, side))) for harm in HARMS))
        for side in SIDES
        if any((harm, side) in sums.sums for harm in HARMS)
    )
    left_out = tuple(_left_out(site, sums.left_out))
    if not rows and not left_out:
        return None
    columns = ("Killed", "Injured")
    return SumsView("People killed or hurt, added up", "Side", columns, rows, left_out)


def weapon_sums(archive: Archive, site: Site, slug: str, briefs: Briefs) -> SumsView | None:
    """How many of one weapon type; None where no row names it alone."""
    used = weapon_totals(briefs, slug)
    if used["launched"] is None:
        return None
    name = archive.weapons[slug].value
    cells = (_cell(used["launched"]), _cell(used["intercepted"]))
    row = SumRow(name.plural or name.name, cells)
    return SumsView("How many, added up", "Weapon", ("Launched", "Intercepted"), (row,), ())


def _cell(found: Sum | None) -> SumCell:
    if found is None:
        return SumCell("no figure", is_known=False, unknown="")
    unknown = f"not known in {how_many(found.unknown, 'more figure')}" if found.unknown else ""
    if found.low is None:
        words = f"{UNKNOWN} in {how_many(found.unknown, 'figure')}"
        return SumCell(words, is_known=False, unknown="")
    return SumCell(bounds_words(Bounds(found.low, found.high)), is_known=True, unknown=unknown)


def _left_out(site: Site, figures: Iterable[LeftOut]) -> Iterator[LeftOutView]:
    for figure in figures:
        count = figure.row.killed if figure.harm == "killed" else figure.row.injured
        words = f"{figure.row.who}: {bounds_words(count.reckoned)} {figure.harm}"
        owner = figure.owner
        yield LeftOutView(words, link_to(site, owner.value.title, "brief", owner.slug))
