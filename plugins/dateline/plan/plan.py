"""The plan: every output of every part, in two beats.

First beat: each part names its outputs, which fixes the addresses. Second beat: views, fingerprints
and bytes, which may ask for any address.
"""

from collections.abc import Iterable

from dateline.archive import Archive, registry_heads
from dateline.frozen import frozen
from dateline.plan.contributions import Contribute
from dateline.plan.output import STAGES, Derived, File, Output, Page
from dateline.plan.site import Address, Site


class PlanRefused(Exception):
    """Two parts want one file or one address; the message names them."""


@frozen
class Plan:
    outputs: tuple[Page | File, ...]
    derived: tuple[Derived, ...]


def plan(
    archive: Archive, site: Site, parts: Iterable[Contribute], elsewhere: Iterable[Address] = ()
) -> Plan:
    """Asks every part, and fixes the site's addresses.

    `elsewhere` are files that are made otherwise, such as Pelican's own pages. Raises PlanRefused.
    """
    everything: list[Output] = []
    for contribute in parts:
        everything.extend(contribute(archive, site))
    addresses = [*elsewhere, *(Address(item.path, item.kind, item.slug) for item in everything)]
    _refuse_clashes(addresses)
    hidden = (item.path for item in everything if isinstance(item, Page) and not item.in_sitemap)
    site.fix(addresses, hidden, registry_heads(archive))
    return Plan(
        outputs=tuple(item for item in everything if not isinstance(item, Derived)),
        derived=tuple(
            sorted(
                (item for item in everything if isinstance(item, Derived)),
                key=lambda item: STAGES.index(item.stage),
            )
        ),
    )


def _refuse_clashes(addresses: Iterable[Address]) -> None:
    paths: set[str] = set()
    names: dict[tuple[str, str], str] = {}
    for address in addresses:
        if address.path in paths:
            raise PlanRefused(f"two parts of the site make the file {address.path}; take one out")
        paths.add(address.path)
        name = (address.kind, address.slug)
        if address.kind and name in names:
            message = f"{address.path} and {names[name]} are both {address.kind} {address.slug}"
            raise PlanRefused(f"{message}; take one out")
        names[name] = address.path
