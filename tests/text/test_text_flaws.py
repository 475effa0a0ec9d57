"""What is refused, and where exactly."""

import sys
import time

import pytest

from dateline.text import FlawKind, forbidden_character, place, render, scan, sentences

_MALFORMED = FlawKind.CITATION_MALFORMED
_FORBIDDEN = FlawKind.FORBIDDEN_CHARACTER


@pytest.mark.parametrize(
    ("source", "line", "column", "kind"),
    [
        ("a\n\n<div>x</div>\n", 3, 1, FlawKind.RAW_HTML),
        ("é <b> x", 1, 3, FlawKind.RAW_HTML),
        ("x <!-- y -->", 1, 3, FlawKind.RAW_HTML),
        ("> a\n>\n> <script>\n> x", 3, 3, FlawKind.RAW_HTML),
        ("| a |\n|---|\n| é <i> |", 3, 5, FlawKind.RAW_HTML),
        ("x ![y](https://a.example)", 1, 3, FlawKind.IMAGE),
        ("- ![y][z]\n\n[z]: https://a.example", 1, 3, FlawKind.IMAGE),
        ("a\n\n# b", 3, 1, FlawKind.HEADING_1),
        ("a\n\nb\n===", 3, 1, FlawKind.HEADING_1),
        ("> # b", 1, 3, FlawKind.HEADING_1),
        ("[@a]\n\n[@a]: http://evil.example", 3, 1, FlawKind.CITATION_DEFINITION),
        ("> - [@a]: http://evil.example\n\nx", 1, 5, FlawKind.CITATION_DEFINITION),
        ("[ @A ]: http://evil.example 'x'", 1, 1, FlawKind.CITATION_DEFINITION),
        ("é [the text][@a]", 1, 3, FlawKind.CITATION_AS_LINK_TARGET),
        ("é [the text][ @a, p. 3 ]", 1, 3, FlawKind.CITATION_AS_LINK_TARGET),
        ("é [@a](https://a.example)", 1, 3, FlawKind.CITATION_AS_LINK_TEXT),
        ("[*@a*](https://a.example)", 1, 1, FlawKind.CITATION_AS_LINK_TEXT),
        ("[@a][b]\n\n[b]: https://a.example", 1, 1, FlawKind.CITATION_AS_LINK_TEXT),
        ("é\n[@a][@b]", 2, 1, FlawKind.CITATIONS_ADJACENT),
        ("x [a [@x] b](https://a.example)", 1, 6, FlawKind.CITATION_IN_LINK),
        ("[[@a]](https://a.example)", 1, 2, FlawKind.CITATION_IN_LINK),
        ("[[@a] b][c]\n\n[c]: https://a.example", 1, 2, FlawKind.CITATION_IN_LINK),
        ("é![@a]", 1, 2, FlawKind.CITATION_IN_IMAGE),
        ("![x][@a]", 1, 1, FlawKind.CITATION_IN_IMAGE),
        ("x [@Not A Key]", 1, 3, _MALFORMED),
        ("x [@a; b]", 1, 3, _MALFORMED),
        ("x [@a, @b]", 1, 3, _MALFORMED),
        ("x [@a,]", 1, 3, _MALFORMED),
        ("x [@a;]", 1, 3, _MALFORMED),
        ("x [@]", 1, 3, _MALFORMED),
        ("x [@a p. 3]", 1, 3, _MALFORMED),
        ("x [@a--b]", 1, 3, _MALFORMED),
        ("x [@-a]", 1, 3, _MALFORMED),
        ("x [@ä]", 1, 3, _MALFORMED),
        ("x [@" + "a" * 81 + "]", 1, 3, _MALFORMED),
        ("x [@a][]", 1, 3, _MALFORMED),
        ("x [@a][b]", 1, 3, _MALFORMED),
        ("x [@a\n\ny", 1, 3, _MALFORMED),
        ("x [@a [b] c]", 1, 3, _MALFORMED),
        ("> x\n> [@A,\n> p. 3]", 2, 3, _MALFORMED),
        (r"x \\[@A]", 1, 5, _MALFORMED),
        ("x *a [@a, p*3]", 1, 6, _MALFORMED),
        ("x [@a, *p*]", 1, 3, _MALFORMED),
        ("x [@a, `p`]", 1, 3, _MALFORMED),
        ("x [@a, p &amp; q]", 1, 3, _MALFORMED),
        ("x [@a, p\\. q]", 1, 3, _MALFORMED),
        ("| x [@A] |\n|---|", 1, 5, _MALFORMED),
        ("é [t](javascript:alert(1))", 1, 3, FlawKind.UNSAFE_LINK),
        ("[t](JaVaScRiPt&colon;alert(1))", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](data:text/html,x)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](//a.example)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](/a)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](#a)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t]()", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](https:)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](https://a@b.example)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](https:\\\\b.example)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](<https://b.example/a b>)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](https://аррlе.example)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](https://\u212a.example)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](https://999.1.1.1)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](https://b.example:99999)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](mailto:)", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t](citation:0)", 1, 1, FlawKind.UNSAFE_LINK),
        ("<irc://a.example>", 1, 1, FlawKind.UNSAFE_LINK),
        ("[t][u]\n\n[u]: vbscript:x", 1, 1, FlawKind.UNSAFE_LINK),
        ("a\n\nb \ue000", 3, 3, _FORBIDDEN),
        ("é &#xE000;", 1, 3, _FORBIDDEN),
        ("é &#57344; b", 1, 3, _FORBIDDEN),
        ("é &#x10FFFD; b", 1, 3, _FORBIDDEN),
        ("é &#x202e; b", 1, 3, _FORBIDDEN),
        ("é &rlm; b", 1, 3, _FORBIDDEN),
        ("é &#27;[31m b", 1, 3, _FORBIDDEN),
        ("é &#x85; b", 1, 3, _FORBIDDEN),
        ('[t](https://a.example "&#x202E;")', 1, 1, _FORBIDDEN),
        ("[t](https://a.example/&#xE000;)", 1, 1, _FORBIDDEN),
        ("~~~ &#xE000;\nx\n~~~", 1, 1, _FORBIDDEN),
        ("a\nb\u202e", 2, 2, _FORBIDDEN),
        ("a\r\nb", 1, 2, _FORBIDDEN),
        ("a\x00", 1, 2, _FORBIDDEN),
        ("a `\u2066`", 1, 4, _FORBIDDEN),
        ("a\ud800", 1, 2, _FORBIDDEN),
        ("> " * 40 + "x", 1, 65, FlawKind.NESTED_TOO_DEEP),
    ],
)
def test_is_refused(source: str, line: int, column: int, kind: FlawKind) -> None:
    found = [(*place(source, flaw.start), flaw.kind) for flaw in scan(source).flaws]
    assert found == [(line, column, kind)]
    with pytest.raises(ValueError, match="text with a flaw"):
        render(source)
    sentences(source)


