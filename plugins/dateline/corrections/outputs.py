"""/corrections/, and pages of their own for the years of a long list."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.corrections.changes import changes
from dateline.corrections.view import corrections_view, period_view
from dateline.plan import Output, Page, Site
from dateline.views.periods import periods


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
    )
    for later, period, earlier in zip([None, *cut], cut, [*cut[1:], None], strict=False):
        yield Page(
            path=f"corrections/{period.name}/index.html",
            template="corrections_year.html",
            view=partial(period_view, archive, site, period, earlier, later),
            kind="corrections:year",
            slug=period.name,
        )
