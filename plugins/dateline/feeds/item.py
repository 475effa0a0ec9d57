"""What a feed says of one brief."""

from dataclasses import dataclass
from datetime import date as Day

from dateline.archive import Archive, Entry
from dateline.feeds.ids import lasting_name, tag
from dateline.feeds.statement import short_statement, statement
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.row import row


@dataclass(frozen=True, slots=True)
class Item:
    """`link` is empty where no part of the site makes the brief's page. `day` is that on which the
    brief entered the archive: published and updated in one, for an edit makes nothing new."""

    id: str
    title: str
    link: str
    day: Day
    grade: str
    grade_word: str
    grade_scheme: str
    statement: str
    short_statement: str


def item_of(archive: Archive, site: Site, entry: Entry[Brief]) -> Item:
    brief = entry.value
    shown = row(archive, site, entry)
    return Item(
        id=tag(site.settings, f"briefs/{lasting_name(brief)}"),
        title=f"{shown.when[0].upper()}{shown.when[1:]}: {brief.title}",
        link=site.absolute(shown.title.href) if shown.title.href is not None else "",
        day=brief.added,
        grade=brief.verification,
        grade_word=shown.grade.word,
        grade_scheme=tag(site.settings, "verification"),
        statement=statement(archive, brief, shown),
        short_statement=short_statement(shown),
    )
