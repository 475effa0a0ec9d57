"""Whatever the bytes: a clean document or findings, never a crash and never a hang.

And what passes the check cannot break the build. Each property runs in a child process, so that a
parser that aborts or never returns is a failed test and not the end of the run.
"""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import HARBOUR
from children import hold_in_a_child
from dateline.archive import build
from dateline.briefs.neighbours import Neighbours, neighbours
from dateline.briefs.view import brief_view
from dateline.check import Policy, check, collect
from dateline.findings import RULES, Finding, has_errors
from dateline.findings.formats import FORMATS, write
from dateline.plan import Site, SiteSettings
from dateline.read.content import Content, read_content
from dateline.read.document import Document, read_document
from dateline.read.files import KINDS, ContentFile, Kind
from harbours import SMALLEST, WHOLE

_LIMIT_IN_SECONDS = 120
_PROPERTY = settings(
    max_examples=250,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_POLICY = Policy(Day(2021, 5, 9))
_KEYS = (
    *("id", "title", "summary", "added", "date", "end_date", "date_precision", "date_earliest"),
    *("date_latest", "time_note", "locations", "target", "target_kind", "claimed_by", "group"),
    *("attributed_to", "actor", "by", "denied_by", "weapons", "type", "location", "launched", "<<"),
    *("intercepted", "casualties", "who", "side", "cause", "killed", "injured", "shared_with", "n"),
    *("low", "high", "best", "superseded", "as_of", "outcome", "damage", "level", "note", "topic"),
    *("verification", "confirmed_by", "disputed_by", "disagreements", "versions", "says", "mode"),
    *("unknowns", "official_count", "sources", "key", "publisher", "published", "url", "quote"),
    *("related", "response_to", "aliases", "revisions", "kind", "status", "merged_into", "role"),
    *("external_ids", "acled", "name", "country", "latitude", "longitude", "parents", "parent"),
    *("relations", "same_as", "count", "by_country", "IS", "since", "countries", "sea", "standing"),
)
_WORDS = (
    *("2021-05-04", "2021-05-04T04:10+03:00", "0001-01-01", "9999-12-31T23:59:59-14:00", "month"),
    *("0001-01-01T00:00+14:00", "2021-05-01", "approximate", "unknown", "0", "4", "999999999"),
    *("south-pier", "north-pier", "drone", "harbour-brigade", "gazette", "coalition-2021-05-04"),
    *("2021-05-04-south-pier-rockets", "2021-05-04-north-pier-drones", "confirmed", "claimed"),
    *("draft", "withdrawn", "merged", "withdrawal", "correction", "true", "", "~", "é" * 200),
    *("https://example.org/", "https://[", "https://a:0/", "IS", "XZ", "91.0", "-0.5", "en", "\t"),
    *(
        "stopped",
        "major",
        "none",
        "coalition",
        "carried-out",
        "series",
        "superseded",
        "{{x}}",
        "%s",
    ),
    *("<b>&amp;</b>", "\ue000", "\x1b[31m", "\ud800", "[@gazette]", "[/b]", "\u0130", "\ufeff"),
)
_SCALARS = st.one_of(st.sampled_from(_WORDS), st.text(max_size=6), st.integers(), st.none())
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5),
    ),
    max_leaves=12,
)
_PIECES = (
    *(f"{key}: " for key in _KEYS[:40]),
    *_WORDS[:40],
    *(
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ": ",
        '"',
        "'",
        "#",
    ),
    *("|\n", ">\n", "&a ", "*a", "!t ", "? ", "\n---\n", "\n...\n", "%YAML 1.1\n", "\t", "\\", "@"),
    *("<<: ", "'\n", '"\n', "\r\n", "\ufeff", "\x00", "[@gazette]", "[@a][@b]", "\n\n# x\n"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


_FILES = st.one_of(
    st.binary(max_size=60),
    st.binary(max_size=40).map(lambda data: b"---\n" + data + b"\n---\n" + data),
    _TEXTS.map(lambda text: _bytes_of(f"---\n{text}\n---\n{text}")),
    _VALUES.map(lambda value: _bytes_of(f"---\n{_dumped(value)}---\nIt fell [@gazette].\n")),
)


def _dumped(value: object) -> str:
    written: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    return written


@settings(_PROPERTY, max_examples=1000)
@given(_FILES, st.sampled_from(KINDS))
def _any_bytes_are_read(data: bytes, kind: Kind) -> None:
    file = ContentFile(kind, Path("2021-05-04-south-pier-rockets.md"), "x.md")
    result = read_document(file, data)
    documents = (result,) if isinstance(result, Document) else ()
    unread = () if isinstance(result, Document) else (result,)
    content = Content(documents, unread, ())
    found = check(content, collect(content), _POLICY)
    assert found or isinstance(result, Document)
    lines = len(
        data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    for finding in found:
        _is_sound(finding, lines)
    for form in FORMATS:
        assert write(found, form).isascii() or form != "json"


def _is_sound(finding: Finding, lines: int) -> None:
    assert 1 <= finding.line <= lines + 1
    assert finding.column >= 1
    assert finding.code in RULES
    assert finding.message
    assert finding.advice or finding.code == "E103"
    assert len(finding.message) < 400


# Values that a field may have, each by itself; * stands for several fields. What does not go
# together is refused by the check.
_ALLOWED: tuple[tuple[str, str], ...] = (
    *(("date", f"'{day}'") for day in ("0001-01-01", "2021-05-01", "0001-01-01T00:00+14:00")),
    *(("date", f"'{day}'") for day in ("2021-05-04T23:59:59-14:00", "1999-12-31T00:00Z")),
    *(("end_date", f"'{day}'") for day in ("9999-12-31", "9999-12-31T23:59-14:00", "2021-05-04")),
    *(("date_earliest", "0001-01-01"), ("date_latest", "9999-12-31"), ("added", "0001-01-01")),
    *(("date_precision", word) for word in ("day", "approximate", "month")),
    *(
        ("title", "'<b>&\"}} {{ x }} {% x %} %s'"),
        ("summary", "'</script><!--'"),
        ("target", "'|'"),
    ),
    *(("time_note", "'|'"), ("target_kind", "other"), ("claimed_by", "[]"), ("denied_by", "[]")),
    ("claimed_by", "[{group: coastal-republic, sources: [SRC], standing: withdrawn}]"),
    ("claimed_by", "[{group: harbour-brigade, sources: [SRC, SRC], date: 9999-12-31}]"),
    ("attributed_to", "[{actor: A, by: B, sources: [SRC]}]"),
    ("attributed_to", "[{group: harbour-brigade, by: B, sources: [SRC], confidence: certain}]"),
    (
        "denied_by",
        "[{by: A, sources: [SRC], note: x}, {group: harbour-brigade, sources: [SRC]}]",
    ),
    *(("weapons", "[]"), ("weapons", "[{type: unknown}]"), ("weapons", "[{type: [drone, drone]}]")),
    (
        "weapons",
        "[{type: drone, launched: {low: 0}, intercepted: {low: 0, best: 9}, sources: [SRC]}]",
    ),
    (
        "weapons",
        "[{type: drone, launched: [{n: unknown, by: A, sources: [SRC]}], location: PLACE}]",
    ),
    (
        "casualties",
        "[{who: A, side: other, killed: 999999999, injured: {low: 1}, sources: [SRC]}]",
    ),
    ("casualties", "[{who: A, side: us, cause: related, shared_with: [OTHER], killed: unknown}]"),
    (
        "casualties",
        "[{who: A, side: us, shared_with: [OTHER, OTHER], killed: 1, sources: [SRC]}]",
    ),
    (
        "casualties",
        "[{who: A, side: us, injured: [{n: 1, by: A, sources: [SRC], superseded: true}]}]",
    ),
    *(("outcome", word) for word in ("stopped", "partly-stopped", "hit", "missed", "unknown")),
    *(("damage", "unknown"), ("damage", "{level: none, sources: [SRC]}")),
    *(("verification", word) for word in ("confirmed", "reported", "claimed", "disputed")),
    ("confirmed_by", "[{by: A, sources: [SRC], date: 0001-01-01}]"),
    ("disputed_by", "[{by: A, sources: [SRC], note: x}]"),
    ("disagreements", "[{topic: x, note: y, versions: [{says: x, sources: [SRC]}]}]"),
    *(
        ("unknowns", "[]"),
        ("unknowns", "[a, b]"),
        ("related", "[OTHER]"),
        ("response_to", "[OTHER]"),
    ),
    *(("official_count", f"{{n: {n}, by: A, sources: [SRC]}}") for n in ("0", "unknown")),
    *(("official_count", f"{{n: {n}, by: A, sources: [SRC]}}") for n in ("{low: 2}", "3")),
    *(
        ("aliases", "[an-old-name, another]"),
        ("external_ids", "{}"),
        ("external_ids", "{gtd: [a]}"),
    ),
    ("revisions", "[{date: 0001-01-01, kind: update, note: x}]"),
    ("revisions", "[{date: 9999-12-31, kind: withdrawal, note: x, sources: [SRC]}]"),
    *(("status", word) for word in ("draft", "withdrawn", "merged")),
    ("*", "{status: merged, merged_into: OTHER}"),
    ("*", "{status: withdrawn, revisions: [{date: 2021-05-06, kind: withdrawal, note: x}]}"),
    *(("merged_into", "OTHER"), ("locations", "[PLACE, PLACE]"), ("locations", "[north-pier]")),
)
_passed = 0


@_PROPERTY
@given(st.data())
def _what_passes_can_be_built(data: st.DataObject) -> None:
    """The two example briefs with other values, allowed ones and some that are not."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path in HARBOUR.rglob("*.md"):
            below = root / path.relative_to(HARBOUR)
            below.parent.mkdir(parents=True, exist_ok=True)
            below.write_bytes(path.read_bytes())
        for changed in (WHOLE, SMALLEST):
            (root / changed).write_bytes(_bytes_of(data.draw(_changed(changed))))
        _builds(root)


@st.composite
def _changed(draw: st.DrawFn, path: str) -> str:
    _, front, text = (HARBOUR / path).read_text("utf-8").split("---\n", 2)
    value = _as_texts(front)
    for key, written in draw(st.lists(st.sampled_from(_ALLOWED), max_size=5)):
        given = _as_texts(_named(written, path))
        value.update(given if key == "*" else {key: given})
    cited = "; @".join(_listed(value))
    if draw(st.integers(0, 3)) == 0:
        holder, key = draw(st.sampled_from(list(_places(value))))
        holder[key] = draw(_VALUES)
    text += f"\nAll of it [@{cited}]."
    if draw(st.integers(0, 3)) == 0:
        text += draw(st.lists(st.sampled_from(_MARKDOWN), max_size=4).map("".join))
    return f"---\n{_dumped(value)}---\n{text}"


_MARKDOWN = (
    "x. ",
    "\n\n## y\n",
    "\n> z\n",
    "\n|a|\n|-|\n|b|\n",
    "`[@c]`",
    "&amp;",
    "\n\n",
    "$1 \\1 {{",
)


def _as_texts(written: str) -> Any:
    return yaml.BaseLoader(written).get_single_data()


def _listed(value: Any) -> list[str]:
    """The keys that the example brief lists."""
    return [item["key"] if isinstance(item, dict) else item for item in value["sources"]]


def _named(written: str, path: str) -> str:
    """The words in capitals as the names that the brief at `path` knows."""
    source, place, other = ("gazette-2021-05-06", "north-pier", SMALLEST)
    if path == SMALLEST:
        source, place, other = ("gazette", "south-pier", WHOLE)
    other = Path(other).stem
    return written.replace("SRC", source).replace("PLACE", place).replace("OTHER", other)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(value) if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _builds(root: Path) -> None:
    global _passed
    content = read_content(root, "")
    collection = collect(content)
    if has_errors(check(content, collection, _POLICY)):
        return
    _passed += 1
    archive = build(collection)
    site = Site(SiteSettings("A", "https://a.example", "B", "C", "https://c.example", ("a", 2021)))
    site.fix(())
    around = neighbours(archive)
    for entry in archive.with_page:
        view = brief_view(archive, site, entry, around.get(entry.slug, Neighbours()))
        assert view.title == entry.value.title
        assert "\ue000" not in view.body


def _many_builds() -> None:
    _what_passes_can_be_built()
    assert _passed > 25, f"only {_passed} passed the check"


_PROPERTIES: dict[str, Callable[[], None]] = {
    "any bytes are read": _any_bytes_are_read,
    "what passes can be built": _many_builds,
}


def _hold(name: str) -> None:
    _PROPERTIES[name]()


@pytest.mark.parametrize("name", _PROPERTIES)
def test_any_file(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    hold_in_a_child(_hold, name, _LIMIT_IN_SECONDS, capfd)
