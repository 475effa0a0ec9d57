"""Files as bytes: how they are cut in two, how long they may be, and where things stand in them."""

import os
from pathlib import Path

import pytest
from read_bytes import read

from building import HARBOUR
from dateline.read.content import read_content
from dateline.read.document import Document
from harbours import SMALLEST, WHOLE, copied, found_in

_SMALLEST = (HARBOUR / SMALLEST).read_bytes()
_KIB64 = 64 * 1024

# Bytes, and the code, line, column and words of what is found first.
_BYTES = (
    (b"", "E003", 1, 1, "does not begin with front matter; begin with a line ---"),
    (b"\n---\n---\n", "E003", 1, 1, "does not begin with front matter"),
    (b" ---\n---\n", "E003", 1, 1, "does not begin with front matter"),
    (b"Title: x\n\nText.\n", "E003", 1, 1, "does not begin with front matter"),
    (b"---", "E003", 1, 1, "the front matter has no end; end it with a line ---"),
    (b"---\na: b\n --- \n", "E003", 4, 1, "the front matter has no end"),
    (b"---\n---\nText", "E003", 2, 1, "the front matter is empty; fill in the required fields"),
    (b"---\n# nothing\n\n---\nText", "E003", 2, 1, "the front matter is empty"),
    (b"---\n- a\n---\n", "E103", 2, 1, "a list where keys and values are wanted; write id: …, ti"),
    (b"---\nword\n---\n", "E103", 2, 1, "a single value where keys and values are wanted"),
    (b"---\ntitle: Attaqu\xe9\n---\n", "E001", 2, 14, "the byte 0xe9 is not UTF-8 text; save"),
    ("---\r\ntitle: äö".encode() + b"\xff\r\n---\r\n", "E001", 2, 10, "the byte 0xff"),
    ("---\ntitle: x\n---\nÄ ü ".encode() + b"\x80", "E001", 4, 5, "the byte 0x80"),
    (b"\xff\xfe-\x00-\x00-\x00", "E001", 1, 1, "the byte 0xff"),
    (b"---\ntitle: \xed\xa0\x80\n---\n", "E001", 2, 8, "the byte 0xed"),
    (b"---\ntitle: a\x00b\n---\n", "E002", 2, 9, "the character U+0000 control character"),
    (b"---\ntitle: a\x1b[31m\n---\n", "E002", 2, 9, "the character U+001B control character"),
    ("---\ntitle: a\u202eb\n---\n".encode(), "E002", 2, 9, "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("---\ntitle: a\u2028b\n---\n".encode(), "E002", 2, 9, "U+2028 LINE SEPARATOR"),
    ("---\ntitle: a\x85b\n---\n".encode(), "E002", 2, 9, "U+0085 control character"),
    ("---\ntitle: a\n---\nÄÖ \ue000".encode(), "E002", 4, 4, "U+E000 private-use character"),
)


@pytest.mark.parametrize(("data", "code", "line", "column", "words"), _BYTES)
def test_bytes(data: bytes, code: str, line: int, column: int, words: str) -> None:
    first = read(data).findings[0]
    assert (first.code, first.line, first.column) == (code, line, column)
    assert words in f"{first.message}; {first.advice}"


@pytest.mark.parametrize("letter", ["x", "ä", "🚀"])
def test_both_parts_may_have_64_kib_each(letter: str) -> None:
    """Counted in bytes, each part by itself; the fences are in neither."""
    front = f"time_note: {letter * ((_KIB64 - 12) // len(letter.encode()))}"
    front += " " * (_KIB64 - 1 - len(front.encode())) + "\n"
    text = letter * (_KIB64 // len(letter.encode()))
    assert len(front.encode()) == len(text.encode()) == _KIB64
    codes = [f.code for f in read(f"---\n{front}---\n{text}".encode()).findings]
    assert "E004" not in codes
    found = read(f"---\n {front}---\n{text}".encode()).findings
    assert [(f.code, f.line, f.message) for f in found] == [
        ("E004", 1, "the front matter is over 64 KiB")
    ]
    found = read(f"---\n{front}---\n{text} ".encode()).findings
    assert [(f.code, f.line, f.message) for f in found] == [("E004", 4, "the text is over 64 KiB")]
    found = read(f"---\n {front}---\n{text} ".encode()).findings
    assert [f.code for f in found] == ["E004", "E004"]


def test_line_ends_and_a_byte_order_mark_are_no_part_of_what_is_read() -> None:
    plain = read(_SMALLEST)
    assert isinstance(plain, Document)
    for data in (
        b"\xef\xbb\xbf" + _SMALLEST,
        _SMALLEST.replace(b"\n", b"\r\n"),
        _SMALLEST.replace(b"\n", b"\r"),
    ):
        other = read(data)
        assert isinstance(other, Document)
        assert (other.value, other.text, other.marks) == (plain.value, plain.text, plain.marks)
        assert other.digest != plain.digest


def test_a_rule_in_the_text_is_not_the_end_of_the_front_matter() -> None:
    result = read(_SMALLEST + b"\n---\n\nMore [@gazette].\n")
    assert isinstance(result, Document)
    assert result.text.count("---") == 1
    assert result.text_line == _SMALLEST[
        : _SMALLEST.index(
            b"A port worker told the Harbour Gazette that rockets fell near South Pier in the night"
        )
    ].count(b"\n")


# A fault deep in the whole brief, written by hand: what an editor shows as line and column.
_PLACES = (
    ("      - n: 4\n", "      - n: four\n", "E109", "n: four", 3),
    ("by: Ministry of Defence", "by: ''", "E106", "''\n        as_of: 2021-05-06", 0),
    ("[gazette-2021-05-06]\n        best", "[a, gazzete]\n        best", "E230", "gazzete]", 0),
    (
        '        sources: [harbour-brigade-statement]\n      - says: "The fuel',
        '        sources: []\n      - says: "The fuel',
        "E114",
        "[]\n      - says",
        0,
    ),
    ("{acled: [XYZ123]}", "{acled: [XYZ123, '']}", "E106", "'']}", 0),
    ("key: gazette-2021-05-05 ", "key: Gazette_ ", "E107", "Gazette_ ", 0),
    ("    carries: Reuters ", "    carrys: Reuters ", "E102", "carrys: ", 0),
    ("p. 3].", "p. 3]. Ä ö [@nobody].", "E230", "[@nobody]", 0),
    ("Text in Markdown.", "Ein Täxt <b>.", "E301", "<b>.", 0),
)


@pytest.mark.parametrize(("old", "new", "code", "at", "within"), _PLACES)
def test_a_place_is_as_an_editor_shows_it(
    old: str, new: str, code: str, at: str, within: int, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    source = (content / WHOLE).read_text("utf-8")
    assert source.count(old) == 1
    source = source.replace(old, new)
    (content / WHOLE).write_text(source, "utf-8")
    assert source.count(at) == 1
    before = source[: source.index(at) + within]
    line = before.count("\n") + 1
    column = len(before.rsplit("\n", 1)[-1]) + 1
    places = [(f.line, f.column) for f in found_in(content) if f.code == code]
    assert (line, column) in places, places


def test_a_folder_without_content_is_an_archive_without_briefs(tmp_path: Path) -> None:
    read_from = read_content(tmp_path / "none", "content")
    assert (read_from.documents, read_from.unread, read_from.findings) == ((), (), ())


def test_a_folder_that_cannot_be_read_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = copied(tmp_path)
    real = os.scandir

    def refusing(folder: Path) -> object:
        if folder == content / "briefs" / "2021":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr("os.scandir", refusing)
    found = [f for f in found_in(content) if f.is_error]
    assert [(f.path, f.code, f.message) for f in found] == [
        ("briefs/2021", "E010", "a folder that cannot be read")
    ]
