"""Pelican's class, with a run of its own: check, plan, let Pelican write aside, publish.

PELICAN_CLASS in pelicanconf.py names it. Every ordinary `pelican` command goes through it.
"""

import logging
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pelican
from pelican import signals
from pelican.log import FatalLogger
from pelican.plugins._utils import get_plugin_name
from rich.console import Console

from dateline.archive import Archive, build
from dateline.check import Checked, check_changed
from dateline.door.generator import RUN, ArchiveGenerator, Run
from dateline.door.inputs import Inputs
from dateline.door.places import refuse_mixing
from dateline.door.plugins import register_all
from dateline.door.report import Done, Report, plainly
from dateline.door.scratch import empty_scratch, scratch_items, unusable
from dateline.door.settings import policy, processes, site_settings
from dateline.door.stages import Stages
from dateline.findings import has_errors
from dateline.kept import CannotKeep, Store
from dateline.plan import Page, Plan, Site
from dateline.publish import Item, Published, Refused, lock, publish
from dateline.read.files import FOLDERS
from dateline.read.garbage import keep_to_the_end, without_collecting
from dateline.render import Engine, TemplateFault, fault_of, known, late_items, made
from dateline.workers import WorkerLost

logging.getLogger("pelican").addFilter(plainly)


def _our_generator(sender: object) -> type[ArchiveGenerator]:
    return ArchiveGenerator


class Door(pelican.Pelican):
    """One published site. `run` builds it; nothing is published unless everything is right."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._refusal = ""
        self._is_watched = False
        # A watcher makes the object anew when the settings change. Signals keep one connection of a
        # module-level function, however often it is connected.
        signals.get_generators.connect(_our_generator)
        try:
            super().__init__(settings)
        except Exception as error:  # a plugin's handler of Pelican's signal `initialized`
            self._refusal = self._in_words(error)
        self._target = Path(settings["OUTPUT_PATH"])
        self._is_quiet = logging.getLogger("pelican").level >= logging.CRITICAL
        self._report = Report(quiet=self._is_quiet)

    def init_plugins(self) -> None:
        """A plugin that cannot be loaded is told when the build is asked for, not here: a watcher
        must come to the point where it waits for the settings to be corrected."""
        self.plugins: list[Any] = []
        try:
            with without_collecting():
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
        watched = self._is_watched = caller.f_code is pelican.autoreload.__code__
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
            with without_collecting():
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

    def _kept_templates(self) -> Path | None:
        """None with --ignore-cache."""
        if not self.settings["LOAD_CONTENT_CACHE"]:
            return None
        return Path(self.settings["CACHE_PATH"]) / "templates"

    def _template_folders(self) -> list[Path]:
        overriding = self.settings.get("THEME_TEMPLATES_OVERRIDES") or ()
        return [*map(Path, overriding), Path(self.theme) / "templates"]

    def _build(self) -> None:
        started = time.monotonic()
        if self._refusal:
            raise Refused(self._refusal)
        stages = Stages(quiet=self._is_quiet)
        try:
            site = Site(site_settings(self.settings))
            with stages.stage("reading and checking"):
                checked = self._checked()
                archive = build(checked.collection, checked.fetch)
            run = Run(archive, site)
            with stages.stage("Pelican's own pages, and the plan"):
                scratch = empty_scratch(Path(self.settings["CACHE_PATH"]), self._target)
                self._let_pelican_write(scratch, run)
            if run.plan is None:
                raise Refused("Pelican left our generator out; nothing was published")
            _refuse_lost_briefs(archive, run.plan)
            published = self._publish(run.plan, site, scratch, stages)
        except WorkerLost as lost:
            raise Refused(
                f"the second process of this build was lost: {lost}; nothing was published. Build "
                "again; with DATELINE_PROCESSES=1 there is only one"
            ) from None
        finally:
            stages.close()
        self._report.published(
            published,
            Done(
                briefs=len(archive.with_page),
                drafts=archive.drafts,
                checked=checked.files,
                read=checked.read,
                seconds=time.monotonic() - started,
            ),
        )
        if os.environ.get("DATELINE_PROFILE"):
            self._report.profile(stages.table())
        if not self._is_watched:
            keep_to_the_end(checked, archive, run)

    def _checked(self) -> Checked:
        """Everything is checked before anything is made. Raises Refused where there is an error."""
        content = Path(self.path)
        if not any((content / name).is_dir() for name in FOLDERS.values()):
            raise Refused(
                f"{content} is no content folder: it holds none of {', '.join(FOLDERS.values())}; "
                "nothing was published"
            )
        checked = self._changed(content)
        findings = checked.findings
        self._report.findings(findings)
        errors = sum(finding.is_error for finding in findings)
        if has_errors(findings):
            what = "1 error" if errors == 1 else f"{errors} errors"
            raise Refused(f"{what}; nothing was published")
        if findings and FatalLogger.fatal_lvl <= logging.WARNING:
            raise Refused("warnings are fatal (--fatal warnings); nothing was published")
        return checked

    def _changed(self, content: Path) -> Checked:
        """With what is kept of an earlier build, unless --ignore-cache says otherwise."""
        cache = Path(self.settings["CACHE_PATH"])
        is_to_forget = not self.settings["LOAD_CONTENT_CACHE"]
        by = policy(self.settings)
        try:
            store = Store(cache, content, self._report.note, fresh=is_to_forget)
            return check_changed(content, content.name, by, store, processes())
        except CannotKeep as cannot:
            raise unusable(cache, cannot.error) from None

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

    def _publish(self, planned: Plan, site: Site, scratch: Path, stages: Stages) -> Published:
        engine = Engine(self._template_folders(), self._kept_templates())
        with stages.stage("fingerprints"):
            unchanged = known(planned, site, engine, processes())

        def making(items: Sequence[Item]) -> Iterator[tuple[Item, bytes]]:
            with stages.stage("making and writing files"):
                files = made(items, processes(), of=len(planned.outputs))
                yield from stages.through("Making files", files, len(items))

        with stages.stage("publishing"):
            return publish(
                list(scratch_items(scratch, site)),
                list(late_items(planned)),
                self._target,
                unchanged=unchanged,
                making=making,
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
