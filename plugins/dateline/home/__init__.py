"""The first page: what the archive is, how much it holds, what is new, and the ways in."""

from dateline.home.outputs import outputs
from dateline.plan import contributions

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
