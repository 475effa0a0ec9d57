"""Feeds in RSS 2.0, Atom and JSON Feed: for the whole archive, beside the page of every group,
place, country and weapon, and for corrections; a page that lists them, and all of them in one file.

A feed tells of incidents that are new to the archive, that of corrections of what was changed since
then. Ids follow FEED_AUTHORITY and never the address of the site, dates are those on which briefs
entered the archive or were revised: no other edit, no move and no rebuild makes old things look
new.
"""

from dateline.feeds.outputs import outputs
from dateline.plan import contributions

__all__ = ["outputs", "register"]


def register() -> None:
    contributions.connect(outputs)
