"""What was changed after publication, newest first."""

from dateline.corrections.outputs import outputs
from dateline.plan import contributions

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
