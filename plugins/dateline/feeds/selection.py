"""Which feeds there are, and which briefs each of them tells of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.archive import Archive, Entry
from dateline.facets import Facet
from dateline.feeds.ids import lasting_name
from dateline.groups import GROUPS
from dateline.locations import LOCATIONS
from dateline.model.brief import Brief
from dateline.plan import SiteSettings


@dataclass(frozen=True, slots=True)
class FacetFeeds:
    """A facet whose entries have feeds: those of `sections` are told of, each brief once.

    Not all that counts is in feeds: a denial counts, and is no incident of the group that denies.
    `description` says what a feed holds, with {name} for the entry's name.
    """

    facet: Facet
    sections: frozenset[str]
    description: str


FACETS = (
    FacetFeeds(
        GROUPS,
        frozenset({"claimed", "attributed"}),
        "Incidents that {name} claimed, and those that others attribute to it; each says which.",
    ),
    FacetFeeds(LOCATIONS, frozenset({"incidents"}), "Incidents at {name}."),
)


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, in all its forms. `briefs` are newest first.

    `kind` and `slug` are those of its addresses, after the form: ("group", "x") for "atom:group".
    `page` is the kind of the page that it belongs to. `folder` holds its files: "" or "groups/x/".
    """

    kind: str
    slug: str
    page: str
    folder: str
    name: str
    title: str
    description: str
    briefs: tuple[Entry[Brief], ...]


def feeds(archive: Archive, settings: SiteSettings) -> Iterator[Feed]:
    """The site's feed, and one for every entry of a facet; also where it holds nothing yet."""
    briefs = newest_first(archive.briefs)
    yield Feed(
        kind="site",
        slug="",
        page="home",
        folder="",
        name="incidents",
        title=settings.name,
        description=settings.description or f"Incidents in {settings.name}.",
        briefs=briefs,
    )
    for chosen in FACETS:
        yield from _facet_feeds(chosen, archive, settings, briefs)


def newest_first(briefs: Iterable[Entry[Brief]]) -> tuple[Entry[Brief], ...]:
    """By the day on which they entered the archive; those of one day by id, descending.

    The id is that of the feed, which a renamed brief keeps: a new name moves nothing.
    """
    return tuple(
        sorted(
            briefs, key=lambda entry: (entry.value.added, lasting_name(entry.value)), reverse=True
        )
    )


def _facet_feeds(
    chosen: FacetFeeds,
    archive: Archive,
    settings: SiteSettings,
    briefs: Iterable[Entry[Brief]],
) -> Iterator[Feed]:
    facet = chosen.facet
    told: dict[str, list[Entry[Brief]]] = {}
    for entry in briefs:
        for slug in _entries_of(chosen, entry.value):
            told.setdefault(slug, []).append(entry)
    for slug, registered in facet.entries(archive).items():
        name = registered.value.name
        yield Feed(
            kind=facet.kind,
            slug=slug,
            page=facet.kind,
            folder=f"{facet.folder}/{slug}/",
            name=f"{facet.folder}/{slug}",
            title=f"{settings.name}: {name}",
            description=chosen.description.format(name=name),
            briefs=tuple(told.get(slug, ())),
        )


def _entries_of(chosen: FacetFeeds, brief: Brief) -> Iterable[str]:
    """The entries of the facet in whose feeds a brief stands, each once."""
    return dict.fromkeys(
        slug for slug, section in chosen.facet.members(brief) if section in chosen.sections
    )
