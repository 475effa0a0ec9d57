"""What an item says of a revision: what was changed, in which brief, and the grade as it is now."""

from html import escape

from dateline.feeds.statement import paragraphs
from dateline.model.brief import Brief, Revision
from dateline.views.days import day_words
from dateline.views.revisions import REVISED
from dateline.views.row import Row


def revised_title(revision: Revision, brief: Brief) -> str:
    return f"{day_words(revision.date)}: {REVISED[revision.kind]}: {brief.title}"


def revised(revision: Revision, row: Row, link: str) -> str:
    return paragraphs((revision.note,)) + short_revised(row, link)


def short_revised(row: Row, link: str) -> str:
    """All but the note: which incident, and its grade."""
    title = escape(row.title.text, quote=False)
    if link:
        title = f'<a href="{escape(link)}">{title}</a>'
    return f"<p>The incident: {title}, {row.when}.</p><p>Grade now: {row.grade.word}.</p>"
