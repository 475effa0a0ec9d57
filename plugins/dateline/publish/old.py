"""The tree that was live before the exchange, as it was last seen."""

from collections.abc import Collection, Mapping
from itertools import chain

from dateline.publish.listing import Entry, Listing
from dateline.publish.stamps import Stamp, seen
from dateline.publish.tree import Tree


class Old:
    """What has to be changed in the tree that was live, so that it holds our new files only.

    folders: all its folders, with their stamps; empty if there was no such tree.
    """

    def __init__(self, listing: Listing | None, tree: Tree | None) -> None:
        """`tree` is what a look found, None if the folder was as the list says."""
        self._listing = listing
        self._tree = tree
        self._foreign = frozenset(listing.foreign if listing else ())
        self.folders: Mapping[str, Stamp] = {}
        if listing is not None:
            self.folders = listing.stamps()
        if tree is not None:
            self.folders = seen(tree.folders, self.folders)

    def has(self, path: str) -> bool:
        """Say whether a file has the name."""
        if self._tree is not None:
            return path in self._tree.files
        return self._listing is not None and (
            path in self._listing.entries or path in self._foreign
        )

    def difference(
        self, entries: Mapping[str, Entry], written: Collection[str]
    ) -> tuple[list[str], list[str]]:
        """Return the files to be taken away, and those to be linked from the new tree."""
        if self._tree is not None:
            files = self._tree.files
            put = [
                path
                for path, known in entries.items()
                if path not in files or files[path].st_ino != known.inode
            ]
            return [path for path in files if path not in entries], put
        if self._listing is None:
            return [], list(entries)
        there = chain(self._listing.entries, self._foreign)
        return [path for path in there if path not in entries], list(written)
