"""/briefs/<id>/brief.json: everything that one brief says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from dateline.archive import Archive, Entry, listed_sources
from dateline.data.plain import Record, plain, source
from dateline.data.terms import terms
from dateline.frozen import frozen
from dateline.model.brief import Brief, Casualties
from dateline.model.country import country_name
from dateline.model.source import SharedSource, Source
from dateline.plan import Site

_LEADING = ("id", "status", "merged_into")
_FIELDS = tuple(f.name for f in fields(Brief) if f.name not in (*_LEADING, "sources"))


@frozen
class Surroundings:
    """All that a record says and the brief's own file does not: plain values from elsewhere.

    `shared_figures` are those for several briefs that hold for this one and are written in another,
    each with the id of that one. `shared_sources` are the entries of the registry that it lists.
    """

    url: str | None
    shared_figures: tuple[tuple[str, Casualties], ...]
    shared_sources: Mapping[str, Entry[SharedSource]]
    names: Mapping[str, Mapping[str, str]]
    terms: Mapping[str, object]


def surroundings(archive: Archive, site: Site, entry: Entry[Brief]) -> Surroundings:
    brief = entry.value
    return Surroundings(
        url=address(site, "brief", brief.id),
        shared_figures=tuple(_shared_figures(archive, brief)),
        shared_sources={
            key: archive.sources[key] for key in brief.sources if not isinstance(key, Source)
        },
        names=_names(archive, brief),
        terms=terms(site),
    )


def brief_record(entry: Entry[Brief], around: Surroundings) -> Record:
    """The fields of the front matter under their own names, and beside them what they need to be
    read alone: sources in full, names of what is named by a slug.

    Everything in it comes of the brief's file and of `around`, so that these two are all that
    brief.json depends on.
    """
    brief = entry.value
    listed = listed_sources(brief.sources, around.shared_sources)
    return {
        "id": brief.id,
        "url": around.url,
        "status": brief.status,
        "reason": _reason(brief),
        "merged_into": plain(brief.merged_into),
        **{name: plain(getattr(brief, name)) for name in _FIELDS},
        "changed": brief.changed.isoformat(),
        "shared_figures": [
            {"written_in": owner, **plain(row)} for owner, row in around.shared_figures
        ],
        "sources": [source(item) for item in listed.values()],
        "names": around.names,
        "text": entry.text,
        **around.terms,
    }


def address(site: Site, kind: str, slug: str) -> str | None:
    """The whole address of a page; None where no part makes it."""
    found = site.url_of(kind, slug)
    return None if found is None else site.absolute(found)


def countries_of(archive: Archive, brief: Brief) -> list[str]:
    """The codes of the countries in which its places lie, in the order of the places."""
    return list(dict.fromkeys(archive.locations[slug].value.country for slug in brief.locations))


def _reason(brief: Brief) -> str | None:
    """Why a brief was withdrawn, as its last withdrawal says."""
    if brief.status != "withdrawn":
        return None
    return next(r.note for r in reversed(brief.revisions) if r.kind == "withdrawal")


def _shared_figures(archive: Archive, brief: Brief) -> Iterator[tuple[str, Casualties]]:
    for owner, row in archive.shared_figures.get(brief.id, ()):
        yield owner.slug, row


def _names(archive: Archive, brief: Brief) -> dict[str, dict[str, str]]:
    return {
        "groups": {slug: archive.groups[slug].value.name for slug in _groups(brief)},
        "locations": {slug: archive.locations[slug].value.name for slug in brief.locations},
        "countries": {code: country_name(code) for code in countries_of(archive, brief)},
        "weapons": {slug: archive.weapons[slug].value.name for slug in _weapons(brief)},
    }


def _groups(brief: Brief) -> Iterable[str]:
    named = (
        *(claim.group for claim in brief.claimed_by or ()),
        *(said.group for said in brief.attributed_to or ()),
        *(denial.group for denial in brief.denied_by or ()),
    )
    return dict.fromkeys(slug for slug in named if slug)


def _weapons(brief: Brief) -> Iterable[str]:
    return dict.fromkeys(slug for use in brief.weapons or () for slug in use.type)
