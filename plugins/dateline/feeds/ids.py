"""The ids of feeds and of what they hold: tag URIs (RFC 4151).

They follow the authority of the settings and never the site's address, so that a site that moves
shows nobody its old incidents as new ones.
"""

from datetime import date as Day

from dateline.model.facts import Facts
from dateline.plan import SiteSettings


def tag(settings: SiteSettings, name: str) -> str:
    host, year = settings.feed_authority
    return f"tag:{host},{year}:{name}"


def lasting_name(facts: Facts) -> str:
    """The id under which a brief was first published: its first alias, where it was renamed."""
    return facts.aliases[0] if facts.aliases else facts.id


def first_day(settings: SiteSettings) -> Day:
    """The day that the authority's year stands for (RFC 4151: "2023" means 1 January 2023).

    It dates a feed that holds nothing yet: both formats ask for a date, and the day of the build
    would be another one each time.
    """
    return Day(settings.feed_authority[1], 1, 1)
