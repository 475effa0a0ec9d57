"""The theme's templates: a view in, HTML out."""

import traceback
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
)


class TemplateFault(Exception):
    """A template of the theme cannot be used; the message names file and line."""


class Engine:
    """Renders the templates below `folders`, the first that has a name wins.

    Templates see one variable, `view`. What is undefined is a fault, never an empty text.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
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
        except Exception as error:  # a template may add a number to a text, or call what is none
            raise fault_of(error, self._folders) or _fault(template, error) from error

    def fingerprint(self, template: str) -> str:
        """Of the template and of every template that it extends, includes or imports."""
        if template not in self._fingerprints:
            sources = sorted(self._sources(template, set()))
            self._fingerprints[template] = sha256(repr(sources).encode()).hexdigest()[:32]
        return self._fingerprints[template]

    def _sources(
        self, template: str, seen: set[str], asked_by: str = ""
    ) -> Iterator[tuple[str, str]]:
        if template in seen:
            return
        seen.add(template)
        try:
            loader = self._environment.loader
            source = loader.get_source(self._environment, template)[0] if loader else ""
            tree = self._environment.parse(source, template)
        except TemplateError as error:
            raise fault_of(error, ()) or _fault(asked_by or template, error) from error
        yield template, source
        for other in meta.find_referenced_templates(tree):
            if other is not None:
                yield from self._sources(other, seen, asked_by=template)


def fault_of(error: Exception, folders: Sequence[Path]) -> TemplateFault | None:
    """The fault behind an error that arose in a template below `folders`; None if in none."""
    if isinstance(error, TemplateSyntaxError):
        return _fault(f"{error.name}, line {error.lineno}", error)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                name = Path(frame.filename).relative_to(folder).as_posix()
                return _fault(f"{name}, line {frame.lineno}", error)
    return None


def _fault(place: str, error: Exception) -> TemplateFault:
    if isinstance(error, TemplateNotFound):
        return TemplateFault(f"the theme's template {place}: there is no template {error.name}")
    what = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return TemplateFault(f"the theme's template {place}: {what}")
