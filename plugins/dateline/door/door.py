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
from rich.console import Console

from dateline.archive import Archive, build
from dateline.check import check, collect
from dateline.door.generator import RUN, ArchiveGenerator, Run
from dateline.door.inputs import Snapshot, snapshot
from dateline.door.report import Report
from dateline.door.scratch import empty_scratch, scratch_items
from dateline.door.settings import policy, site_settings
from dateline.findings import has_errors
from dateline.plan import Page, Plan, Site
from dateline.publish import Published, Refused, lock, publish
from dateline.read.content import read_content
from dateline.render import Engine, TemplateFault, items, late_items


def _our_generator(sender: object) -> type[ArchiveGenerator]:
    return ArchiveGenerator


class Door(pelican.Pelican):
    """One published site. `run` builds it; nothing is published unless everything is right."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._refusal = ""
        # A watcher makes the object anew when the settings change. Signals keep one connection of a
        # module-level function, however often it is connected.
        signals.get_generators.connect(_our_generator)
        super().__init__(settings)
        self._target = Path(settings["OUTPUT_PATH"])
        self._report = Report(quiet=logging.getLogger("pelican").level >= logging.CRITICAL)

    def init_plugins(self) -> None:
        """Pelican goes on without a plugin that it cannot load; the site would lose its pages."""
        asked = [_name(plugin) for plugin in self.settings["PLUGINS"] or ()]
        try:
            super().init_plugins()
        except Exception as error:  # whatever a plugin raises when it is imported
            self.plugins: list[Any] = []
            self._refusal = f"a plugin cannot be loaded: {type(error).__name__}: {error}"
            return
        loaded = [plugin.__name__ for plugin in self.plugins if hasattr(plugin, "__name__")]
        missing = [name for name in asked if not _is_loaded(name, loaded)]
        if missing:
            self._refusal = (
                f"the plugin {', '.join(missing)} cannot be loaded; nothing was published. "
                "Correct PLUGINS in the settings"
            )

    def run(self) -> None:
        """Builds and publishes. One-shot, a refusal ends the process with exit code 1; under a
        watcher it is printed and the next save is waited for."""
        # Pelican's own watcher calls run() in a loop and takes any exception for a reason to call
        # it again at once; it gives no other sign of itself.
        watched = sys._getframe(1).f_code is pelican.autoreload.__code__
        try:
            with lock(self._target):
                self._run_until_settled(watched=watched)
        except Refused as refused:
            self._report.refusal(str(refused))
            if not watched:
                raise SystemExit(1) from None

    def _run_until_settled(self, *, watched: bool) -> None:
        """Under a watcher a save made during a build would be lost; then the build runs again."""
        while True:
            before = self._inputs()
            try:
                self._build()
            except Refused as refused:
                if not watched or self._inputs() == before:
                    raise
                self._report.refusal(str(refused))
                continue
            if not watched or self._inputs() == before:
                return

    def _inputs(self) -> Snapshot:
        return snapshot([Path(self.path), Path(self.theme)])

    def _build(self) -> None:
        started = time.monotonic()
        if self._refusal:
            raise Refused(self._refusal)
        archive = self._checked_archive()
        site = Site(site_settings(self.settings))
        run = Run(archive, site, tuple(plugin.__name__ for plugin in self.plugins))
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
        """Pelican's own run, with the scratch folder in the place of the output. Raises Refused."""
        self.output_path = self.settings["OUTPUT_PATH"] = str(scratch)
        self.settings[RUN] = run
        try:
            with _without_last_line():
                super().run()
        except Refused:
            raise
        except Exception as error:  # a page, a template of the theme, or another plugin
            if self.settings.get("DEBUG"):
                raise
            raise Refused(
                f"Pelican could not finish: {type(error).__name__}: {error}; "
                "nothing was published. -D shows where"
            ) from None
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = str(self._target)
            del self.settings[RUN]

    def _publish(self, planned: Plan, site: Site, scratch: Path) -> Published:
        engine = Engine([Path(self.theme) / "templates"])
        try:
            return publish(
                [*items(planned, site, engine), *scratch_items(scratch, site)],
                list(late_items(planned)),
                self._target,
                replace=bool(self.delete_outputdir),
            )
        except TemplateFault as fault:
            raise Refused(f"{fault}; nothing was published") from None


def _name(plugin: object) -> str:
    return plugin if isinstance(plugin, str) else str(getattr(plugin, "__name__", plugin))


def _is_loaded(name: str, loaded: list[str]) -> bool:
    """Plugins installed as packages may be named without their prefix."""
    return name in loaded or f"pelican.plugins.{name}" in loaded


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
