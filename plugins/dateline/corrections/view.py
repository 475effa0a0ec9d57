"""What /corrections/ and the pages of its years show."""

from collections.abc import Iterable

from dateline.archive import Archive, listed_sources
from dateline.corrections.changes import Change
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.frame import FeedLink, Frame, feed_links, frame
from dateline.views.grades import Grade, grade_of
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many
from dateline.views.periods import Period
from dateline.views.revisions import revised_words
from dateline.views.sources import marks

TITLE = "Corrections"
DESCRIPTION = "What was changed in briefs after they were published, and why."
HOW = (
    "A brief is never changed in silence. What becomes known later, what was wrong, and what no "
    "longer stands is written under “Changes to this page” with its day and its source, and here.",
    "An update adds what was not known. A correction says what stood there before. A withdrawn "
    "brief keeps its page, with the reason above its title, and is in no count.",
)

Changes = tuple[Change, ...]
Cut = tuple[Period[Change], ...]


@frozen
class ChangeView:
    """`gone` is the grade of a brief that no longer stands, withdrawn or merged. Each of `sources`
    leads to the line of the source on the brief's page."""

    words: str
    day: str
    brief: Link
    gone: Grade | None
    note: str
    sources: tuple[Link, ...]


@frozen
class CorrectionsView:
    """`newest` is in words how many of all stand here, where that is not all."""

    frame: Frame
    title: str
    how: tuple[str, ...]
    count: str
    newest: str
    changes: tuple[ChangeView, ...]
    periods: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]


@frozen
class PeriodView:
    frame: Frame
    index: Link
    title: str
    count: str
    changes: tuple[ChangeView, ...]
    before: Link | None
    after: Link | None


def corrections_view(archive: Archive, site: Site, found: Changes, cut: Cut) -> CorrectionsView:
    """All of them; of a long list the newest, and the way to its periods."""
    shown = found[: site.settings.list_rows] if cut else found
    feeds = feed_links(site, "corrections", "", TITLE)
    return CorrectionsView(
        frame=frame(
            site,
            title=TITLE,
            description=DESCRIPTION,
            kind="corrections",
            section="corrections",
            feeds=feeds,
        ),
        title=TITLE,
        how=HOW,
        count=how_many(len(found), "change"),
        newest=f"The newest {len(shown):,} of {len(found):,}." if cut else "",
        changes=tuple(_changes(archive, site, shown)),
        periods=tuple(_link(site, period) for period in cut),
        feeds=feeds,
    )


def period_view(
    archive: Archive,
    site: Site,
    period: Period[Change],
    before: Period[Change] | None,
    after: Period[Change] | None,
) -> PeriodView:
    return PeriodView(
        frame=frame(
            site,
            title=f"{TITLE}, {period.words}",
            description=f"What was changed in briefs after they were published, {period.words}.",
            kind="corrections:year",
            slug=period.name,
            section="corrections",
            feeds=feed_links(site, "corrections", "", TITLE),
        ),
        index=link_to(site, TITLE, "corrections"),
        title=period.words,
        count=how_many(len(period.items), "change"),
        changes=tuple(_changes(archive, site, period.items)),
        before=None if before is None else _link(site, before),
        after=None if after is None else _link(site, after),
    )


def _link(site: Site, period: Period[Change]) -> Link:
    return link_to(site, period.words, "corrections:year", period.name)


def _changes(archive: Archive, site: Site, found: Iterable[Change]) -> Iterable[ChangeView]:
    for change in found:
        brief = change.entry.value
        page = link_to(site, brief.title, "brief", brief.id)
        yield ChangeView(
            words=revised_words(change.revision),
            day=change.day.isoformat(),
            brief=page,
            gone=None if brief.is_listed else grade_of(brief),
            note=change.revision.note,
            sources=tuple(_sources(archive, change, page)),
        )


def _sources(archive: Archive, change: Change, page: Link) -> Iterable[Link]:
    if not change.revision.sources:
        return
    listed = listed_sources(change.entry.value.sources, archive.sources)
    for mark in marks(change.revision.sources, listed):
        href = None if page.href is None else f"{page.href}#source-{mark.key}"
        yield Link(mark.publisher, href)
