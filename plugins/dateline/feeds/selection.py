"""Which feeds there are, and what each of them tells of."""

from collections.abc import Iterable, Iterator

from dateline.archive import Archive
from dateline.facets import COUNTRIES, GROUPS, LOCATIONS, WEAPONS, Facet
from dateline.feeds.told import Told
from dateline.frozen import frozen
from dateline.model.facts import Facts
from dateline.plan import SiteSettings


@frozen
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
    FacetFeeds(COUNTRIES, frozenset({"incidents"}), "Incidents in {name}."),
    FacetFeeds(WEAPONS, frozenset({"incidents"}), "Incidents in which this is named: {name}."),
)


@frozen
class Feed:
    """One feed, in all its forms. `told` is newest first.

    `kind` and `slug` are those of its addresses, after the form: ("group", "x") for "atom:group".
    `page` is the kind of the page that it belongs to. `folder` holds its files: "" or "groups/x/".
    `label` names it among those of its group, `title` among all feeds of a reader.
    """

    kind: str
    slug: str
    page: str
    folder: str
    name: str
    label: str
    title: str
    description: str
    told: tuple[Told, ...]


@frozen
class FeedGroup:
    """Feeds of one sort: those of a facet's entries, by name; or, without a facet, those of the
    whole archive."""

    feeds: tuple[Feed, ...]
    facet: Facet | None = None


def feed_groups(archive: Archive, settings: SiteSettings) -> Iterator[FeedGroup]:
    """The site's feed and that of corrections; then one for every entry of each facet, also where
    it holds nothing yet."""
    incidents = _newest_first(map(Told, archive.briefs))
    yield FeedGroup((_site_feed(settings, incidents), _corrections_feed(archive, settings)))
    for chosen in FACETS:
        feeds = _facet_feeds(chosen, archive, settings, incidents)
        yield FeedGroup(tuple(feeds), chosen.facet)


def _newest_first(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda one: one.order, reverse=True))


def _site_feed(settings: SiteSettings, incidents: tuple[Told, ...]) -> Feed:
    return Feed(
        kind="site",
        slug="",
        page="home",
        folder="",
        name="incidents",
        label="All incidents",
        title=settings.name,
        description=settings.description or f"Incidents in {settings.name}.",
        told=incidents,
    )


def _corrections_feed(archive: Archive, settings: SiteSettings) -> Feed:
    """Every revision of every brief that has a page: here withdrawn and merged ones are told of."""
    revisions = (
        Told(entry, number)
        for entry in archive.with_page
        for number in range(1, len(entry.facts.revisions) + 1)
    )
    return Feed(
        kind="corrections",
        slug="",
        page="corrections",
        folder="corrections/",
        name="corrections",
        label="Corrections",
        title=f"{settings.name}: Corrections",
        description="What was updated, corrected or withdrawn after it had been published.",
        told=_newest_first(revisions),
    )


def _facet_feeds(
    chosen: FacetFeeds,
    archive: Archive,
    settings: SiteSettings,
    incidents: Iterable[Told],
) -> Iterator[Feed]:
    facet = chosen.facet
    told: dict[str, list[Told]] = {}
    for incident in incidents:
        for slug in _entries_of(chosen, archive, incident.entry.facts):
            told.setdefault(slug, []).append(incident)
    entries = facet.entries(archive)
    for slug in sorted(entries, key=lambda slug: (entries[slug].value.name.casefold(), slug)):
        name = entries[slug].value.name
        yield Feed(
            kind=facet.kind,
            slug=slug,
            page=facet.kind,
            folder=f"{facet.folder}/{slug}/",
            name=f"{facet.folder}/{slug}",
            label=name,
            title=f"{settings.name}: {name}",
            description=chosen.description.format(name=name),
            told=tuple(told.get(slug, ())),
        )


def _entries_of(chosen: FacetFeeds, archive: Archive, facts: Facts) -> Iterable[str]:
    """The entries of the facet in whose feeds a brief stands, each once."""
    return dict.fromkeys(
        slug for slug, section in chosen.facet.members(archive, facts) if section in chosen.sections
    )
