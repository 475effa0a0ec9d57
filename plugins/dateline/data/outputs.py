"""The archive as data for re-use: a file for each brief and facet page, and for the whole."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from dateline.archive import Archive, Entry, heads
from dateline.data.brief_record import Surroundings, brief_record, surroundings
from dateline.data.changes import changes
from dateline.data.facet_record import facet_record
from dateline.data.incidents import Incidents
from dateline.data.json_text import document
from dateline.data.terms import terms
from dateline.data.view import data_view
from dateline.facets import FACETS, entry_given, tally_of
from dateline.model.brief import Brief
from dateline.plan import File, Output, Page, Site


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    yield Page("data/index.html", "data.html", partial(data_view, archive, site), kind="data")
    yield from _briefs(archive, site)
    yield from _facets(archive, site)
    incidents = Incidents(archive, site)
    yield from _years(archive, incidents)
    if site.settings.data_files == "always":
        yield from _whole(archive, site, incidents)


def _briefs(archive: Archive, site: Site) -> Iterator[File]:
    for entry in archive.with_page:
        around = partial(surroundings, archive, site, entry)
        yield File(
            path=f"briefs/{entry.slug}/brief.json",
            depends=partial(_brief_depends, archive, entry),
            make=partial(_brief_json, entry, around),
            kind="data:brief",
            slug=entry.slug,
        )


def _brief_depends(archive: Archive, entry: Entry[Brief]) -> object:
    """In short, for every build asks this of every brief, and few are then made: the file, and the
    front matters from which its `Surroundings` come."""
    shared = (archive.sources[key] for key in entry.facts.shared_sources)
    owners = (owner for owner, _ in archive.shared_figures.get(entry.slug, ()))
    return entry.digest, heads(shared), heads(owners)


def _brief_json(entry: Entry[Brief], around: Callable[[], Surroundings]) -> bytes:
    return document(brief_record(entry, around()))


def _facets(archive: Archive, site: Site) -> Iterator[File]:
    """Also where the part that makes the page beside them is switched off."""
    for facet in FACETS:
        counted = tally_of(facet, archive, site)
        for slug, entry in facet.entries(archive).items():
            record = partial(facet_record, facet, counted, archive, site, entry)
            yield File(
                path=f"{facet.folder}/{slug}/facet.json",
                depends=partial(entry_given, facet, counted, archive, entry),
                make=partial(_written, record),
                kind=f"data:{facet.kind}",
                slug=slug,
            )


def _years(archive: Archive, incidents: Incidents) -> Iterator[File]:
    for year, briefs in groupby(archive.briefs, key=_year):
        together = tuple(briefs)
        yield File(
            path=f"data/years/{year:04d}.json",
            depends=partial(heads, together),
            make=partial(incidents.json, together),
            kind="data:year",
            slug=f"{year:04d}",
        )


def _year(entry: Entry[Brief]) -> int:
    return entry.facts.date.year


def _whole(archive: Archive, site: Site, incidents: Incidents) -> Iterator[File]:
    for name, make in (("incidents.json", incidents.json), ("incidents.csv", incidents.csv)):
        yield File(
            path=f"data/{name}",
            depends=partial(heads, archive.briefs),
            make=partial(make, archive.briefs),
            kind="data:file",
            slug=name,
        )
    record = partial(_changes_record, archive, site)
    yield File(
        path="data/changes.json",
        depends=partial(heads, archive.with_page),
        make=partial(_written, record),
        kind="data:file",
        slug="changes.json",
    )


def _changes_record(archive: Archive, site: Site) -> Mapping[str, Any]:
    return {**terms(site), "changes": changes(archive, site)}


def _written(record: Callable[[], Mapping[str, Any]]) -> bytes:
    return document(record())
