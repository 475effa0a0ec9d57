"""What every data file says of itself: under which licence, and in which shape."""

from dateline.plan import Site

# The first number grows when a name goes away or means something else, the second when a name comes
# in, the third when neither does. A file's readers go by the first.
SCHEMA_VERSION = "1.0.0"


def terms(site: Site) -> dict[str, object]:
    settings = site.settings
    return {
        "licence": {"name": settings.licence_name, "url": settings.licence_url},
        "schema_version": SCHEMA_VERSION,
    }
