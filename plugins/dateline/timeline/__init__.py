"""The timeline: an overview, a page for each year, a page for each month with its days."""

from dateline.plan import contributions
from dateline.timeline.outputs import outputs

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
