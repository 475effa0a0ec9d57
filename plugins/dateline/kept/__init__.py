"""What reading and a file's own rules made of a content file, kept for the next build by content.

A build needs the facts of all files, and the whole of a few. So facts, references and warnings are
kept apart from values and texts, which are fetched when they are asked for.
"""

from dateline.kept.files import Kept, Seen, SharedFigure, from_plain, one_of, plain, refers_to
from dateline.kept.store import CannotKeep, NotFetched, Store
from dateline.kept.values import Said, to_bytes

__all__ = [
    "CannotKeep",
    "Kept",
    "NotFetched",
    "Said",
    "Seen",
    "SharedFigure",
    "Store",
    "from_plain",
    "one_of",
    "plain",
    "refers_to",
    "to_bytes",
]
