"""Sources as a page lists them, and the marks that point to them."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from markupsafe import Markup, escape

from dateline.archive import ListedSource
from dateline.frozen import frozen
from dateline.model.source import SharedSource, SourceKind
from dateline.plan import Site
from dateline.text import CitedSource, Prose
from dateline.views.days import day_words, short_day
from dateline.views.languages import direction, language_name
from dateline.views.link import Mark

KINDS: dict[SourceKind, str] = {
    "official": "official body",
    "news": "news",
    "analysis": "analysis",
    "monitor": "monitor",
    "claim": "the group's own outlet",
    "social-media": "social media",
    "other": "other",
}

LEANINGS = {"state": "state outlet", "partisan": "speaks for a side"}


@frozen
class SourceView:
    """`labels` are kind, leaning, language and whose report it carries, in words."""

    number: int
    key: str
    title: str
    title_seen: bool
    publisher: str
    author: str
    published: str
    labels: tuple[str, ...]
    url: str
    archive_url: str
    accessed: str
    language: str
    direction: str
    quote: str
    note: str
    page: str | None


def source_views(site: Site, listed: Mapping[str, ListedSource]) -> tuple[SourceView, ...]:
    return tuple(_view(site, item) for item in listed.values())


def _view(site: Site, item: ListedSource) -> SourceView:
    source = item.source
    return SourceView(
        number=item.number,
        key=item.key,
        title=source.title,
        title_seen=source.title_seen,
        publisher=source.publisher,
        author=source.author,
        published=day_words(source.published) if source.published else "day not known",
        labels=tuple(_labels(source)),
        url=source.url,
        archive_url=source.archive_url,
        accessed=day_words(source.accessed) if source.accessed else "",
        language=source.language,
        direction=direction(source.language),
        quote=source.quote,
        note=source.note,
        page=site.url_of("source", item.key) if item.is_shared else None,
    )


def _labels(source: SharedSource) -> Iterable[str]:
    if source.kind is not None:
        yield KINDS[source.kind]
    if source.leaning is not None:
        yield LEANINGS[source.leaning]
    if source.carries:
        yield f"carries {source.carries}"
    if source.language and not source.language.startswith("en"):
        yield f"in {language_name(source.language)}"


def marks(keys: Iterable[str], listed: Mapping[str, ListedSource]) -> tuple[Mark, ...]:
    """The marks of the sources `keys`, in the order in which the page numbers them."""
    found = sorted([listed[key] for key in keys], key=_number)
    return tuple([Mark(item.number, item.key, item.source.publisher) for item in found])


_number = attrgetter("number")


def publishers(keys: Iterable[str], listed: Mapping[str, ListedSource]) -> str:
    """Where and of which day a statement without a speaker of its own is read.

    "Rudaw, 18 Oct 2023; Reuters, via Malay Mail, 20 Oct 2023"
    """
    sources = (listed[mark.key].source for mark in marks(keys, listed))
    return "; ".join(dict.fromkeys(map(_read_in, sources)))


def _read_in(source: SharedSource) -> str:
    whose = [f"{source.carries}, via"] if source.carries else []
    day = [short_day(source.published)] if source.published else []
    return ", ".join([" ".join([*whose, source.publisher]), *day])


def prose(text: Prose, listed: Mapping[str, ListedSource]) -> Markup:
    """A text as HTML, its citations as marks that lead to the numbered sources.

    A mark follows its word without a space, so that it never begins a line.
    """
    html = text.html(lambda cited: _citation(cited, listed))
    *before, last = html.split(_CITES)
    words = [part.rstrip() for part in before]
    return Markup(_CITES.join([*words, last]))  # noqa: S704 - sanitised by render


_CITES = '<span class="cites">'


def _citation(named: Iterable[CitedSource], listed: Mapping[str, ListedSource]) -> str:
    cited = sorted((listed[one.key].number, one.key, one.locator) for one in named)
    links = "".join([_cite(listed[key], locator) for _, key, locator in cited])
    return f"{_CITES}{links}</span>"


def _cite(item: ListedSource, locator: str) -> str:
    """As the theme's macro of marks writes one; a template for each would take half of the time
    that the whole page of a brief takes."""
    title = escape(item.source.publisher)
    number = f"{item.number}, {escape(locator)}" if locator else item.number
    return f'<sup class="cite"><a href="#source-{item.key}" title="{title}">[{number}]</a></sup>'
