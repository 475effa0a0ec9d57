"""The theme's templates: a view in, HTML out."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, meta


class TemplateFault(Exception):
    """A template of the theme cannot be used; the message names file and line."""


class Engine:
    """Renders the templates below `folders`, the first that has a name wins.

    Templates see one variable, `view`. What is undefined is a fault, never an empty text.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._fingerprints: dict[str, str] = {}

    def render(self, template: str, view: object) -> str:
        """Raises TemplateFault."""
        try:
            return self._environment.get_template(template).render(view=view)
        except TemplateError as error:
            raise TemplateFault(_in_words(template, error)) from error

    def fingerprint(self, template: str) -> str:
        """Of the template and of every template that it extends, includes or imports."""
        if template not in self._fingerprints:
            sources = sorted(self._sources(template, set()))
            self._fingerprints[template] = sha256(repr(sources).encode()).hexdigest()[:32]
        return self._fingerprints[template]

    def _sources(self, template: str, seen: set[str]) -> Iterator[tuple[str, str]]:
        if template in seen:
            return
        seen.add(template)
        try:
            loader = self._environment.loader
            source = loader.get_source(self._environment, template)[0] if loader else ""
            tree = self._environment.parse(source, template)
        except TemplateError as error:
            raise TemplateFault(_in_words(template, error)) from error
        yield template, source
        for other in meta.find_referenced_templates(tree):
            if other is not None:
                yield from self._sources(other, seen)


def _in_words(template: str, error: TemplateError) -> str:
    name = getattr(error, "name", None) or template
    line = getattr(error, "lineno", None)
    place = f"{name}, line {line}" if line else name
    return f"the theme's template {place}: {error.message or type(error).__name__}"
