"""What the page of a brief shows, from its title to the brief after it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from markupsafe import Markup

from dateline.archive import Archive, Entry, ListedSource, listed_sources
from dateline.briefs.citation import CitationView, citation_view
from dateline.briefs.figures import (
    DamageView,
    FigureView,
    casualty_figures,
    damage_view,
    official_view,
    shared_figures,
    weapon_figures,
)
from dateline.briefs.ledger import Ledger, ledger
from dateline.briefs.linked_data import linked_data
from dateline.briefs.near import NearView, near_view
from dateline.briefs.neighbours import Neighbours
from dateline.frozen import frozen
from dateline.model.brief import Brief, Revision
from dateline.model.country import country_name
from dateline.plan import Site
from dateline.views.days import day_words, incident_words, machine_day, time_words
from dateline.views.frame import Frame, frame
from dateline.views.grades import OUTCOMES, Grade, grade_of
from dateline.views.link import Link, Mark, link_to
from dateline.views.revisions import revised_words
from dateline.views.row import Row, row
from dateline.views.sources import SourceView, marks, prose, source_views

TARGET_KINDS = {
    "base": "base",
    "ship": "ship",
    "aircraft": "aircraft",
    "diplomatic": "diplomatic site",
    "convoy": "convoy",
    "infrastructure": "infrastructure",
    "other": "other",
}


@frozen
class Place:
    link: Link
    country: str


@frozen
class VersionView:
    says: str
    note: str
    marks: tuple[Mark, ...]


@frozen
class DisagreementView:
    topic: str
    versions: tuple[VersionView, ...]
    note: str


@frozen
class RevisionView:
    words: str
    note: str
    marks: tuple[Mark, ...]


@frozen
class Notice:
    """Stands above the title of a withdrawn or merged brief."""

    words: str
    reason: str
    to: Link | None


@frozen
class ExternalId:
    """The incident's ids in another data set."""

    name: str
    ids: tuple[str, ...]


@frozen
class BriefView:
    frame: Frame
    linked_data: Markup
    title: str
    summary: str
    when: str
    day: str
    time: str
    time_note: str
    month: Link
    places: tuple[Place, ...]
    grade: Grade
    notice: Notice | None
    target: str
    target_kind: str
    outcome: str
    outcome_known: bool
    ledger: Ledger
    figures: tuple[FigureView, ...]
    no_figures: str
    damage: DamageView | None
    official: FigureView | None
    body: Markup
    disagreements: tuple[DisagreementView, ...]
    unknowns: tuple[str, ...]
    sources: tuple[SourceView, ...]
    revisions: tuple[RevisionView, ...]
    added: str
    answers: tuple[Row, ...]
    related: tuple[Row, ...]
    near: NearView
    external: tuple[ExternalId, ...]
    citation: CitationView
    data: str | None
    before: Link | None
    after: Link | None


def brief_view(archive: Archive, site: Site, entry: Entry[Brief], around: Neighbours) -> BriefView:
    brief = entry.value
    listed = listed_sources(brief.sources, archive.sources)
    weapons = tuple(weapon_figures(archive, brief, listed))
    people = tuple(
        chain(casualty_figures(archive, site, brief, listed), shared_figures(archive, site, brief))
    )
    return BriefView(
        frame=frame(
            site,
            title=brief.title,
            description=brief.summary,
            kind="brief",
            slug=brief.id,
            section="timeline",
        ),
        linked_data=linked_data(site, brief, listed),
        title=brief.title,
        summary=brief.summary,
        when=incident_words(brief),
        day=machine_day(brief),
        time=time_words(brief),
        time_note=brief.time_note,
        month=_month(site, brief),
        places=tuple(_place(archive, site, slug) for slug in brief.locations),
        grade=grade_of(brief),
        notice=_notice(archive, site, brief),
        target=brief.target,
        target_kind=TARGET_KINDS[brief.target_kind] if brief.target_kind else "",
        outcome=OUTCOMES[brief.outcome],
        outcome_known=brief.outcome != "unknown",
        ledger=ledger(archive, site, brief, listed),
        figures=weapons + people,
        no_figures=_no_figures(brief),
        damage=damage_view(brief.damage, listed),
        official=official_view(brief.official_count, listed),
        body=prose(entry.prose, listed),
        disagreements=tuple(_disagreements(brief, listed)),
        unknowns=brief.unknowns,
        sources=source_views(site, listed),
        revisions=tuple(_revision(revision, listed) for revision in brief.revisions),
        added=day_words(brief.added),
        answers=_rows(archive, site, brief.response_to),
        related=_rows(archive, site, brief.related),
        near=near_view(archive, site, brief, around),
        external=tuple(_external(brief)),
        citation=citation_view(site, brief),
        data=site.url_of("data:brief", brief.id),
        before=_neighbour(site, around.timeline.before),
        after=_neighbour(site, around.timeline.after),
    )


def _month(site: Site, brief: Brief) -> Link:
    day = brief.date.day
    href = site.url_of("month", day.isoformat()[:7])
    if href is not None and brief.is_listed and brief.date_precision != "month":
        href = f"{href}#{day.isoformat()}"
    return Link(incident_words(brief), href)


def _place(archive: Archive, site: Site, slug: str) -> Place:
    location = archive.locations[slug].value
    return Place(link_to(site, location.name, "location", slug), country_name(location.country))


def _notice(archive: Archive, site: Site, brief: Brief) -> Notice | None:
    if brief.status == "withdrawn":
        last = next(r for r in reversed(brief.revisions) if r.kind == "withdrawal")
        return Notice(f"Withdrawn on {day_words(last.date)}", last.note, None)
    if brief.status == "merged":
        into = archive.by_id[brief.merged_into]
        to = link_to(site, into.value.title, "brief", into.slug)
        return Notice("This incident is told in another brief", "", to)
    return None


def _no_figures(brief: Brief) -> str:
    """What is said where the front matter holds no row at all."""
    absent = []
    if not brief.weapons:
        absent.append("weapons")
    if not brief.casualties:
        absent.append("people killed or hurt")
    return f"Nothing is recorded here of {' or '.join(absent)}." if absent else ""


def _disagreements(brief: Brief, listed: Mapping[str, ListedSource]) -> list[DisagreementView]:
    return [
        DisagreementView(
            topic=item.topic,
            versions=tuple(
                VersionView(version.says, version.note, marks(version.sources, listed))
                for version in item.versions
            ),
            note=item.note,
        )
        for item in brief.disagreements
    ]


def _revision(revision: Revision, listed: Mapping[str, ListedSource]) -> RevisionView:
    return RevisionView(
        words=revised_words(revision),
        note=revision.note,
        marks=marks(revision.sources, listed),
    )


_DATA_SETS = {"acled": "ACLED", "gtd": "GTD", "ucdp": "UCDP"}


def _external(brief: Brief) -> Iterator[ExternalId]:
    if brief.external_ids is not None:
        for key, name in _DATA_SETS.items():
            if ids := getattr(brief.external_ids, key):
                yield ExternalId(name, ids)


def _rows(archive: Archive, site: Site, ids: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(row(archive, site, archive.by_id[brief_id]) for brief_id in ids)


def _neighbour(site: Site, entry: Entry[Brief] | None) -> Link | None:
    return None if entry is None else link_to(site, entry.value.title, "brief", entry.slug)
