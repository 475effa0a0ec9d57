"""The theme's templates: a view in, HTML out."""

import re
import traceback
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from dateline.render.kept_code import KeptCode
from dateline.render.once import Once
from dateline.render.quick import QuickEnvironment


class TemplateFault(Exception):
    """A template of the theme cannot be used; the message names file and line."""


# The tags by which a template names others, and the names in them.
_NAMING = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
_NAME = re.compile(r"""\"([^"]+)\"|'([^']+)'""")


class Engine:
    """Renders the templates below `folders`, the first that has a name wins.

    Templates see one variable, `view`, and one function, `once`: `once(macro, value)` is what
    `macro(value)` gives, and is made the first time only. What is undefined is a fault, never an
    empty text. `kept` is the folder for the templates' byte code, if it may be kept.
    """

    def __init__(self, folders: Sequence[Path], kept: Path | None = None) -> None:
        self._folders = folders
        self._environment = QuickEnvironment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=None if kept is None else KeptCode(kept),
        )
        self._environment.globals["once"] = Once()
        self._fingerprints: dict[str, str] = {}
        self._texts: dict[str, tuple[str, frozenset[str]]] = {}

    def render(self, template: str, view: object) -> str:
        """Raises TemplateFault."""
        try:
            return self._environment.get_template(template).render(view=view)
        except Exception as error:  # a template may add a number to a text, or call what is none
            raise fault_of(error, self._folders) or _fault(template, error) from error

    def fingerprint(self, template: str) -> str:
        """Of the template and of every template that it extends, includes or imports."""
        if template not in self._fingerprints:
            sources = sorted(self._sources(template))
            self._fingerprints[template] = sha256(repr(sources).encode()).hexdigest()[:32]
        return self._fingerprints[template]

    def _sources(self, template: str) -> Iterator[tuple[str, str]]:
        """One that is named and is not there has no text here; who renders it is told so."""
        waiting, seen = [template], {template}
        while waiting:
            name = waiting.pop()
            if name not in self._texts:
                self._texts[name] = _read(self._folders, name)
            source, named = self._texts[name]
            yield name, source
            waiting += named - seen
            seen |= named


def _read(folders: Sequence[Path], template: str) -> tuple[str, frozenset[str]]:
    """Its text, and the templates that it names."""
    path = next((found for folder in folders if (found := folder / template).is_file()), None)
    if path is None:
        return "", frozenset()
    source = path.read_text(encoding="utf-8", errors="surrogateescape")
    names = (name for tag in _NAMING.findall(source) for name in _NAME.findall(tag))
    return source, frozenset(double or single for double, single in names)


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
