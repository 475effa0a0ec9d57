"""changes.json: what was added, revised, withdrawn or merged, and when."""

from collections.abc import Iterator

from dateline.archive import Archive, Entry
from dateline.data.brief_record import address
from dateline.data.plain import Record
from dateline.model.brief import Brief, Revision
from dateline.plan import Site

_KINDS = {"update": "revised", "correction": "revised", "withdrawal": "withdrawn"}


def changes(archive: Archive, site: Site) -> list[Record]:
    """Newest first, of one day by id, descending, and the later revision of a brief before the
    earlier; those without a day last."""
    events = [event for entry in archive.with_page for event in _events(site, entry)]
    return sorted(events, key=_order, reverse=True)


def _order(event: Record) -> tuple[str, str, int]:
    return event["date"] or "", event["id"], event["revision"] or 0


def _events(site: Site, entry: Entry[Brief]) -> Iterator[Record]:
    brief = entry.value
    url = address(site, "brief", brief.id)
    about = {"id": brief.id, "title": brief.title, "url": url}
    yield {"date": brief.added.isoformat(), "kind": "added", **about, **_said(None)}
    merger = _merger(brief)
    for number, revision in enumerate(brief.revisions, start=1):
        is_merger = number == merger
        kind = "merged" if is_merger else _KINDS[revision.kind]
        into = brief.merged_into if is_merger else None
        date = revision.date.isoformat()
        yield {"date": date, "kind": kind, **about, **_said(revision, number, into)}
    if brief.status == "merged" and not merger:
        yield {"date": None, "kind": "merged", **about, **_said(None, None, brief.merged_into)}


def _merger(brief: Brief) -> int | None:
    """The number of the revision by which a brief was merged: its last one. A correction is none,
    and without another it is not recorded when the brief was merged."""
    if brief.status != "merged" or not brief.revisions:
        return None
    return None if brief.revisions[-1].kind == "correction" else len(brief.revisions)


def _said(revision: Revision | None, number: int | None = None, into: str | None = None) -> Record:
    return {
        "note": revision and revision.note,
        "revision": number,
        "revision_kind": revision and revision.kind,
        "merged_into": into,
    }
