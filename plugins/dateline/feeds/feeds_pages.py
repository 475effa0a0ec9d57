"""/feeds/: what feeds there are; and, where one page cannot hold them, pages for each facet."""

from collections.abc import Iterator, Sequence
from functools import partial

from dateline.facets import Facet
from dateline.feeds.feeds_view import Part, feeds_view, part_view
from dateline.feeds.selection import Feed, FeedGroup
from dateline.plan import Page, Site

# With the longest names and slugs that the format allows a row is close to 900 bytes: so many stay
# below the 150 KB of a page.
ROWS = 150


def feeds_pages(groups: Sequence[FeedGroup], site: Site) -> Iterator[Page]:
    fits = sum(len(group.feeds) for group in groups) <= ROWS
    parts = {
        group.facet.folder: tuple(_parts(group.facet, group.feeds))
        for group in groups
        if group.facet is not None and not fits
    }
    yield Page(
        path="feeds/index.html",
        template="feeds.html",
        view=partial(feeds_view, groups, parts, site),
        kind="feeds",
    )
    for several in parts.values():
        for before, part, after in zip(
            (None, *several), several, (*several[1:], None), strict=False
        ):
            yield Page(
                path=f"feeds/{part.slug}/index.html",
                template="feeds_part.html",
                view=partial(part_view, part, before, after, site),
                kind="feeds",
                slug=part.slug,
            )


def _parts(facet: Facet, feeds: tuple[Feed, ...]) -> Iterator[Part]:
    """Pages of equal length, by name: "groups", "groups/2" and so on."""
    for number, start in enumerate(range(0, len(feeds), ROWS), 1):
        slug = facet.folder if number == 1 else f"{facet.folder}/{number}"
        yield Part(facet, slug, feeds[start : start + ROWS])