def test_every_flaw_is_told_in_the_order_of_the_text() -> None:
    text = "# é\n\n<b>[@B]</b> ![x [@a] y](u)\n\n[@q]: x\n\n\u200e &#xE000; \u200e"
    scanned = scan(text)
    assert [(*place(text, flaw.start), flaw.kind.value) for flaw in scanned.flaws] == [
        (1, 1, "heading-1"),
        (3, 1, "raw-html"),
        (3, 4, "citation-malformed"),
        (3, 8, "raw-html"),
        (3, 13, "image"),
        (3, 17, "citation-in-image"),
        (5, 1, "citation-definition"),
        (7, 1, "forbidden-character"),
        (7, 3, "forbidden-character"),
    ]


def test_a_detail_is_short_and_holds_nothing_forbidden() -> None:
    flaws = scan("x [@A \u202e" + "b" * 500 + "]").flaws
    assert [flaw.detail for flaw in flaws] == [
        "[@A \ufffd" + "b" * 54 + "…",
        "U+202E RIGHT-TO-LEFT OVERRIDE",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\ttext\nwith “é” 🚀 and ن\u200cم", None),
        ("", None),
        ("ab\u202e", (2, "U+202E RIGHT-TO-LEFT OVERRIDE")),
        ("é\u200f\u202e", (1, "U+200F RIGHT-TO-LEFT MARK")),
        ("\u061c", (0, "U+061C ARABIC LETTER MARK")),
        ("\u2028", (0, "U+2028 LINE SEPARATOR")),
        ("\u2029", (0, "U+2029 PARAGRAPH SEPARATOR")),
        ("a\x1b", (1, "U+001B control character")),
        ("a\x7f", (1, "U+007F control character")),
        ("\x85", (0, "U+0085 control character")),
        ("\uf8ff", (0, "U+F8FF private-use character")),
        ("\U000f0000", (0, "U+F0000 private-use character")),
        ("\U0010fffd", (0, "U+10FFFD private-use character")),
        ("\U0010ffff", (0, "U+10FFFF noncharacter")),
        ("\U0001fffe", (0, "U+1FFFE noncharacter")),
        ("\ufdd0", (0, "U+FDD0 noncharacter")),
        ("\uffff", (0, "U+FFFF noncharacter")),
        ("\udfff", (0, "U+DFFF surrogate")),
    ],
)
def test_forbidden_character(text: str, expected: tuple[int, str] | None) -> None:
    assert forbidden_character(text) == expected


