"""Sources: by publisher, by letter, and a page for each that several briefs share."""

from dateline.plan import contributions
from dateline.sources.outputs import outputs

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
