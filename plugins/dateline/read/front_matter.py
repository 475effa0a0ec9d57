"""The bytes of one file into its two parts: front matter and text."""

from dateline.findings import Finding
from dateline.frozen import frozen
from dateline.text import forbidden_character, place

MAX_BYTES = 64 * 1024
FENCE = "---"


@frozen
class Parts:
    """Front matter and text; `text_line` is the number of lines of the file before the text."""

    front: str
    text: str
    text_line: int


def split(data: bytes, shown: str) -> tuple[Parts | None, list[Finding]]:
    """The two parts, or None where the file cannot be read at all.

    A byte order mark and Windows or old Macintosh line ends are accepted: they change nothing that
    anybody sees.
    """
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error, shown)]
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    bad = forbidden_character(source)
    if bad is not None:
        line, column = place(source, bad[0])
        return None, [Finding(shown, line, column, "E002", f"the character {bad[1]}")]
    lines = source.split("\n")
    if lines[0].rstrip() != FENCE:
        message = "the file does not begin with front matter"
        return None, [Finding(shown, 1, 1, "E003", message)]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        message = "the front matter has no end"
        return None, [Finding(shown, len(lines), 1, "E003", message, "end it with a line ---")]
    parts = Parts("\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 1)
    return _within_size(parts, shown)


def _within_size(parts: Parts, shown: str) -> tuple[Parts | None, list[Finding]]:
    findings = []
    if len(parts.front.encode()) > MAX_BYTES:
        findings.append(Finding(shown, 1, 1, "E004", "the front matter is over 64 KiB"))
    if len(parts.text.encode()) > MAX_BYTES:
        line = parts.text_line + 1
        findings.append(Finding(shown, line, 1, "E004", "the text is over 64 KiB"))
    return (None if findings else parts), findings


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> Finding:
    before = data[: error.start].replace(b"\r\n", b"\n").decode("utf-8", "replace")
    line, column = place(before, len(before))
    byte = data[error.start]
    return Finding(shown, line, column, "E001", f"the byte 0x{byte:02x} is not UTF-8 text")
