"""Reading and checking only what changed, with the findings of a full check.

What is kept of the other files is enough to know of which of them a rule might speak. Those are
read again too, and the same rules speak.
"""

import time
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.check.collection import Collection, collect
from dateline.check.run import Policy, check
from dateline.check.suspects import suspects
from dateline.check.workers import examine
from dateline.findings import Finding
from dateline.frozen import frozen
from dateline.kept import Kept, NotFetched, Said, Seen, Store, to_bytes
from dateline.read.content import Content, read_file
from dateline.read.document import Document, Unread
from dateline.read.files import Found, found_files
from dateline.read.garbage import without_collecting
from dateline.text import render

# A file may be written twice within one tick of its clock. One that was new when it was read may
# have been: then its times and size say nothing.
_TICKS = 2_000_000_000

_Read = Document[Any] | Unread | Kept


@frozen
class Checked:
    """A content folder, checked. `files` are all in it, `read` those of them that were read anew.
    `fetch` brings what a kept file says."""

    findings: list[Finding]
    collection: Collection
    root: Path
    store: Store
    files: int
    read: int

    def fetch(self, kept: Kept) -> Said:
        """Raises NotFetched where the store lost it, and the file is another by now."""
        try:
            return self.store.fetch(kept)
        except NotFetched:
            document = read_file(kept.file(self.root, ""))
            if isinstance(document, Document) and document.digest == kept.digest:
                return Said(to_bytes(document.value, document.text, render(document.text)))
            raise NotFetched(
                f"{kept.below} was saved during the build, and the cache is damaged; build again"
            ) from None


def check_changed(
    root: Path, shown_root: str, policy: Policy, store: Store, processes: int = 1
) -> Checked:
    """The content folder `root`, whose files findings name below `shown_root`. What is found sound
    is in the store for the next time, whatever is wrong with the rest.

    Raises CannotKeep where the store cannot be written, and WorkerLost.
    """
    with without_collecting():
        found, misplaced = found_files(root, shown_root)
        sound, new = _sound(root, found, store, processes)
        read: list[_Read] = [
            sound[file.below] if file.below in sound else read_file(file.file(root, shown_root))
            for file in found
        ]
        content, collection = _together(read, misplaced, shown_root)
        while again := suspects(collection, policy):
            read = [
                read_file(one.file(root, shown_root))
                if isinstance(one, Kept) and one.below in again
                else one
                for one in read
            ]
            content, collection = _together(read, misplaced, shown_root)
        findings = check(content, collection, policy)
        moved = store.save(sound.values())
        kept = tuple(moved.get(one.below, one) for one in collection.kept)
    return Checked(
        findings, replace(collection, kept=kept), root, store, files=len(found), read=new
    )


def _together(
    read: Iterable[_Read], misplaced: Iterable[Finding], shown_root: str
) -> tuple[Content, Collection]:
    documents: list[Document[Any]] = []
    unread: list[Unread] = []
    kept: list[Kept] = []
    for one in read:
        if isinstance(one, Kept):
            kept.append(one)
        elif isinstance(one, Document):
            documents.append(one)
        else:
            unread.append(one)
    content = Content(tuple(documents), tuple(unread), tuple(misplaced))
    return content, collect(content, kept, shown_root)


def _sound(
    root: Path, found: Iterable[Found], store: Store, processes: int
) -> tuple[dict[str, Kept], int]:
    """What is kept of every file that has no error of its own, by path; and how many were read."""
    sound: dict[str, Kept] = {}
    changed: list[Found] = []
    seen_at: list[int] = []
    for file in found:
        kept = store.kept.get(file.below)
        now = time.time_ns()
        if kept is not None and kept.kind == file.kind:
            kept = _as_it_was(kept, file, root, store, now)
        if kept is None:
            changed.append(file)
            seen_at.append(now)
        else:
            sound[file.below] = kept
    for n, result in examine(root, changed, processes):
        if result is not None:
            kept = result.kept._replace(seen=_seen(changed[n]), read_at=seen_at[n])
            sound[kept.below] = store.add(kept, result.value)
    return sound, len(changed)


def _as_it_was(kept: Kept, file: Found, root: Path, store: Store, now: int) -> Kept | None:
    """The kept file if its bytes are the same. Only where times or size differ, or may mislead,
    is it read to know that."""
    seen = _seen(file)
    if seen == kept.seen and not _is_fresh(seen, kept.read_at):
        return kept
    try:
        digest = sha256((root / file.below).read_bytes()).hexdigest()
    except OSError:
        return None
    if digest != kept.digest:
        return None
    if seen == kept.seen and _is_fresh(seen, now):
        return kept
    return store.seen_again(kept, seen, now)


def _seen(file: Found) -> Seen:
    status = file.status
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns


def _is_fresh(seen: Seen, at: int) -> bool:
    return max(seen[0], seen[3]) + _TICKS > at
