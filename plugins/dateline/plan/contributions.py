"""The signal by which plugins add to the plan.

A plugin's `register()` connects a module-level function `outputs(archive, site)` that yields
outputs (Page, File or Derived). The function may not ask for addresses while it runs; views,
fingerprints and bytes are made later, when they are fixed.
"""

from collections.abc import Callable, Iterable
from typing import Any

from blinker import Signal

from dateline.archive import Archive
from dateline.plan.output import Output
from dateline.plan.site import Site

Contribute = Callable[[Archive, Site], Iterable[Output]]

contributions = Signal("Asks each plugin for its outputs. Sender: the archive; `site`: the site.")


def connected() -> list[Contribute]:
    """The functions that are connected, by the name of their module: the order in which they were
    connected may change nothing, and a set of receivers keeps none."""
    receivers: Iterable[Any] = contributions.receivers_for(None)
    return sorted(receivers, key=lambda receiver: (receiver.__module__, receiver.__qualname__))
