"""The whole content folder, read from disk."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.findings import Finding
from dateline.frozen import frozen
from dateline.read.document import Document, Unread, read_document
from dateline.read.files import ContentFile, content_files


@frozen
class Content:
    """Every brief and registry entry as read; `findings` are those about files that were not."""

    documents: tuple[Document[Any], ...]
    unread: tuple[Unread, ...]
    findings: tuple[Finding, ...]


def read_content(root: Path, shown_root: str) -> Content:
    """Reads the folder `root`; findings name its files below `shown_root`."""
    files, findings = content_files(root, shown_root)
    return Content(*_read_all(files), tuple(findings))


def _read_all(
    files: Iterable[ContentFile],
) -> tuple[tuple[Document[Any], ...], tuple[Unread, ...]]:
    documents: list[Document[Any]] = []
    unread: list[Unread] = []
    for file in files:
        result = read_file(file)
        if isinstance(result, Document):
            documents.append(result)
        else:
            unread.append(result)
    return tuple(documents), tuple(unread)


def read_file(file: ContentFile) -> Document[Any] | Unread:
    try:
        if not file.path.is_file():
            return _cannot(file, "this is not a file")
        return read_document(file, file.path.read_bytes())
    except OSError as error:
        return _cannot(file, f"the file cannot be read: {error.strerror}")


def _cannot(file: ContentFile, message: str) -> Unread:
    remedy = "check that it exists and may be read"
    return Unread(file, (Finding(file.shown, 1, 1, "E010", message, remedy),))
