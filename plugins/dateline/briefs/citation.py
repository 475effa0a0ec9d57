"""How to cite a brief: a sentence that can be copied as it stands."""

from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.plan import Site
from dateline.views.days import day_words


@frozen
class CitationView:
    """`address` is the whole web address of the page.

    No day of reading stands here: the page would be another one each day, and the day of its last
    change says which version is meant.
    """

    title: str
    name: str
    version: str
    address: str


def citation_view(site: Site, brief: Brief) -> CitationView:
    changed = brief.changed
    version = f"added {day_words(brief.added)}"
    if changed != brief.added:
        version = f"{version}, last changed {day_words(changed)}"
    return CitationView(
        title=brief.title,
        name=site.settings.name,
        version=version,
        address=site.absolute(site.url_of("brief", brief.id) or ""),
    )
