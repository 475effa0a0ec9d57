"""Citations in everything that Markdown has, and the text that may hold none."""

import pytest

from dateline.text import CitedSource, render, scan

_LONGEST_KEY = "a" * 80


def _mark(cited: tuple[CitedSource, ...]) -> str:
    named = "; ".join(f"{source.key} {source.locator}".strip() for source in cited)
    return f"<sup>{named}</sup>"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("It fell [@a].", "<p>It fell <sup>a</sup>.</p>"),
        ("It fell. [@a]", "<p>It fell. <sup>a</sup></p>"),
        (
            "It fell[@a], then[@b]; (so [@c]) “[@d]”",
            "<p>It fell<sup>a</sup>, then<sup>b</sup>; (so <sup>c</sup>) “<sup>d</sup>”</p>",
        ),
        ("[@a-1, p. 3]", "<p><sup>a-1 p. 3</sup></p>"),
        ("[@a,p. 3, line 4]", "<p><sup>a p. 3, line 4</sup></p>"),
        ("[@a; @b, p. 3]", "<p><sup>a; b p. 3</sup></p>"),
        ("[@a;@b;\n@c]", "<p><sup>a; b; c</sup></p>"),
        ("[@a] [@b]", "<p><sup>a</sup> <sup>b</sup></p>"),
        ("[@a] and [@a]", "<p><sup>a</sup> and <sup>a</sup></p>"),
        ("[ @a ]", "<p><sup>a</sup></p>"),
        ("[[@a]]", "<p>[<sup>a</sup>]</p>"),
        (f"[@{_LONGEST_KEY}]", f"<p><sup>{_LONGEST_KEY}</sup></p>"),
        ("[@a]:", "<p><sup>a</sup>:</p>"),
        ("[@a]{.x}", "<p><sup>a</sup>{.x}</p>"),
        ("[@a, über 3–4 & 5]", "<p><sup>a über 3–4 & 5</sup></p>"),
        # emphasis falls as on GitHub
        ("**Claimed:**[@a]", "<p><strong>Claimed:</strong><sup>a</sup></p>"),
        ("*[@a]*", "<p><em><sup>a</sup></em></p>"),
        ("**bold [@a]** x", "<p><strong>bold <sup>a</sup></strong> x</p>"),
        ("a**[@a]**b", "<p>a**<sup>a</sup>**b</p>"),
        # blocks
        ("## Head [@a]", "<h2>Head <sup>a</sup></h2>"),
        ("Head [@a]\n---", "<h2>Head <sup>a</sup></h2>"),
        (
            "- one [@a]\n- two [@b]",
            "<ul>\n<li>one <sup>a</sup></li>\n<li>two <sup>b</sup></li>\n</ul>",
        ),
        (
            "3. one [@a]\n\n4. two",
            '<ol start="3">\n<li>\n<p>one <sup>a</sup></p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ol>',
        ),
        ("> so [@a]", "<blockquote>\n<p>so <sup>a</sup></p>\n</blockquote>"),
        ("> so [@a,\n> p. 3] x", "<blockquote>\n<p>so <sup>a p. 3</sup> x</p>\n</blockquote>"),
        ("> - [@a;\n>   @b]", "<blockquote>\n<ul>\n<li><sup>a; b</sup></li>\n</ul>\n</blockquote>"),
        (
            "| a [@x] |\n|---|\n| b [@y, p\\|q] |",
            "<table><thead><tr><th>a <sup>x</sup></th></tr>"
            "</thead><tbody>\n<tr><td>b <sup>y p|q</sup></td></tr>\n</tbody></table>",
        ),
        (
            "| a | b | c |\n|:--|--:|:-:|",
            '<table><thead><tr><th class="align-left">a</th>'
            '<th class="align-right">b</th><th class="align-center">c</th></tr></thead>'
            "<tbody>\n</tbody></table>",
        ),
        # code is code
        ("`[@a]` [@b]", "<p><code>[@a]</code> <sup>b</sup></p>"),
        ("``[@A `x` `` y", "<p><code>[@A `x` </code> y</p>"),
        ("    [@a]\n", "<pre><code>[@a]\n</code></pre>"),
        ("```python\n[@a] [@Not\n```", "<pre><code>[@a] [@Not\n</code></pre>"),
        # a backslash
        (r"\[@a]", "<p>[@a]</p>"),
        (r"\[@a\] [@b]", "<p>[@a] <sup>b</sup></p>"),
        (r"\\[@a]", "<p>\\<sup>a</sup></p>"),
        (r"\\\[@A]", "<p>\\[@A]</p>"),
        (r"\![@a]", "<p>!<sup>a</sup></p>"),
        # other scripts
        ("سقطت صواريخ [@a]. ثم", "<p>سقطت صواريخ <sup>a</sup>. ثم</p>"),
        ("🚀🇮🇶👩‍🚒 [@a] 日本[@b]語", "<p>🚀🇮🇶👩‍🚒 <sup>a</sup> 日本<sup>b</sup>語</p>"),
        # what is not a citation is left as it is
        ("a@b.example [x] [see @a] @a", "<p>a@b.example [x] [see @a] @a</p>"),
        (
            "<https://a.example/[@a]>",
            '<p><a href="https://a.example/%5B@a%5D" rel="nofollow">https://a.example/[@a]</a></p>',
        ),
        (
            '[t](https://a.example "[@a]")',
            '<p><a href="https://a.example" title="[@a]" rel="nofollow">t</a></p>',
        ),
        ("<a@b.example>", '<p><a href="mailto:a@b.example" rel="nofollow">a@b.example</a></p>'),
        (
            "[t][u]\n\n[u]: HTTPS://a.example/?x=1&y",
            '<p><a href="HTTPS://a.example/?x=1&amp;y" rel="nofollow">t</a></p>',
        ),
        ("a  \nb\n\n---\n\n###### c", "<p>a<br>\nb</p>\n<hr>\n<h6>c</h6>"),
        (
            'citation:0 `<a href="citation:0">x</a>` [@a]',
            '<p>citation:0 <code>&lt;a href="citation:0"&gt;x&lt;/a&gt;</code> <sup>a</sup></p>',
        ),
        ("", ""),
    ],
)
def test_renders(source: str, html: str) -> None:
    assert scan(source).flaws == ()
    assert render(source).html(_mark).strip() == html


def test_offsets_are_characters() -> None:
    text = "🚀 “é” [@a, p. 3]\n\n> x [@b;\n> @c] é [@d]"
    citations = scan(text).citations
    assert [text[found.start : found.end] for found in citations] == [
        "[@a, p. 3]",
        "[@b;\n> @c]",
        "[@d]",
    ]
    assert [found.sources for found in citations] == [
        (CitedSource("a", "p. 3"),),
        (CitedSource("b"), CitedSource("c")),
        (CitedSource("d"),),
    ]


def test_a_mark_gets_the_citation_that_scan_gives() -> None:
    text = "é [@a] *x [@b]* `[@c]` [@a]"
    asked: list[tuple[CitedSource, ...]] = []

    def mark(cited: tuple[CitedSource, ...]) -> str:
        asked.append(cited)
        return "<!-- trusted -->"

    html = render(text).html(mark)
    assert asked == [citation.sources for citation in scan(text).citations]
    assert html.count("<!-- trusted -->") == 3


def test_a_citation_beyond_the_table_is_neither_shown_nor_counted() -> None:
    """GitHub drops cells that the table has no column for; so does the page."""
    text = "| a |\n|---|\n| b | c [@x] |"
    assert "x" not in render(text).html(_mark)
    assert scan(text).citations == ()
