"""The site as it is built on one's own machine, at http://localhost:8000."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

HERE = Path(__file__).resolve().parent

# The check, the tests and the build import one and the same core: plugins/ is on the path here too.
if str(HERE / "plugins") not in sys.path:
    sys.path.insert(0, str(HERE / "plugins"))

from dateline.door import Door  # noqa: E402 - the path above comes first

PELICAN_CLASS = Door
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = "cache"
# What an earlier build found out about a file is used again; --ignore-cache turns it off.
LOAD_CONTENT_CACHE = True
THEME = "theme"

SITENAME = "Attacks on US forces in the Middle East"
SITEURL = "http://localhost:8000"
SITE_DESCRIPTION = (
    "A record of reported attacks on US forces in Iraq, Syria and Jordan, and at sea off Yemen, "
    "from October 2023 to December 2024: what is claimed, what is attributed and what is "
    "confirmed, each with who says so."
)
LICENCE_NAME = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

# Feed ids are made of these two and of a brief's id, and of nothing else. Never change them.
FEED_AUTHORITY = ("dateline.example", 2026)

# A part taken out takes its pages along; nothing else breaks.
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "dateline.home",
    "dateline.maps",
    "dateline.briefs",
    "dateline.timeline",
    "dateline.groups",
    "dateline.locations",
    "dateline.countries",
    "dateline.weapons",
    "dateline.sources",
    "dateline.totals",
    "dateline.corrections",
    "dateline.feeds",
    "dateline.data",
    "dateline.notfound",
    "dateline.sitemap",
]

# What the navigation holds, in this order: the address's kind, and the word for it.
NAVIGATION = (
    ("timeline", "Timeline"),
    ("groups", "Groups"),
    ("locations", "Places"),
    ("countries", "Countries"),
    ("weapons", "Weapons"),
    ("totals", "Totals"),
    ("sources", "Sources"),
    ("data", "Data"),
    ("page:about", "About"),
)

# The same for the foot of every page.
FOOTER_LINKS = (
    ("page:methodology", "Methodology"),
    ("page:contribute", "Contribute"),
    ("corrections", "Corrections"),
    ("feeds", "Feeds"),
)

# "error" stops the build at a sentence that cites nothing.
UNCITED_SENTENCES = "warning"

# "publish" leaves the data files of the whole archive to publishconf.py: for archives of many
# thousands of briefs, where making them anew after every edit takes long.
DATA_FILES = "always"

# Pelican makes the editors' pages; briefs are Dateline's from the file to the page.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = FEED_ALL_RSS = None
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
SLUGIFY_SOURCE = "basename"
# As Pelican has it, but for one thing: the language of a code block is not guessed, for which every
# lexer there is would be loaded in each build.
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight", "guess_lang": False},
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
    },
    "output_format": "html5",
}
# As in the rest of the theme, what is undefined is a fault, never an empty text.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
