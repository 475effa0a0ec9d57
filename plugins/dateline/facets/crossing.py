"""Where two facets meet: which groups are named at a place, which weapons with a group."""

from collections import Counter
from collections.abc import Iterator

from dateline.archive import Archive
from dateline.facets.definition import Crossing, Facet, Section
from dateline.facets.known import facet_of
from dateline.facets.tally import Tally
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.link import Link, link_to


@frozen
class CrossRow:
    """`incidents` are the entry's own that meet the row's entry, each once."""

    slug: str
    link: Link
    incidents: int
    numbers: tuple[int, ...]


@frozen
class CrossView:
    """A table: an entry of the other facet in each row, a kind of count in each column.

    A kind of which there is none at all has no column: the counts above the table say so once.
    `left_out` is how many entries, those named least, are not in it.
    """

    key: str
    heading: str
    what: str
    columns: tuple[str, ...]
    rows: tuple[CrossRow, ...]
    left_out: int


def cross_view(
    facet: Facet, crossing: Crossing, counted: Tally, archive: Archive, site: Site, slug: str
) -> CrossView:
    """Only one of the two facets has several kinds of counts; its kinds are the columns.

    Where several are the entry's own, a column before them counts its incidents, each once: what a
    map beside the table shows.
    """
    other = facet_of(crossing.facet)
    incidents = _incidents(facet, other, counted, archive, slug)
    numbers: dict[str, Counter[str]] = {}
    for key, entry_slug in _meetings(facet, other, counted, archive, slug):
        numbers.setdefault(entry_slug, Counter())[key] += 1
    columns = [
        section
        for section in _columns(facet, other)
        if any(counts[section.key] for counts in numbers.values())
    ]
    own = (facet.own_words.capitalize(),) if facet.own_words and len(columns) > 1 else ()
    entries = other.entries(archive)
    in_order = sorted(
        numbers, key=lambda one: (-numbers[one].total(), entries[one].value.name.casefold(), one)
    )
    most = site.settings.list_rows
    return CrossView(
        key=f"by-{other.kind}",
        heading=crossing.heading,
        what=crossing.what,
        columns=own + tuple(section.many.capitalize() for section in columns),
        rows=tuple(
            CrossRow(
                slug=one,
                link=link_to(site, entries[one].value.name, other.kind, one),
                incidents=incidents[one],
                numbers=(incidents[one],) * len(own)
                + tuple(numbers[one][section.key] for section in columns),
            )
            for one in in_order[:most]
        ),
        left_out=max(0, len(in_order) - most),
    )


def _columns(facet: Facet, other: Facet) -> tuple[Section, ...]:
    own, others = facet.counting, other.counting
    return own if len(own) > 1 else others


def _incidents(
    facet: Facet, other: Facet, counted: Tally, archive: Archive, slug: str
) -> Counter[str]:
    """For each entry of the other facet, how many of this one's own incidents meet it."""
    counting = {section.key for section in other.counting if section.own}
    return Counter(
        there
        for entry in counted.counted(facet, slug)
        for there in {
            one: None for one, key in other.members(archive, entry.facts) if key in counting
        }
    )


def _meetings(
    facet: Facet, other: Facet, counted: Tally, archive: Archive, slug: str
) -> Iterator[tuple[str, str]]:
    """(column, entry of the other facet), once for each brief that stands for it."""
    counting = {section.key for section in other.counting}
    by_own = len(facet.counting) > 1
    for section in facet.counting:
        for entry in counted.briefs(slug, section.key):
            met = dict.fromkeys(other.members(archive, entry.facts))
            for there, key in met:
                if key in counting:
                    yield (section.key if by_own else key), there
