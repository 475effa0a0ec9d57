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


def connected(parts: Iterable[str]) -> list[Contribute]:
    """The functions connected by the plugins named in `parts`, in the order of connection.

    Under a watcher a plugin that was taken out of the settings stays connected to its signal; only
    the parts of this run are asked.
    """
    names = tuple(parts)
    found: list[Contribute] = []
    receivers: Iterable[Any] = contributions.receivers_for(None)
    for receiver in receivers:
        module = getattr(receiver, "__module__", "")
        if any(module == name or module.startswith(name + ".") for name in names):
            found.append(receiver)
    return found
