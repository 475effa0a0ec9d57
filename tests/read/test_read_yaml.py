"""The front matter as YAML: what is refused, where, and in which words.

The words are for somebody who has never heard of YAML: each says what to do.
"""

import re

import pytest
from read_bytes import read

from building import HARBOUR
from dateline.findings import Finding
from dateline.findings.formats import as_text
from dateline.read.document import Document
from harbours import CARET, SMALLEST

_TITLE = "title: Rockets reported near South Pier\n"
_QUOTES = "put the text in quotes"

# What stands in the place of the title, with ‸ where the finding points to; code; words.
_TRAPS = (
    # Features that briefs do not use.
    ("title: ‸&name Rockets", "E006", "an anchor, &name; write the value out"),
    ("title: ‸*name", "E006", "an alias, *name; write the value out"),
    ("title: ‸!!str Rockets", "E006", "a tag, tag:yaml.org,2002:str; write the value out"),
    ("title: ‸!python/object:os.system x", "E006", "a tag, !python/object:os.system"),
    ("title: ‸! x", "E006", "a tag, !"),
    ("‸<<: {title: x}", "E006", "a merge key, <<"),
    ("title: x\n‸title: y", "E007", 'the key "title" is given twice; keep one of the two'),
    ("title: x\nzz: [[[[[[[‸[a]]]]]]]]", "E008", "nested deeper than 8 levels"),
    ("title: x\nzz: {a: {a: {a: {a: {a: {a: {a: ‸{a: b}}}}}}}}", "E008", "nested deeper"),
    ("title: x\n? ‸[a, b]\n: c", "E103", f"a key that is not a word; {_QUOTES}"),
    # Texts that need quotes.
    ("title: Attack‸: two", "E005", f'a second ": " in one line; {_QUOTES}'),
    ("title: Angriff auf München‸: zwei", "E005", _QUOTES),
    ("title: ‸@somebody", "E005", f"a character that YAML reserves; {_QUOTES}"),
    ("title: ‸`x`", "E005", _QUOTES),
    ("title: ‸%x", "E005", _QUOTES),
    ("title: *Two‸* rockets", "E005", _QUOTES),
    ("title: &‸ rockets", "E005", _QUOTES),
    ("title: > ‸two rockets", "E005", f"begins with > or |, which YAML reserves; {_QUOTES}"),
    ("title: ‸- two", "E005", "begins with a hyphen in the line of its key"),
    ("title: ‸? two", "E005", _QUOTES),
    ("title: ‸, two", "E005", _QUOTES),
    ("title: [Sic] ‸rockets", "E005", f"a text goes on behind a closing bracket; {_QUOTES}"),
    ("title: {a} ‸rockets", "E005", _QUOTES),
    ('title: "Two" ‸rockets', "E005", "put the whole text in quotes of the other kind"),
    ("title: 'it'‸s", "E005", "put the whole text in quotes of the other kind"),
    ("title: x\nunknowns:\n  - ‸Where: nobody says", "E103", _QUOTES),
    ("title: ‸{a: b}", "E103", _QUOTES),
    ("title: ‸[Sic]", "E103", _QUOTES),
    # Quotation marks, brackets, escapes.
    ('title: ‸"Two rockets', "E005", "a quotation mark that is never closed; close it"),
    ("title: ‸'Two rockets", "E005", "a quotation mark that is never closed; close it"),
    ("title: x\nunknowns: ‸[a, b", "E005", "is not closed, or a text in it needs quotes"),
    ('title: x\nunknowns: ["a" ‸b]', "E005", "close the bracket, or put the text in quotes"),
    ("title: x\nzz: {says: a‸: b}", "E005", "close the bracket, or put the text in quotes"),
    ("title: x\nunknowns: [a, ‸, b]", "E005", "a bracket or comma where a value is wanted"),
    (r'title: "a‸\q"', "E005", "write two backslashes, or use single quotes"),
    (r'title: "\u‸D800"', "E005", "an escape that stands for no character"),
    (r'title: "\x‸zz"', "E005", "an escape that stands for no character"),
    (r'title: ‸"\uE000"', "E002", "the character U+E000 private-use character"),
    (r'title: ‸"\x07"', "E002", "the character U+0007 control character"),
    (r'title: ‸"\u202E"', "E002", "the character U+202E RIGHT-TO-LEFT OVERRIDE"),
    (r'title: ‸"\uFFFE"', "E002", "the character U+FFFE noncharacter"),
    ('title: x\n‸"\\uE000": x', "E002", "U+E000"),
    # Keys, indentation, documents.
    ("‸title:Two rockets", "E005", "write key: value, with a space behind the colon"),
    ("‸title", "E005", "write key: value"),
    ("  title‸: x", "E005", "indented deeper than the one above it"),
    ("title: x\nweapons:\n  - type: drone\n   ‸launched: 2", "E005", "does not fit those above"),
    ("title: x\n‸- a", "E005", "a line whose indentation does not fit those above it"),
    ("‸\ttitle: x", "E005", "a tab in the indentation; use spaces"),
    ("title: x\nunknowns:\n‸\t- a", "E005", "a tab in the indentation; use spaces"),
    ("title: x\nunknowns:\n  - a\n‸\t- a", "E005", "a tab in the indentation; use spaces"),
    ("title: x\n...\n‸summary: x", "E005", "take it out, or begin all keys in the first column"),
    # Values.
    ("title: x\nunknowns:\n  - a\n  -‸", "E103", "an item without a value; delete the hyphen"),
    ("title: x\nunknowns: [a, ‸'', b]", "E106", "the text is empty"),
    ("title: x\nend_date: ‸2023-02-30", "E108", "there is no 2023-02-30 in the calendar"),
    ("title: x\nend_date: ‸0000-01-01", "E108", "there is no 0000-01-01"),
    ("title: x\nend_date: ‸2021-05-04T24:00Z", "E108", "not a minute with its offset"),
    ("title: x\nend_date: ‸2021-05-04 04:10", "E108", "is not a day or a minute"),
    ("title: x\nend_date: ‸２０２１-05-04", "E108", "is not a day or a minute"),
    ("title: x\nweapons: [{type: drone, launched: ‸1_000}]", "E109", "is not a count"),
    ("title: x\nweapons: [{type: drone, launched: ‸0x10}]", "E109", "is not a count"),
    ("title: x\nweapons: [{type: drone, launched: ‸٣}]", "E109", "is not a count"),
    (f"title: x\nweapons: [{{type: drone, launched: ‸{'9' * 5000}}}]", "E109", "999…"),
)


