"""/sources/: every publisher, by letter."""

from collections.abc import Iterable

from dateline.frozen import frozen
from dateline.plan import Site
from dateline.sources.letters import letter_words
from dateline.sources.pages import Letter
from dateline.sources.words import counts_words, entries_words
from dateline.views.frame import Frame, frame
from dateline.views.link import Link, link_to
from dateline.views.numbers import how_many

TITLE = "Sources"
DESCRIPTION = "Every publisher on whose pages this archive rests, with what each is read for."

# With more publishers than this many rows of a list, the page names the letters only.
LONG = 5


@frozen
class PublisherLine:
    link: Link
    counts: str


@frozen
class LetterBlock:
    """`publishers` are empty where the page would be too long: the letter's page has them."""

    link: Link
    counts: str
    publishers: tuple[PublisherLine, ...]


@frozen
class IndexView:
    frame: Frame
    title: str
    count: str
    letters: tuple[LetterBlock, ...]


def is_short(site: Site, letters: tuple[Letter, ...]) -> bool:
    """Whether the page names every publisher."""
    return sum(len(letter.publishers) for letter in letters) <= LONG * site.settings.list_rows


def index_view(site: Site, letters: tuple[Letter, ...]) -> IndexView:
    publishers = sum(len(letter.publishers) for letter in letters)
    entries = sum(letter.entries for letter in letters)
    short = is_short(site, letters)
    return IndexView(
        frame=frame(site, title=TITLE, description=DESCRIPTION, kind="sources", section="sources"),
        title=TITLE,
        count=f"{how_many(publishers, 'publisher')}, {entries_words(entries)}" if letters else "",
        letters=tuple(
            LetterBlock(
                link=link_to(site, letter_words(letter.slug), "sources:letter", letter.slug),
                counts=how_many(len(letter.publishers), "publisher"),
                publishers=tuple(_lines(site, letter)) if short else (),
            )
            for letter in letters
        ),
    )


def _lines(site: Site, letter: Letter) -> Iterable[PublisherLine]:
    page = site.url_of("sources:letter", letter.slug)
    for publisher in letter.publishers:
        href = None if page is None else f"{page}#{publisher.fragment}"
        yield PublisherLine(Link(publisher.name, href), counts_words(publisher))
