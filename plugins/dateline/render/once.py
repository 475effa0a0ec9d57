"""Pieces of pages that many pages share, each made once in a build."""

from typing import Any

from markupsafe import Markup


class Once:
    """A function for templates: `once(macro, value)` is `macro(value)`, made the first time only.

    Of values that are equal a macro must make the same. What it made is remembered as long as the
    function is, which is for one build.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Markup] = {}

    def __call__(self, *called: Any) -> Markup:
        found = self._made.get(called)
        if found is None:
            macro, *values = called
            found = self._made[called] = macro(*values)
        return found
