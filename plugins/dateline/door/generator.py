"""Our generator: the place in Pelican's run where all pages are known and none is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pelican.contents import Page as PelicanPage
from pelican.generators import Generator

from dateline.archive import Archive
from dateline.plan import Address, Plan, PlanRefused, Site, connected, plan
from dateline.publish import Refused
from dateline.render import Once
from dateline.views.frame import Frame, frame

RUN = "DATELINE_RUN"


@dataclass(slots=True)
class Run:
    """One build, as the door hands it to the generator and takes it back with its plan."""

    archive: Archive
    site: Site
    plan: Plan | None = field(default=None)


class ArchiveGenerator(Generator):
    """Makes the plan, and gives the templates of Pelican's pages their frame.

    It runs behind Pelican's own generators, so their pages are known, and before any of them
    writes, so that pages may ask for addresses.
    """

    def generate_context(self) -> None:
        run: Run = self.settings[RUN]
        _refuse_dropped(self.context["generated_content"])
        pages = self.context["pages"] + self.context["hidden_pages"]
        try:
            run.plan = plan(run.archive, run.site, connected(), elsewhere=_addresses(pages))
        except PlanRefused as refused:
            raise Refused(str(refused)) from None
        self.context["once"] = Once()  # as the theme's other pages have it
        self.context["frame_of"] = lambda page: _frame_of(run.site, page)


def _addresses(pages: Iterable[PelicanPage]) -> Iterator[Address]:
    for page in pages:
        yield Address(page.save_as, "page", page.slug)


def _frame_of(site: Site, page: PelicanPage) -> Frame:
    return frame(
        site,
        title=page.title,
        description=str(getattr(page, "description", "")) or page.title,
        kind="page",
        slug=page.slug,
        section=f"page:{page.slug}",
    )


def _refuse_dropped(generated: dict[str, Any]) -> None:
    """Pelican logs a page that it cannot read, and goes on without it."""
    dropped = sorted(path for path, content in generated.items() if content is None)
    if dropped:
        raise Refused(
            f"Pelican could not read {', '.join(dropped)}; nothing was published. "
            "Its own words are above; a page is UTF-8 text with a title"
        )
