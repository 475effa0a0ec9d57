"""A plan as what the publisher takes: paths, fingerprints, and functions that make the bytes."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from itertools import chain

from dateline.plan import Derived, File, Output, Page, Plan, Site
from dateline.publish import Finished, Item, Late, Unchanged
from dateline.render.code import code_fingerprint
from dateline.render.engine import Engine
from dateline.workers import divided

# Outputs whose fingerprints are one piece of work: a single one is too little for a message.
_STRETCH = 64


def known(plan: Plan, site: Site, engine: Engine, processes: int) -> Unchanged:
    """Second beat, now that all addresses are fixed: the fingerprint of every output, and how one
    is made that is not there with it.

    Raises TemplateFault and WorkerLost.
    """
    outputs = {output.path: output for output in plan.outputs}
    views = {
        path: _View(output)
        for path, output in outputs.items()
        if isinstance(output, Page) and output.given is None
    }
    paths = list(outputs)

    def stretch(number: int) -> list[str]:
        return [
            _fingerprint(outputs[path], _depends(outputs[path], site, engine, views.get(path)))
            for path in paths[number * _STRETCH : (number + 1) * _STRETCH]
        ]

    count = -(-len(paths) // _STRETCH)
    stretches = dict(divided(count, stretch, _as_it_is, _as_it_is, processes))
    found = chain.from_iterable(stretches[number] for number in range(len(stretches)))
    fingerprints = dict(zip(paths, found, strict=True))

    def item(path: str) -> Item:
        output = outputs[path]
        make = (
            partial(_page, engine, site, output, views.get(path) or _View(output))
            if isinstance(output, Page)
            else output.make
        )
        return Item(path, fingerprints[path], make, origin=_origin(output))

    return Unchanged(fingerprints, item)


def _as_it_is(words: list[str]) -> list[str]:
    return words


def _depends(output: Page | File, site: Site, engine: Engine, view: "_View | None") -> object:
    if isinstance(output, File):
        return site.base, output.depends()
    template = engine.fingerprint(output.template)
    given = output.given() if output.given is not None else view and view.wait()
    return site.base, site.root_from(output.path), template, given


def late_items(plan: Plan) -> Iterator[Late]:
    for derived in plan.derived:
        yield Late(
            derived.path,
            fingerprint=partial(_late_fingerprint, derived),
            make=derived.make,
            origin=_origin(derived),
        )


class _View:
    """The view of a page. One that the fingerprint is drawn from waits to be rendered; none is kept
    for longer."""

    __slots__ = ("_made", "_page")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._made: object = None

    def wait(self) -> object:
        self._made = self._page.view()
        return self._made

    def take(self) -> object:
        made, self._made = self._made, None
        return self._page.view() if made is None else made


def _page(engine: Engine, site: Site, page: Page, view: _View) -> bytes:
    return site.rooted(engine.render(page.template, view.take()), page.path).encode()


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
