"""What a build says: findings as they are, refusals, and one closing line.

By plain write to stdout: Pelican's logger shows a message once in the life of a process, wraps it,
and takes brackets for markup.
"""

import logging
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

from dateline.findings import Finding
from dateline.findings.formats import printable, write
from dateline.frozen import frozen
from dateline.publish import Published
from dateline.views.numbers import how_many


def plainly(record: logging.LogRecord) -> bool:
    """A filter for Pelican's logger: what it says is kept, its tracebacks only with -D.

    It ends with one whenever a path or a theme in the command is not there.
    """
    if logging.getLogger("pelican").getEffectiveLevel() > logging.DEBUG:
        record.exc_info = None
    return True


@frozen
class Done:
    """What a build did: briefs with a page, drafts, files of content, how many of them it read."""

    briefs: int
    drafts: int
    checked: int
    read: int
    seconds: float


class Report:
    """`quiet` leaves out all but errors and refusals."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._last: list[Finding] = []

    def findings(self, findings: list[Finding]) -> None:
        """Each finding once: under a watcher the same ones are not printed again."""
        shown = [finding for finding in findings if finding.is_error or not self._quiet]
        if shown and shown == self._last:
            _say(f"The same {how_many(len(shown), 'finding')} as before.")
        else:
            _say(write(shown, "text").rstrip("\n"))
        self._last = shown

    def refusal(self, message: str) -> None:
        _say(printable(message))

    def note(self, message: str) -> None:
        if not self._quiet:
            _say(printable(message))

    def waiting(self, target: Path) -> None:
        if not self._quiet:
            _say(f"Another build into {printable(str(target))} is running; this one waits for it.")

    def traceback(self, error: Exception) -> None:
        """Where an error arose, for -D."""
        _say("".join(traceback.format_exception(error)).rstrip("\n"))

    def published(self, published: Published, done: Done) -> None:
        """The closing line: what was read and checked, made, kept, written and deleted."""
        if self._quiet:
            return
        made = published.written + published.linked
        drafted = f", {how_many(done.drafts, 'draft')} left out" if done.drafts else ""
        _say(
            f"Published {how_many(done.briefs, 'brief')}{drafted}: "
            f"{how_many(done.checked, 'file')} of content checked, {done.read:,} read anew; "
            f"{how_many(made + published.reused, 'file')} of the site, {made:,} made, "
            f"{published.reused:,} kept, {published.written:,} written, "
            f"{published.deleted:,} deleted, in {done.seconds:.1f} s."
        )

    def profile(self, table: Iterable[tuple[str, float]]) -> None:
        """Where the time went, a line a stage."""
        for stage, seconds in table:
            _say(f"{seconds:8.3f} s  {stage}")


def _say(text: str) -> None:
    if text:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
