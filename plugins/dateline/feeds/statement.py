"""What an item says of an incident, in words that keep claim, attribution and grade apart.

It is HTML: readers take an RSS description for HTML whatever it holds, and would make a tag of "<".
"""

from collections.abc import Iterable, Iterator
from html import escape

from dateline.archive import Archive
from dateline.model.brief import Attribution, Brief
from dateline.views.row import Row
from dateline.views.statements import CONFIDENCE


def statement(archive: Archive, brief: Brief, row: Row) -> str:
    """The summary; how well it is known and who says what; where it was."""
    known = " ".join(
        (grade_line(row), row.said, *_attributions(archive, brief), *_denials(archive, brief))
    )
    return paragraphs((row.summary, known, _places(row)))


def short_statement(row: Row) -> str:
    """The grade alone: no item goes without it."""
    return paragraphs((grade_line(row),))


def grade_line(row: Row) -> str:
    return f"Grade: {row.grade.word}."


def _attributions(archive: Archive, brief: Brief) -> Iterable[str]:
    """Those that count, each with its speaker and how sure that one is; as on the brief's page."""
    return dict.fromkeys(
        _attribution(archive, said) for said in brief.attributed_to or () if said.counts
    )


def _attribution(archive: Archive, said: Attribution) -> str:
    who = archive.groups[said.group].value.name if said.group else said.actor
    sure = f" ({CONFIDENCE[said.confidence]})" if said.confidence is not None else ""
    return f"According to {said.by}, it was carried out by {who}{sure}."


def _denials(archive: Archive, brief: Brief) -> Iterable[str]:
    return dict.fromkeys(
        f"Denied by {archive.groups[denial.group].value.name if denial.group else denial.by}."
        for denial in brief.denied_by or ()
    )


def _places(row: Row) -> str:
    names = [place.text for place in row.places]
    return f"{'Place' if len(names) == 1 else 'Places'}: {'; '.join(names)}."


def paragraphs(texts: Iterable[str]) -> str:
    return "".join(_paragraph_tags(texts))


def _paragraph_tags(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield f"<p>{escape(text, quote=False)}</p>"
