"""Our count beside the official ones, day by day."""

from dateline.plan import contributions
from dateline.totals.outputs import outputs

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
