"""The signal by which plugins add to the plan.

A plugin's `register()` connects a module-level function `outputs(archive, site)` that yields
outputs (Page, File or Derived). The function may not ask for addresses while it runs; views,
fingerprints and bytes are made later, when they are fixed.
"""

from collections.abc import Callable, Iterable

from blinker import Signal

from dateline.archive import Archive
from dateline.plan.output import Output
from dateline.plan.site import Site

Contribute = Callable[[Archive, Site], Iterable[Output]]

contributions = Signal("Asks each plugin for its outputs. Sender: the archive; `site`: the site.")


def connected() -> list[Contribute]:
    """The functions that are connected, in the order of connection: that of PLUGINS."""
    return list(contributions.receivers_for(None))
