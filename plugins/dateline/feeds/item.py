"""What a feed says of one thing that it tells of."""

from datetime import date as Day

from dateline.archive import Archive
from dateline.feeds.ids import tag
from dateline.feeds.revised import revised, revised_title, short_revised
from dateline.feeds.statement import short_statement, statement
from dateline.feeds.told import Told
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.row import row


@frozen
class Item:
    """`link` is empty where no part of the site makes the brief's page. `day` is both the day of
    publication and that of the last change: see `Told.day`. The statements are HTML."""

    id: str
    title: str
    link: str
    day: Day
    grade: str
    grade_word: str
    grade_scheme: str
    statement: str
    short_statement: str


def item_of(archive: Archive, site: Site, told: Told) -> Item:
    """The grade is the brief's as it is now: that of a withdrawn or merged one is just this."""
    brief = told.entry.value
    shown = row(archive, site, told.entry)
    link = site.absolute(shown.title.href) if shown.title.href is not None else ""
    if told.number:
        revision = brief.revisions[told.number - 1]
        title = revised_title(revision, brief)
        said, short = revised(revision, shown, link), short_revised(shown, link)
    else:
        title = f"{shown.when[0].upper()}{shown.when[1:]}: {brief.title}"
        said, short = statement(archive, brief, shown), short_statement(shown)
    return Item(
        id=tag(site.settings, told.name),
        title=title,
        link=link,
        day=told.day,
        grade=brief.verification if brief.is_listed else brief.status,
        grade_word=shown.grade.word,
        grade_scheme=tag(site.settings, "verification"),
        statement=said,
        short_statement=short,
    )
