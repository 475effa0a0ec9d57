"""/data/: which files there are, and how they are to be read."""

from dateline.archive import Archive
from dateline.data.terms import SCHEMA_VERSION
from dateline.facets import FACETS
from dateline.frozen import frozen
from dateline.plan import Site
from dateline.views.frame import Frame, frame
from dateline.views.link import Link


@frozen
class FileView:
    """`link` has the file's name."""

    link: Link
    about: str


@frozen
class DataView:
    """`whole` are the files of the whole archive; empty where this site does not make them.
    `brief_example` and `facet_examples` are one file of each kind; none in an empty archive."""

    frame: Frame
    name: str
    address: str
    whole: tuple[FileView, ...]
    years: tuple[Link, ...]
    brief_example: Link | None
    facet_examples: tuple[Link, ...]
    licence_name: str
    licence_url: str
    schema_version: str


_WHOLE = (
    ("incidents.json", "Every incident, oldest first, without its text and sources."),
    ("incidents.csv", "The same as a table with one row an incident, for spreadsheets."),
    (
        "changes.json",
        "What was added, revised, withdrawn or merged, and on which day, newest first.",
    ),
)


def data_view(archive: Archive, site: Site) -> DataView:
    settings = site.settings
    here = site.url_of("data")
    return DataView(
        frame=frame(
            site,
            title="Data",
            description="The archive as files for re-use: JSON and CSV.",
            kind="data",
            section="data",
        ),
        name=settings.name,
        address="" if here is None else site.absolute(here),
        whole=tuple(
            FileView(Link(name, href), about)
            for name, about in _WHOLE
            if (href := site.url_of("data:file", name)) is not None
        ),
        years=tuple(
            Link(year, site.url_of("data:year", year))
            for year in dict.fromkeys(f"{e.facts.date.year:04d}" for e in archive.briefs)
        ),
        brief_example=_brief_example(archive, site),
        facet_examples=tuple(_facet_examples(archive, site)),
        licence_name=settings.licence_name,
        licence_url=settings.licence_url,
        schema_version=SCHEMA_VERSION,
    )


def _brief_example(archive: Archive, site: Site) -> Link | None:
    if not archive.briefs:
        return None
    slug = archive.briefs[0].slug
    return Link(f"briefs/{slug}/brief.json", site.url_of("data:brief", slug))


def _facet_examples(archive: Archive, site: Site) -> list[Link]:
    firsts = ((facet, next(iter(facet.entries(archive)), None)) for facet in FACETS)
    return [
        Link(f"{facet.folder}/{slug}/facet.json", site.url_of(f"data:{facet.kind}", slug))
        for facet, slug in firsts
        if slug is not None
    ]
