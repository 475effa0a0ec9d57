"""The land below the maps of the site: one picture for all of them."""

from dateline.maps.outputs import outputs
from dateline.plan import contributions

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
