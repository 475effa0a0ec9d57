"""A plan as what the publisher takes: paths, fingerprints, and functions that make the bytes."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256

from dateline.plan import Derived, Output, Page, Plan, Site
from dateline.publish import Finished, Item, Late
from dateline.render.code import code_fingerprint
from dateline.render.engine import Engine


def items(plan: Plan, site: Site, engine: Engine) -> Iterator[Item]:
    """Second beat: every view is asked for, now that all addresses are fixed.

    Raises TemplateFault.
    """
    for output in plan.outputs:
        if isinstance(output, Page):
            view = output.view()
            template = engine.fingerprint(output.template)
            depends: object = (site.root_from(output.path), template, view)
            make: Callable[[], bytes] = partial(_page, engine, site, output, view)
        else:
            depends = output.depends()
            make = output.make
        yield Item(output.path, _fingerprint(output, depends), make, origin=_origin(output))


def late_items(plan: Plan) -> Iterator[Late]:
    for derived in plan.derived:
        yield Late(
            derived.path,
            fingerprint=partial(_late_fingerprint, derived),
            make=derived.make,
            origin=_origin(derived),
        )


def _page(engine: Engine, site: Site, page: Page, view: object) -> bytes:
    return site.rooted(engine.render(page.template, view), page.path).encode()


def _late_fingerprint(derived: Derived, finished: Finished) -> str:
    return _fingerprint(derived, derived.depends(finished))


def _fingerprint(output: Output, depends: object) -> str:
    """32 hex digits of the SHA-256 over what the bytes depend on."""
    known = f"{code_fingerprint(_origin(output))} {depends!r}"
    return sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _origin(output: Output) -> str:
    """Which part made it, for messages: the module of the function that describes it."""
    maker = output.view if isinstance(output, Page) else output.depends
    function = maker.func if isinstance(maker, partial) else maker
    return str(getattr(function, "__module__", ""))
