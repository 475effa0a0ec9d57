"""Pelican's class, with a run of its own: check, plan, let Pelican write aside, publish.

PELICAN_CLASS in pelicanconf.py names it. Every ordinary `pelican` command goes through it.
"""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pelican
from pelican import signals
from pelican.log import FatalLogger
from pelican.plugins._utils import get_plugin_name
from rich.console import Console

from dateline.archive import Archive, build
from dateline.check import check, collect
from dateline.door.generator import RUN, ArchiveGenerator, Run
from dateline.door.inputs import Inputs
from dateline.door.places import refuse_mixing
from dateline.door.plugins import register_all
from dateline.door.report import Report, plainly
from dateline.door.scratch import empty_scratch, scratch_items
from dateline.door.settings import policy, site_settings
from dateline.findings import has_errors
from dateline.plan import Page, Plan, Site
from dateline.publish import Published, Refused, lock, publish
from dateline.read.content import read_content
from dateline.read.files import FOLDERS
from dateline.render import Engine, TemplateFault, fault_of, items, late_items

logging.getLogger("pelican").addFilter(plainly)


def _our_generator(sender: object) -> type[ArchiveGenerator]:
    return ArchiveGenerator


class Door(pelican.Pelican):
    """One published site. `run` builds it; nothing is published unless everything is right."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._refusal = ""
        # A watcher makes the object anew when the settings change. Signals keep one connection of a
        # module-level function, however often it is connected.
        signals.get_generators.connect(_our_generator)
        try:
            super().__init__(settings)
        except Exception as error:  # a plugin's handler of Pelican's signal `initialized`
            self._refusal = self._in_words(error)
        self._target = Path(settings["OUTPUT_PATH"])
        self._report = Report(quiet=logging.getLogger("pelican").level >= logging.CRITICAL)

    def init_plugins(self) -> None:
        """A plugin that cannot be loaded is told when the build is asked for, not here: a watcher
        must come to the point where it waits for the settings to be corrected."""
        self.plugins: list[Any] = []
        try:
            self.plugins = register_all(self.settings)
        except Refused as refused:
            self._refusal = str(refused)
        self.settings["PLUGINS"] = [get_plugin_name(plugin) for plugin in self.plugins]

    def run(self) -> None:
        """Builds and publishes. One-shot, a refusal ends the process with exit code 1; under a
        watcher it is printed and the next save is waited for."""
        # Pelican's own watcher calls run() in a loop and takes any exception for a reason to call
        # it again at once; it gives no other sign of itself.
        caller = sys._getframe(1)
        watched = caller.f_code is pelican.autoreload.__code__
        if watched:
            self._watch_from_now_on(Path(caller.f_locals["settings_file"]))
        try:
            refuse_mixing(self._target, self.settings)
            with lock(self._target, waiting=lambda: self._report.waiting(self._target)):
                self._attempt()
        except Refused as refused:
            self._report.refusal(str(refused))
            if not watched:
                raise SystemExit(1) from None

    def _watch_from_now_on(self, settings_file: Path) -> None:
        roots = [Path(self.path), Path(self.theme), settings_file]
        pelican.wait_for_changes = Inputs(roots, self.ignore_files).wait

    def _attempt(self) -> None:
        """Builds once. Raises Refused and nothing else, whatever goes wrong in a page, in a
        template of the theme, or in somebody's plugin: a watcher lives on."""
        try:
            self._build()
        except Refused:
            raise
        except Exception as error:
            if self.settings.get("DEBUG"):
                self._report.traceback(error)
            raise Refused(self._in_words(error)) from error

    def _in_words(self, error: Exception) -> str:
        if isinstance(error, TemplateFault):
            return f"{error}; nothing was published"
        fault = fault_of(error, self._template_folders())
        what = str(fault) if fault else f"{type(error).__name__}: {error}"
        return f"the site could not be made: {what}; nothing was published. -D shows where"

    def _template_folders(self) -> list[Path]:
        overriding = self.settings.get("THEME_TEMPLATES_OVERRIDES") or ()
        return [*map(Path, overriding), Path(self.theme) / "templates"]

    def _build(self) -> None:
        started = time.monotonic()
        if self._refusal:
            raise Refused(self._refusal)
        site = Site(site_settings(self.settings))
        archive = self._checked_archive()
        run = Run(archive, site)
        scratch = empty_scratch(Path(self.settings["CACHE_PATH"]), self._target)
        self._let_pelican_write(scratch, run)
        if run.plan is None:
            raise Refused("Pelican left our generator out; nothing was published")
        _refuse_lost_briefs(archive, run.plan)
        published = self._publish(run.plan, site, scratch)
        seconds = time.monotonic() - started
        self._report.published(published, len(archive.with_page), archive.drafts, seconds)

    def _checked_archive(self) -> Archive:
        """Everything is checked before anything is made. Raises Refused where there is an error."""
        content = Path(self.path)
        if not any((content / name).is_dir() for name in FOLDERS.values()):
            raise Refused(
                f"{content} is no content folder: it holds none of {', '.join(FOLDERS.values())}; "
                "nothing was published"
            )
        found = read_content(content, content.name)
        collection = collect(found)
        findings = check(found, collection, policy(self.settings))
        self._report.findings(findings)
        errors = sum(finding.is_error for finding in findings)
        if has_errors(findings):
            what = "1 error" if errors == 1 else f"{errors} errors"
            raise Refused(f"{what}; nothing was published")
        if findings and FatalLogger.fatal_lvl <= logging.WARNING:
            raise Refused("warnings are fatal (--fatal warnings); nothing was published")
        return build(collection)

    def _let_pelican_write(self, scratch: Path, run: Run) -> None:
        """Pelican's own run, with the scratch folder in the place of the output."""
        self.output_path = self.settings["OUTPUT_PATH"] = str(scratch)
        self.settings[RUN] = run
        try:
            with _without_last_line():
                super().run()
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = str(self._target)
            del self.settings[RUN]

    def _publish(self, planned: Plan, site: Site, scratch: Path) -> Published:
        engine = Engine(self._template_folders())
        return publish(
            [*items(planned, site, engine), *scratch_items(scratch, site)],
            list(late_items(planned)),
            self._target,
            replace=bool(self.delete_outputdir),
        )


def _refuse_lost_briefs(archive: Archive, planned: Plan) -> None:
    """Briefs in, pages out: wherever a part makes the pages of briefs, it makes all of them."""
    pages = {
        output.slug
        for output in planned.outputs
        if isinstance(output, Page) and output.kind == "brief"
    }
    lost = [entry.slug for entry in archive.with_page if entry.slug not in pages]
    if pages and lost:
        raise Refused(f"no page was made for {', '.join(lost)}; nothing was published")


@contextmanager
def _without_last_line() -> Iterator[None]:
    """Pelican closes with how many articles it processed, which is none here, always."""
    console = pelican.console
    pelican.console = Console(quiet=True)
    try:
        yield
    finally:
        pelican.console = console
