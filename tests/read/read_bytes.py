"""One file read from bytes, as if it stood in the folder of briefs."""

from pathlib import Path
from typing import Any

from dateline.read.document import Document, Unread, read_document
from dateline.read.files import ContentFile

_FILE = ContentFile("brief", Path("2021-05-04-south-pier-rockets.md"), "x.md")


def read(data: bytes) -> Document[Any] | Unread:
    return read_document(_FILE, data)