@pytest.mark.parametrize(("written", "code", "words"), _TRAPS, ids=[t[0][:40] for t in _TRAPS])
def test_a_trap(written: str, code: str, words: str) -> None:
    source = _smallest().replace(_TITLE, f"{written}\n")
    before = source[: source.index(CARET)]
    result = read(source.replace(CARET, "").encode())
    told = "\n".join(map(as_text, result.findings))
    found = [f for f in result.findings if f.code == code]
    assert found, told
    line_start = before.rfind("\n") + 1
    assert found[0].line == before.count("\n") + 1, told
    assert found[0].column == len(before) - line_start + 1, told
    assert words in f"{found[0].message}; {found[0].advice}", told
    assert all(_is_plain(finding) for finding in result.findings), told


def _is_plain(finding: Finding) -> bool:
    """No word of the parser's own comes through."""
    return not re.search(r"token|scalar|flow|block|node|stream|context", finding.message)


def test_two_documents() -> None:
    """`---` ends the front matter, so a second document can only begin on a line with more."""
    result = read(b"---\ntitle: x\n--- {a: b}\n---\n")
    assert [(f.code, f.line, f.column) for f in result.findings] == [("E005", 3, 1)]
    assert "a second YAML document; keep one front matter in a file" in as_text(result.findings[0])


@pytest.mark.parametrize("opening", ["[" * 28_000, "{a: " * 16_000, "- " * 30_000, "? " * 30_000])
@pytest.mark.parametrize("key", ["", "zz: ", "zz:\n  "])
def test_deep_nesting_is_a_finding(key: str, opening: str) -> None:
    result = read(f"---\n{key}{opening}\n---\n".encode())
    assert {f.code for f in result.findings} <= {"E005", "E008"}
    assert result.findings


def test_values_are_texts_as_they_are_written() -> None:
    for written in ("no", "0123", "12:30", "1_000", "~", "null", "1e3", ".inf", "2021-05-04", "=x"):
        result = read(_smallest().replace(_TITLE, f"title: {written}\n").encode())
        assert isinstance(result, Document)
        assert result.findings == ()
        assert result.value.title == written


def test_texts_over_several_lines_are_folded() -> None:
    folded = (
        "title: >\n  Two\n  rockets\n",
        'title: "Two\n  rockets"\n',
        "title: Two\n  rockets\n",
    )
    for written in (*folded, "title: |\n  Two\n  rockets\n"):
        result = read(_smallest().replace(_TITLE, written).encode())
        assert isinstance(result, Document)
        assert result.value.title == "Two rockets"


def _smallest() -> str:
    return (HARBOUR / SMALLEST).read_text("utf-8")
