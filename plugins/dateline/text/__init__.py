"""The text of a brief: Markdown from strangers, its citations, its sentences.

Strangers write it, so nothing here trusts it (docs: "Two trusts"). `scan` says what may not be
published and where, `render` makes HTML of what may, `sentences` cuts the same text into the units
that the check, the reviews and the page count by. All three read the text once, in `reading`.
Nothing here knows briefs, Pelican or the site: what a citation looks like is the caller's affair.
"""

from dateline.text.characters import forbidden_character
from dateline.text.citations import Citation, CitedSource
from dateline.text.flaws import Flaw, FlawKind
from dateline.text.places import place
from dateline.text.rendering import Prose, render
from dateline.text.scanning import Scan, scan
from dateline.text.sentences import Sentence, sentences

__all__ = (
    "Citation",
    "CitedSource",
    "Flaw",
    "FlawKind",
    "Prose",
    "Scan",
    "Sentence",
    "forbidden_character",
    "place",
    "render",
    "scan",
    "sentences",
)
