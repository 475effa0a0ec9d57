"""Sources as a page lists them, and the marks that point to them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dateline.archive import ListedSource
from dateline.model.source import SharedSource, SourceKind
from dateline.plan import Site
from dateline.text import Citation, render
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


@dataclass(frozen=True, slots=True)
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
    found = sorted((listed[key] for key in keys), key=lambda item: item.number)
    return tuple(Mark(item.number, item.key, item.source.publisher) for item in found)


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


def prose(text: str, listed: Mapping[str, ListedSource]) -> Markup:
    """A text as HTML, its citations as marks that lead to the numbered sources.

    A mark follows its word without a space, so that it never begins a line.
    """
    html = render(text, lambda citation: _citation(citation, listed))
    return Markup(_SPACE_BEFORE_MARK.sub(r"\1", html))  # noqa: S704 - sanitised by render


_SPACE_BEFORE_MARK = re.compile(r'\s+(<span class="cites">)')


def _citation(citation: Citation, listed: Mapping[str, ListedSource]) -> str:
    cited = sorted((listed[one.key].number, one.key, one.locator) for one in citation.sources)
    links = (
        Markup('<sup class="cite"><a href="#source-{}" title="{}">[{}]</a></sup>').format(
            listed[key].key,
            listed[key].source.publisher,
            f"{number}, {locator}" if locator else number,
        )
        for number, key, locator in cited
    )
    return Markup('<span class="cites">{}</span>').format(Markup("").join(links))
