"""/corrections/, and pages of their own for the years of a long list."""

from collections.abc import Iterator, Sequence
from functools import partial

from dateline.archive import Archive, heads
from dateline.corrections.changes import Change, changes
from dateline.corrections.view import corrections_view, period_view
from dateline.plan import Output, Page, Site
from dateline.views.periods import Period, periods


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    found = changes(archive)
    most = site.settings.list_rows
    is_long = len(found) > most
    cut = tuple(periods(found, lambda change: change.day, most)) if is_long else ()
    yield Page(
        path="corrections/index.html",
        template="corrections.html",
        view=partial(corrections_view, archive, site, found, cut),
        kind="corrections",
        given=partial(_given, archive, found),
    )
    for later, period, earlier in zip([None, *cut], cut, [*cut[1:], None], strict=False):
        yield Page(
            path=f"corrections/{period.name}/index.html",
            template="corrections_year.html",
            view=partial(period_view, archive, site, period, earlier, later),
            kind="corrections:year",
            slug=period.name,
            given=partial(_period_given, archive, period, earlier, later),
        )


def _given(archive: Archive, found: Sequence[Change]) -> object:
    """The front matters of the briefs, and of the shared sources on which a change may rest."""
    shared = (archive.sources[key] for one in found for key in one.entry.facts.shared_sources)
    numbers = tuple(change.number for change in found)
    return heads(change.entry for change in found), numbers, heads(shared)


def _period_given(
    archive: Archive,
    period: Period[Change],
    before: Period[Change] | None,
    after: Period[Change] | None,
) -> object:
    beside = tuple("" if one is None else one.name for one in (before, after))
    return _given(archive, period.items), beside