def test_forbidden_characters_are_these_and_no_others() -> None:
    forbidden = {
        code for code in range(sys.maxunicode + 1) if forbidden_character(chr(code)) is not None
    }
    expected = {*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, 0x2028, 0x2029}
    expected |= {*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xF900)}
    expected |= {*range(0xFDD0, 0xFDF0), *range(0xF0000, 0x110000)}
    expected |= {plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)}
    assert forbidden == expected - {0x09, 0x0A}


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("🚀é\n\nسx", 5, (3, 2)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_place(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert place(text, offset) == expected


_SIZE = 64 * 1024


@pytest.mark.parametrize(
    "piece",
    [
        *(">", "> ", "- ", "1. ", "[", "]", "[@", "[@a]", "[@a] ", "[@A] ", "[@a][@b]", "![@a]"),
        *(
            "\\",
            "\\[@",
            "\\\\[@a]",
            "[\n",
            "[ ",
            "![",
            "[a](",
            "[a](<",
            "[@a](x ",
            "<",
            "<a ",
            "<b>",
        ),
        *(
            "*",
            "*a _b ",
            "**a",
            "`",
            "``` ",
            "&amp;",
            "&#xE000;",
            "\ue000",
            "\u202ea",
            ".",
            ". ",
            "A. ",
        ),
        *(
            '."',
            ".) ",
            "? A",
            "\n",
            "# \n",
            "|",
            "|-",
            "a\n\n",
            "- a\n\n",
            "[@a; ",
            "U.S. ",
            ".\u00a0",
        ),
        *(
            "<http://a",
            "<!--",
            "<![CDATA[",
            "é[@a] ",
            "é. É ",
            "`[@a]",
            "[@a]: x\n",
            "[@a]:\n",
            "] [@",
        ),
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    """64 KiB is what a text may have; what grows with its square would take minutes here."""
    text = piece * (_SIZE // len(piece.encode()))
    started = time.process_time()
    flaws = scan(text).flaws
    for flaw in flaws[:100]:
        place(text, flaw.start)
    sentences(text)
    if not flaws:
        render(text)
    assert time.process_time() - started < 5


def test_staircases_do_not_take_long() -> None:
    texts = [
        "".join("  " * depth + "- a [@a]\n" for depth in range(240)),
        "".join(">" * depth + " a\n" for depth in range(350)),
        "".join("`" * length + " " for length in range(1, 360)),
        *(
            f"[t]({scheme}{piece * 30_000}{end})"
            for scheme in ("https://", "mailto:")
            for piece in ("a", "a.", "a-", "1.", "@")
            for end in ("", "_")
        ),
        "*_" * 16_000 + "a" + "_*" * 16_000,
        "[" * 32_000 + "]" * 32_000,
        "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + "|\n" * 30_000,
        "".join(f"[x{n}]: https://a.example\n" for n in range(2_000)),
    ]
    for text in texts:
        started = time.process_time()
        if not scan(text).flaws:
            render(text)
        sentences(text)
        assert time.process_time() - started < 5
