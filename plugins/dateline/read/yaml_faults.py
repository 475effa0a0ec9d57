"""What the YAML parser complains of, in words for somebody who has never heard of YAML."""

import yaml

from dateline.frozen import frozen

IN_QUOTES = "put the text in quotes"
INDENT = "begin keys that belong together in one column, two spaces deeper for each level"


@frozen
class Told:
    """One fault: line and column from 0, what is wrong, what to do."""

    line: int
    column: int
    message: str
    remedy: str


# A part of the parser's own message, and what stands for it.
_PHRASES = (
    ("violates indentation", "a tab in the indentation", "use spaces"),
    (
        "alphabetic or numeric character",
        "a value begins with a character that YAML reserves",
        IN_QUOTES,
    ),
    ("comment or line break", "a value begins with > or |, which YAML reserves", IN_QUOTES),
    ("mapping keys are not allowed", "a value begins with ?, which YAML reserves", IN_QUOTES),
    (
        "block sequence entries are not allowed",
        "a value begins with a hyphen in the line of its key",
        "begin a list in the next line, or put the text in quotes",
    ),
    (
        "expected node content",
        "a bracket or comma where a value is wanted",
        "put the text in quotes, or take the comma out",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes",
        "write two backslashes, or use single quotes",
    ),
    ("escape code", "an escape that stands for no character", "write the character itself"),
    ("hexdecimal number", "an escape that stands for no character", "write the character itself"),
    (
        "<document start>",
        "a line that begins before the others or is no key, such as ... or %",
        "take it out, or begin all keys in the first column",
    ),
)


def in_plain_words(error: yaml.MarkedYAMLError, text: str) -> Told:
    """Places the fault where a person has to look: at what was opened, not where the end is."""
    problem, at, begun = error.problem or "", error.problem_mark, error.context_mark
    line, column = (at.line, at.column) if at else (0, 0)
    before = _before(text, line, column)
    if "mapping values are not allowed" in problem:
        return Told(line, column, *_second_colon(before))
    if "did not find expected ',' or" in problem:
        message = "a list or mapping in brackets is not closed, or a text in it needs quotes"
        if begun and begun.line != line:
            line, column = begun.line, begun.column
        return Told(line, column, message, "close the bracket, or put the text in quotes")
    if "could not find expected ':'" in problem and begun:
        remedy = "write key: value, with a space behind the colon; indent what belongs to a key"
        return Told(begun.line, begun.column, "a line that is no key with a colon", remedy)
    if "end of stream" in problem or "document indicator" in problem:
        line, column = (begun.line, begun.column) if begun else (line, column)
        return Told(line, column, "a quotation mark that is never closed", "close it")
    if "cannot start any token" in problem:
        return Told(line, column, *_reserved(text, line, column))
    if "did not find expected key" in problem or "did not find expected '-'" in problem:
        return Told(line, column, *_does_not_fit(before))
    for part, message, remedy in _PHRASES:
        if part in problem:
            return Told(line, column, message, remedy)
    remedy = "compare with the smallest brief of the brief format"
    return Told(line, column, f"YAML that cannot be read: {problem}", remedy)


def _second_colon(before: str) -> tuple[str, str]:
    if ": " in before:
        return 'a second ": " in one line', IN_QUOTES
    return "a key that is indented deeper than the one above it, which has a value", INDENT


def _reserved(text: str, line: int, column: int) -> tuple[str, str]:
    if text.split("\n")[line][column : column + 1] == "\t":
        return "a tab in the indentation", "use spaces"
    return "a value begins with a character that YAML reserves", IN_QUOTES


def _does_not_fit(before: str) -> tuple[str, str]:
    """A key is wanted. Behind a quotation mark or a bracket, a text went on that should not."""
    last = before.rstrip()[-1:]
    if last and last in "\"'":
        remedy = "put the whole text in quotes of the other kind"
        return "a text goes on behind its closing quotation mark", remedy
    if last and last in "]}":
        return "a text goes on behind a closing bracket", IN_QUOTES
    if last:
        return "a text goes on behind a value that YAML takes for whole", IN_QUOTES
    return "a line whose indentation does not fit those above it", INDENT


def _before(text: str, line: int, column: int) -> str:
    return text.split("\n")[line][:column]
