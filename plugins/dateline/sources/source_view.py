"""/sources/<key>/: a source that several briefs may rest on, and everything that does."""

from markupsafe import Markup

from dateline.archive import Archive
from dateline.facets.list_view import ListView, YearView, list_view, years
from dateline.facets.stretches import Stretch, stretches
from dateline.frozen import frozen
from dateline.model.facts import OwnSource
from dateline.plan import Site
from dateline.sources.index_view import TITLE
from dateline.sources.item import Item, item_of
from dateline.sources.letter_view import entry_source
from dateline.sources.letters import letter_of, letter_words
from dateline.sources.names import named_link
from dateline.sources.resting import Resting
from dateline.sources.uses import Uses
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many
from dateline.views.sources import SourceView, prose


@frozen
class SharedView:
    """`uses` says by brief's id what the brief rests on it for."""

    frame: Frame
    above: tuple[Link, ...]
    publisher: Link
    source: SourceView
    body: Markup
    count: str
    list: ListView
    uses: dict[str, str]
    named_by: tuple[Link, ...]


@frozen
class StretchView:
    frame: Frame
    above: tuple[Link, ...]
    source: Link
    title: str
    count: str
    years: tuple[YearView, ...]
    uses: dict[str, str]
    before: Link | None
    after: Link | None


def shared_view(
    archive: Archive, site: Site, rests: Resting, listed: OwnSource, uses: Uses
) -> SharedView:
    item = item_of(rests, listed)
    briefs = tuple(item.briefs)
    pages = (_link(site, item, one) for one in stretches(briefs, site.settings.list_rows))
    shown = list_view(archive, site, briefs, pages)
    source = item.source
    return SharedView(
        frame=frame(
            site,
            title=source.title,
            description=f"{source.publisher}: {source.title}",
            kind="source",
            slug=item.key,
            section="sources",
        ),
        above=_above(site, item),
        publisher=_publisher(site, item),
        source=entry_source(site, item),
        body=prose(archive.sources[item.key].prose, {}),
        count=how_many(len(briefs), "brief rests on it", "briefs rest on it"),
        list=shown,
        uses=_uses(archive, item, shown.years, uses),
        named_by=tuple(named_link(archive, site, named) for named in item.named_by),
    )


def stretch_view(
    archive: Archive,
    site: Site,
    rests: Resting,
    listed: OwnSource,
    stretch: Stretch,
    before: Stretch | None,
    after: Stretch | None,
    uses: Uses,
) -> StretchView:
    item = item_of(rests, listed)
    found = years(archive, site, stretch.briefs)
    source = item.source
    return StretchView(
        frame=frame(
            site,
            title=f"{source.title}, {stretch.words}",
            description=f"What rests on it, {stretch.words}. {source.publisher}: {source.title}",
            kind="source:briefs",
            slug=f"{item.key}/{stretch.name}",
            section="sources",
        ),
        above=_above(site, item),
        source=link_to(site, source.title, "source", item.key),
        title=stretch.words,
        count=how_many(len(stretch.briefs), "brief rests on it", "briefs rest on it"),
        years=found,
        uses=_uses(archive, item, found, uses),
        before=None if before is None else _link(site, item, before),
        after=None if after is None else _link(site, item, after),
    )


def _above(site: Site, item: Item) -> tuple[Link, ...]:
    letter = letter_of(item.source.publisher)
    return (
        link_to(site, TITLE, "sources"),
        link_to(site, letter_words(letter), "sources:letter", letter),
    )


def _publisher(site: Site, item: Item) -> Link:
    return link_to(site, item.source.publisher, "sources:letter", letter_of(item.source.publisher))


def _link(site: Site, item: Item, stretch: Stretch) -> Link:
    return link_to(site, stretch.words, "source:briefs", f"{item.key}/{stretch.name}")


def _uses(archive: Archive, item: Item, shown: tuple[YearView, ...], uses: Uses) -> dict[str, str]:
    found = {}
    for row in (row for year in shown for row in year.rows):
        brief = archive.by_id[row.id]
        words = uses.of(brief, item.key_in(brief))
        if words:
            found[row.id] = f"Used for: {', '.join(words)}."
    return found
