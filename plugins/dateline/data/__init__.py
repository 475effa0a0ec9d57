"""The archive as data for re-use: a file for each brief and facet page, and for the whole."""

from dateline.data.outputs import outputs
from dateline.plan import contributions

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
