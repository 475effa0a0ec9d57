"""An earlier id of a brief keeps answering: a page that leads to the brief as it is called now."""

from dateline.archive import Entry
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.link import Link, link_to


@frozen
class RedirectView:
    title: str
    to: Link
    canonical: str
    language: str


def redirect_view(site: Site, entry: Entry[Brief]) -> RedirectView:
    brief = entry.value
    to = link_to(site, brief.title, "brief", brief.id)
    return RedirectView(
        title=brief.title,
        to=to,
        canonical=site.absolute(to.href or ""),
        language=site.settings.language,
    )
