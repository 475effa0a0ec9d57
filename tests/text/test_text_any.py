"""Whatever the text: no crash, no hang, and nothing on the page that is not ours.

Each property runs in a child process, so that a parser that aborts or never returns is a failed
test and not the end of the run.
"""

import html
import re
from collections.abc import Callable

import html5lib
import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from children import hold_in_a_child
from dateline.text import CitedSource, place, render, scan, sentences

_LIMIT_IN_SECONDS = 240
_EXAMPLES = 500

_TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li"),
    *("pre", "code", "em", "strong", "a", "table", "thead", "tbody", "tr", "th", "td", "sup"),
}
_ATTRIBUTES = {("a", "href"), ("a", "title"), ("a", "rel"), ("ol", "start")}
_ATTRIBUTES |= {("th", "class"), ("td", "class")}

_PIECES = (
    *("[@a]", "[@a, p. 3]", "[@a; @b]", "[@A]", "[@a", "[@", "@a", "![", "[", "]", "][", "(", ")"),
    *("](https://a.example)", "](javascript:alert(1))", "](u)", "[b]", "[b]: https://b.example\n"),
    *("[@a]: x\n", "[@a,\n", "p*3]", "\\", "*", "**", "_", "`", "``", "```\n", "~~~ x\n", "<", ">"),
    *("<script>", "<b onclick=x>", "<!--", "-->", "<https://a.example/", "<a@b.example>", "&amp;"),
    *("&#xE000;", "&#xe001;", "\ue000", "0\ue001", "&lt;", '"', "'", "\n", "\n\n", "\n> ", "\n- "),
    *("\n1. ", "    ", "\t", " ", "\n## ", "\n# ", "\n---\n", "\n|---|---|\n", "|", "\\|", "| a |"),
    *(
        "It fell. ",
        "Then",
        "U.S. ",
        ".",
        "”",
        "é",
        "🚀",
        "سقطت",
        "\u202e",
        "\x00",
        "\ud800",
        "\r\n",
    ),
    *("citation:0", '<a href="citation:0">', "](citation:0)", "&colon;", "data:", "\r\n"),
)
_TEXTS = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=25).map("".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=12).map("".join),
    st.text(st.characters(exclude_categories=()), max_size=60),
)
_HOSTS = st.text(st.sampled_from("aZé0-._:%@[]\\ /?#ß١۰ｅ。\u212a\u017f"), max_size=8)


@settings(max_examples=_EXAMPLES, deadline=None, database=None)
@given(_TEXTS)
def _any_text_is_read(text: str) -> None:
    scanned = scan(text)
    places = [flaw.start for flaw in scanned.flaws]
    assert places == sorted(places)
    for start in places:
        line, column = place(text, start)
        assert line >= 1
        assert column >= 1
    before = 0
    for citation in scanned.citations:
        assert before <= citation.start < citation.end <= len(text)
        assert text[citation.start] == "["
        assert text[citation.end - 1] == "]"
        assert citation.sources
        before = citation.end
    found = sentences(text)
    for sentence in found:
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert sentence.text == " ".join(sentence.text.split())
    cited = [citation for sentence in found for citation in sentence.citations]
    if not scanned.flaws:
        assert set(cited) <= set(scanned.citations)
    assert len(set(cited)) == len(cited)


@settings(max_examples=_EXAMPLES, deadline=None, database=None)
@given(_TEXTS)
def _the_page_holds_nothing_foreign(text: str) -> None:
    flaws = scan(text).flaws
    if flaws:
        with pytest.raises(ValueError, match="text with a flaw"):
            render(text)
        return
    marked: list[tuple[CitedSource, ...]] = []

    def mark(cited: tuple[CitedSource, ...]) -> str:
        marked.append(cited)
        return "<sup>cited</sup>"

    page = render(text).html(mark)
    assert marked == [citation.sources for citation in scan(text).citations]
    assert "\ue000" not in page
    assert "citation:" not in re.sub(r">[^<]*<", "><", page)
    tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.find("body").iter():
        if element.tag == "body":
            continue
        assert element.tag in _TAGS
        for name, value in element.attrib.items():
            assert (element.tag, name) in _ATTRIBUTES
            if name == "href":
                assert re.match(r"(?i)https?://|mailto:", value)


@settings(max_examples=_EXAMPLES, deadline=None, database=None)
@given(_TEXTS)
def _the_page_reads_as_on_github(text: str) -> None:
    """With each citation shown as it is written, the page is what Markdown makes of the text.

    So the cleaner took nothing away, and no citation changed what stands around it.
    """
    if scan(text).flaws:
        return

    citations = iter(scan(text).citations)

    def as_written(_: object) -> str:
        citation = next(citations)
        return html.escape(text[citation.start : citation.end], quote=False)

    assert _words(render(text).html(as_written)) == _words(
        pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
    )


@settings(max_examples=_EXAMPLES, deadline=None, database=None)
@given(_HOSTS)
def _an_address_that_passes_is_kept(host: str) -> None:
    text = f"[t](https://{host})"
    if not scan(text).flaws:
        assert ('href="' in render(text).html(lambda _: "")) == ("<a" in pyromark.html(text))


def _words(page: str) -> list[tuple[str, str]]:
    """Elements and text, without what the two are meant to differ in."""
    tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        words = f"{element.text or ''}|{element.tail or ''}"
        # A citation that runs over lines in a quotation holds its `> ` in the source only.
        found.append((str(element.tag), re.sub(r"[\s>\\]+", "", words)))
    return found


_PROPERTIES: dict[str, Callable[[], None]] = {
    "any text is read": _any_text_is_read,
    "the page holds nothing foreign": _the_page_holds_nothing_foreign,
    "the page reads as on GitHub": _the_page_reads_as_on_github,
    "an address that passes is kept": _an_address_that_passes_is_kept,
}


def _hold(name: str) -> None:
    _PROPERTIES[name]()


@pytest.mark.parametrize("name", _PROPERTIES)
def test_any_text(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    hold_in_a_child(_hold, name, _LIMIT_IN_SECONDS, capfd)
