"""Every number of a brief with who gave it, when, and where it is written."""

from collections.abc import Iterator, Mapping

from dateline.archive import Archive, ListedSource
from dateline.frozen import frozen
from dateline.model.brief import Brief, Casualties, Damage, OfficialCount, WeaponUse
from dateline.model.count import Account, Bounds, Count
from dateline.plan import Site
from dateline.views.days import short_day
from dateline.views.link import Link, Mark, link_to
from dateline.views.numbers import UNKNOWN, bounds_words
from dateline.views.sources import marks, publishers


@frozen
class Cell:
    """A number, or the words that stand in its place."""

    words: str
    is_number: bool


@frozen
class AccountView:
    """One speaker's number. `remark` says whether it is taken as best or was replaced."""

    words: str
    is_known: bool
    by: str
    day: str
    remark: str
    note: str
    marks: tuple[Mark, ...]


@frozen
class FigureView:
    """What is counted and what the accounts come to, in columns.

    `shared` are briefs for which the figure holds together with this one.
    """

    label: str
    low: Cell
    best: Cell
    high: Cell
    is_known: bool
    accounts: tuple[AccountView, ...]
    note: str
    shared: tuple[Link, ...] = ()
    written_in: Link | None = None


@frozen
class DamageView:
    words: str
    by: str
    note: str
    marks: tuple[Mark, ...]


DAMAGE = {"none": "None", "minor": "Minor", "major": "Major", "unknown": "Not known"}


def weapon_figures(
    archive: Archive, brief: Brief, listed: Mapping[str, ListedSource]
) -> Iterator[FigureView]:
    for weapon in brief.weapons or ():
        name = _weapon_name(archive, weapon)
        place = archive.locations[weapon.location].value.name if weapon.location else ""
        where = f" at {place}" if place and len(brief.locations) > 1 else ""
        for count, done in ((weapon.launched, "launched"), (weapon.intercepted, "intercepted")):
            note = weapon.note if done == "launched" else ""
            yield _figure(f"{name} {done}{where}", count, weapon.sources, note, listed)


def _weapon_name(archive: Archive, weapon: WeaponUse) -> str:
    if not weapon.type:
        return "Weapons of unknown type"
    names = [archive.weapons[slug].value for slug in weapon.type]
    words = [weapon.plural or weapon.name for weapon in names]
    text = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return text[:1].upper() + text[1:]


def casualty_figures(
    archive: Archive, site: Site, brief: Brief, listed: Mapping[str, ListedSource]
) -> Iterator[FigureView]:
    for row in brief.casualties or ():
        related = " (not from the attack itself; never summed)" if row.cause == "related" else ""
        shared = tuple(
            link_to(site, archive.by_id[other].value.title, "brief", other)
            for other in row.shared_with
        )
        note = row.note
        for count, done in _told(row):
            label = f"{row.who}: {done}{related}"
            yield _figure(label, count, row.sources, note, listed, shared)
            note = ""


def _told(row: Casualties) -> list[tuple[Count, str]]:
    """Both counts, unknown or not; of what did not come from the attack only what somebody said."""
    both = [(row.killed, "killed"), (row.injured, "injured")]
    if row.cause == "attack":
        return both
    return [(count, done) for count, done in both if not count.is_unknown] or both


def shared_figures(archive: Archive, site: Site, brief: Brief) -> Iterator[FigureView]:
    """Figures for several briefs that are written in another one of them."""
    for owner, row in archive.shared_figures.get(brief.id, ()):
        link = link_to(site, owner.value.title, "brief", owner.slug)
        for count, done in ((row.killed, "killed"), (row.injured, "injured")):
            if not count.is_unknown:
                yield _bare_figure(f"{row.who}: {done}", count, row.note, link)


def damage_view(damage: Damage | None, listed: Mapping[str, ListedSource]) -> DamageView | None:
    if damage is None:
        return None
    by = damage.by or publishers(damage.sources, listed)
    return DamageView(DAMAGE[damage.level], by, damage.note, marks(damage.sources, listed))


def official_view(
    official: OfficialCount | None, listed: Mapping[str, ListedSource]
) -> FigureView | None:
    """How many attacks the official counts make of it; 0 means outside what they count."""
    if official is None:
        return None
    count = official.n
    if not count.accounts:
        account = Account(count.plain, official.by, official.sources)
        count = Count(accounts=(account,))
    return _figure("Attacks in the official counts", count, (), official.note, listed)


def _figure(
    label: str,
    count: Count,
    sources: tuple[str, ...],
    note: str,
    listed: Mapping[str, ListedSource],
    shared: tuple[Link, ...] = (),
) -> FigureView:
    if count.accounts:
        accounts = tuple(_account(account, listed) for account in count.accounts)
    elif count.plain is not None:
        by = publishers(sources, listed)
        accounts = (
            AccountView(bounds_words(count.plain), True, by, "", "", "", marks(sources, listed)),
        )
    else:
        accounts = ()
    low, best, high = _columns(count)
    return FigureView(label, low, best, high, not count.is_unknown, accounts, note, shared)


def _bare_figure(label: str, count: Count, note: str, owner: Link) -> FigureView:
    low, best, high = _columns(count)
    return FigureView(label, low, best, high, True, (), note, written_in=owner)


def _columns(count: Count) -> tuple[Cell, Cell, Cell]:
    bounds = count.bounds
    if bounds is None:
        unknown = Cell(UNKNOWN, is_number=False)
        return unknown, unknown, unknown
    best = Cell("none named", is_number=False) if count.best is None else _range(count.best)
    return _number(bounds.low), best, _number(bounds.high, "open")


def _range(bounds: Bounds) -> Cell:
    return Cell(bounds_words(bounds), is_number=True)


def _number(n: int | None, otherwise: str = "") -> Cell:
    return Cell(otherwise, is_number=False) if n is None else Cell(f"{n:,}", is_number=True)


def _account(account: Account, listed: Mapping[str, ListedSource]) -> AccountView:
    remarks = []
    if account.best:
        remarks.append("taken as best")
    if account.superseded:
        remarks.append("replaced since, no longer reckoned with")
    return AccountView(
        words=bounds_words(account.n),
        is_known=account.n is not None,
        by=account.by,
        day=short_day(account.as_of) if account.as_of else "",
        remark="; ".join(remarks),
        note=account.note,
        marks=marks(account.sources, listed),
    )
