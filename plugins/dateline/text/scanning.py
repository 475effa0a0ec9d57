"""What the check needs of a text: whom it cites, and what is wrong with it."""

from dateline.frozen import frozen
from dateline.text.citations import Citation
from dateline.text.flaws import Flaw
from dateline.text.reading import read


@frozen
class Scan:
    """Citations and flaws, each in the order of the text. A text with flaws is not rendered."""

    citations: tuple[Citation, ...]
    flaws: tuple[Flaw, ...]


def scan(text: str) -> Scan:
    """Citations and flaws of a text, which may be any string at all."""
    reading = read(text)
    return Scan(tuple(reading.citations.values()), reading.flaws)
