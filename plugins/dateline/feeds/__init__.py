"""Feeds: RSS 2.0 and Atom for the whole archive, and beside every group's and place's page.

A feed tells of incidents that are new to the archive. Its ids follow FEED_AUTHORITY and never the
address of the site, its dates are those on which briefs entered the archive: no edit, no move and
no rebuild makes an old incident look new.
"""

from dateline.feeds.outputs import outputs
from dateline.plan import contributions

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
