"""What officials counted last, beside ours over the same days and area."""

from dateline.archive import Archive
from dateline.archive.reckoning import Reckoner
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.days import day_words
from dateline.views.link import Link
from dateline.views.numbers import bounds_words


@frozen
class OfficialView:
    """`theirs` leads to the page of totals, where it says why the two differ."""

    theirs: Link
    by: str
    ours: str


def latest_official(archive: Archive, site: Site) -> OfficialView | None:
    """Of the newest official total with a number; None where there is none."""
    totals = [
        entry
        for entry in archive.totals.values()
        if entry.value.official and entry.value.count.reckoned is not None
    ]
    if not totals:
        return None
    newest = max(totals, key=lambda entry: (entry.value.as_of, entry.slug))
    total = newest.value
    href = site.url_of("totals")
    words = f"{bounds_words(total.count.reckoned)} up to {day_words(total.as_of)}"
    ours = Reckoner(archive).ours(total)
    return OfficialView(
        theirs=Link(words, href and f"{href}#{newest.slug}"),
        by=total.by,
        ours=f"{ours.n:,}",
    )
