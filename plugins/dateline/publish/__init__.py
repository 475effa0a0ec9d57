"""Make a folder become exactly the finished outputs, in one step.

`publish` builds the new site in an idle tree beside the folder, sharing by hard links every file
that stays as it is, and then exchanges the two. At whatever moment the process is killed, the
folder holds the old build or the new one, byte for byte, and the next build needs no help.

    with lock(target):
        published = publish(items, late, target)

Nothing here knows Pelican or the rest of Dateline: outputs come in as paths, fingerprints and
functions that make bytes.
"""

from dateline.publish.disk import Disk
from dateline.publish.finished import Finished
from dateline.publish.item import Item, Late, Unchanged
from dateline.publish.lock import lock
from dateline.publish.place import leftovers
from dateline.publish.publish import Published, publish
from dateline.publish.refusal import Refused

__all__ = [
    "Disk",
    "Finished",
    "Item",
    "Late",
    "Published",
    "Refused",
    "Unchanged",
    "leftovers",
    "lock",
    "publish",
]
