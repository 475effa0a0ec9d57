"""Who says what: claims, attributions, denials and confirmations, which never merge."""

from collections.abc import Iterable, Mapping

from dateline.archive import Archive, ListedSource
from dateline.frozen import frozen
from dateline.model.brief import Attribution, Brief, Claim, Denial, Witness
from dateline.plan import Site
from dateline.views.days import short_day
from dateline.views.grades import STANDINGS
from dateline.views.link import Link, Mark, link_to
from dateline.views.sources import marks
from dateline.views.statements import CONFIDENCE, GENERAL, MODES, ROLES


@frozen
class Statement:
    """One statement: `before`, `who`, `after` make its sentence.

    `symbol` names the mark of the theme. `standing` says in words that it no longer stands.
    `denials` are those of the one it names.
    """

    symbol: str
    before: str
    who: Link
    after: str
    day: str
    standing: str
    note: str
    marks: tuple[Mark, ...]
    denials: tuple["Statement", ...] = ()


@frozen
class Ledger:
    """The columns; a sentence of `no_…` stands where one is empty, and is empty otherwise."""

    claims: tuple[Statement, ...]
    no_claims: str
    attributions: tuple[Statement, ...]
    no_attributions: str
    confirmations: tuple[Statement, ...]
    no_confirmations: str
    disputes: tuple[Statement, ...]
    denials: tuple[Statement, ...]


def ledger(
    archive: Archive, site: Site, brief: Brief, listed: Mapping[str, ListedSource]
) -> Ledger:
    scribe = _Scribe(archive, site, listed)
    denials = brief.denied_by or ()
    attributed = {said.group for said in brief.attributed_to or () if said.group}
    return Ledger(
        claims=tuple(scribe.claim(claim) for claim in brief.claimed_by or ()),
        no_claims=_empty(brief.claimed_by, "claimed it", "No claim known."),
        attributions=tuple(scribe.attribution(said, denials) for said in brief.attributed_to or ()),
        no_attributions=_empty(
            brief.attributed_to, "attributed it to anyone", "No attribution known."
        ),
        confirmations=tuple(scribe.witness(by, "confirmed") for by in brief.confirmed_by),
        no_confirmations="" if brief.confirmed_by else "No confirmation known.",
        disputes=tuple(scribe.witness(by, "disputed") for by in brief.disputed_by),
        denials=tuple(
            scribe.denial(denial) for denial in denials if denial.group not in attributed
        ),
    )


def _empty(items: Iterable[object] | None, done: str, none_found: str) -> str:
    if items is None:
        return f"Not recorded here whether anyone {done}."
    return "" if tuple(items) else none_found


@frozen
class _Scribe:
    archive: Archive
    site: Site
    listed: Mapping[str, ListedSource]

    def claim(self, claim: Claim) -> Statement:
        return Statement(
            symbol="claimed" if claim.stands else "gone",
            before="Claimed by",
            who=self.group(claim.group),
            after=MODES[claim.mode],
            day=short_day(claim.date) if claim.date else "",
            standing=STANDINGS[claim.standing],
            note=claim.note,
            marks=marks(claim.sources, self.listed),
        )

    def attribution(self, said: Attribution, denials: Iterable[Denial]) -> Statement:
        tails = [GENERAL] if said.scope == "series" else []
        if said.confidence is not None:
            tails.append(CONFIDENCE[said.confidence])
        own = (denial for denial in denials if said.group and denial.group == said.group)
        return Statement(
            symbol="attributed" if said.standing == "stands" else "gone",
            before=f"According to {said.by}, {ROLES[said.role, said.scope]}",
            who=self.group(said.group) if said.group else Link(said.actor),
            after="; ".join(tails),
            day=short_day(said.date) if said.date else "",
            standing=STANDINGS[said.standing],
            note=said.note,
            marks=marks(said.sources, self.listed),
            denials=tuple(self.denial(denial) for denial in own),
        )

    def denial(self, denial: Denial) -> Statement:
        return Statement(
            symbol="denied",
            before="Denied by",
            who=self.group(denial.group) if denial.group else Link(denial.by),
            after="",
            day=short_day(denial.date) if denial.date else "",
            standing="",
            note=denial.note,
            marks=marks(denial.sources, self.listed),
        )

    def witness(self, witness: Witness, symbol: str) -> Statement:
        return Statement(
            symbol=symbol,
            before="",
            who=Link(witness.by),
            after="",
            day=short_day(witness.date) if witness.date else "",
            standing="",
            note=witness.note,
            marks=marks(witness.sources, self.listed),
        )

    def group(self, slug: str) -> Link:
        return link_to(self.site, self.archive.groups[slug].value.name, "group", slug)
