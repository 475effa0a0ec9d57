"""A brief as linked data for search engines: JSON-LD in the vocabulary of schema.org."""

import json
import re
from collections.abc import Mapping

from markupsafe import Markup

from dateline.archive import ListedSource
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.frame import front_page


def linked_data(site: Site, brief: Brief, listed: Mapping[str, ListedSource]) -> Markup:
    """The script element's content. Says what the page is, not what happened: whether an incident
    took place is a matter of its grade, which the vocabulary has no word for."""
    here = site.absolute(site.url_of("brief", brief.id) or "")
    data = {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": brief.title,
        "description": brief.summary,
        "url": here,
        "mainEntityOfPage": here,
        "datePublished": brief.added.isoformat(),
        "dateModified": brief.changed.isoformat(),
        "inLanguage": site.settings.language,
        "license": site.settings.licence_url,
        "isPartOf": _website(site),
        "citation": [item.source.url for item in listed.values() if item.source.url],
    }
    return script_json(data)


def _website(site: Site) -> dict[str, str]:
    website = {"@type": "WebSite", "name": site.settings.name}
    home = front_page(site)
    return website if home is None else {**website, "url": site.absolute(home)}


_JSON = json.JSONEncoder(ensure_ascii=False)
_IS_UNSAFE = re.compile("[<>&\u2028\u2029]")
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def script_json(data: object) -> Markup:
    """JSON that can stand inside a script element: nothing in it can end the element."""
    text = _JSON.encode(data)
    if _IS_UNSAFE.search(text):
        text = text.translate(_UNSAFE)
    return Markup(text)  # noqa: S704 - escaped above
