"""What is measured: each kind of build of ours and then of Hugo's, in turns."""

import dataclasses
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.builders import Field, Hugo, Ours
from bench.measure import Run
from bench.sameness import Size, size_of

COLD, BODY, NOTHING, TITLE, NEW, TEMPLATE = "cold", "body", "nothing", "title", "new", "template"
SCENARIOS = (COLD, BODY, NOTHING, TITLE, NEW, TEMPLATE)

BODY_EDITS = 5

# What stands in the table, in its order.
WORDS = {
    COLD: "cold",
    NOTHING: "nothing changed",
    "body 1": "body edit, the first after a cold build",
    "body 5": "body edit, the fifth",
    TITLE: "title edit",
    NEW: "new brief",
    TEMPLATE: "edit of the brief's template",
}


@dataclass(slots=True)
class Pairs:
    """The runs of one kind; those of one place in the lists followed each other."""

    ours: list[Run] = dataclasses.field(default_factory=list)
    always: list[Run] = dataclasses.field(default_factory=list)
    hugo: list[Run] = dataclasses.field(default_factory=list)


@dataclass(slots=True)
class Bench:
    """`always` is ours with DATA_FILES = "always", None where it is not measured."""

    field: Field
    ours: Ours
    always: Ours | None
    hugo: Hugo
    scenarios: Sequence[str]
    found: dict[str, Pairs] = dataclasses.field(default_factory=dict)
    sizes: tuple[Size, Size] | None = None  # ours and Hugo's, of the first cold builds
    _aside: int = 0

    def warm_up(self) -> None:
        """Both once: programs and content come into the memory of the machine."""
        self._say(f"warm up: {self.ours.name}")
        self.ours.build()
        self._say(f"warm up: {self.hugo.name}")
        self.hugo.build("--templateMetrics")

    def round(self, number: int) -> None:
        """All scenarios once. The body edits come right after the cold build; Hugo builds the first
        and the fifth of them only, for it remembers nothing from one process to the next."""
        self._cold(number)
        if BODY in self.scenarios:
            for edit in range(1, BODY_EDITS + 1):
                self.field.edit_body(edit)
                if edit in (1, BODY_EDITS):
                    self._pair(f"body {edit}", number)
                else:
                    self.ours.build()
                    if self.always is not None:
                        self.always.build()
        for name, edit_of in self._edits():
            if name in self.scenarios:
                edit_of()
                self._pair(name, number)
        self.field.restore()

    def _edits(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            (NOTHING, lambda: None),
            (TITLE, self.field.edit_title),
            (NEW, self.field.add_brief),
            (TEMPLATE, self.field.edit_template),
        )

    def _cold(self, number: int) -> None:
        pairs = self.found.setdefault(COLD, Pairs())
        for builder, runs in ((self.ours, pairs.ours), (self.hugo, pairs.hugo)):
            builder.set_aside(self._aside)
            runs.append(builder.build())
            self._tell(COLD, number, builder.name, runs[-1])
        if self.sizes is None:
            self.sizes = size_of(self.ours.site), size_of(self.hugo.site)
        if self.always is not None and set(self.scenarios) - {COLD}:
            # The state from which the edits with DATA_FILES = "always" start.
            self.always.set_aside(self._aside)
            pairs.always.append(self.always.build())
            self._tell(COLD, number, self.always.name, pairs.always[-1])
        self._aside += 1

    def _pair(self, name: str, number: int) -> None:
        pairs = self.found.setdefault(name, Pairs())
        for builder, runs in (
            (self.ours, pairs.ours),
            (self.hugo, pairs.hugo),
            (self.always, pairs.always),
        ):
            if builder is not None:
                runs.append(builder.build())
                self._tell(name, number, builder.name, runs[-1])

    def _tell(self, name: str, number: int, builder: str, run: Run) -> None:
        self._say(
            f"round {number}, {name}: {builder} {run.seconds:.2f} s, {run.memory / 2**20:.0f} MiB"
        )

    def _say(self, words: str) -> None:
        sys.stderr.write(words + "\n")
