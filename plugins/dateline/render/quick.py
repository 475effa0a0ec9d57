"""Jinja with the same answers in half the time.

The page of a brief escapes some two hundred texts and calls some eighty macros. Jinja does both in
a general way, for templates that turn escaping on and off and call anything. Here every template
escapes, views are objects, and most of what is called is a macro. Nothing but speed may depend on
this module: a test holds its pages against those of Jinja's own environment.
"""

from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined] # in both its forms

from dateline.render.once import Once

_new = str.__new__


def shown(value: object) -> str:
    """What a page shows of a value: escaped, or as it is where it is markup already.

    It goes into a list to be joined, so that no Markup needs to be made of it.
    """
    if type(value) is str:
        return escaped(value)
    if type(value) is Markup:
        return value
    return escape(value)


class _Generator(CodeGenerator):
    """Writes the Python code of a template."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        is_usual = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        if is_usual and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Getattr(  # noqa: N802 - as Jinja names it
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        """`a.b` is an attribute and never an item of a mapping, which is `a["b"]`."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Context(Context):
    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        if type(called) is Macro:
            if named:  # what a call inside a loop brings along, for functions that take a context
                named.pop("_loop_vars", None)
                named.pop("_block_vars", None)
            plain = not (called.caller or called.catch_kwargs or called.catch_varargs)
            if plain and not named and len(args) == called._argument_count:
                return _new(Markup, called._func(*args))
            return called(*args, **named)
        if type(called) is Once:
            return called(*args)
        return super().call(called, *args, **named)


class _Template(Template):
    def _get_default_module(self, ctx: Context | None = None) -> Any:
        """What others import of it. No template has globals of its own, so none needs to be made
        anew for whoever imports it."""
        return super()._get_default_module(None)


class QuickEnvironment(Environment):
    """Every template escapes: `autoescape` is True, or the pages are wrong."""

    code_generator_class = _Generator
    context_class = _Context
    template_class = _Template
    shown = staticmethod(shown)
