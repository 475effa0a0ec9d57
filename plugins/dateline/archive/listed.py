"""The sources that a brief or an entry lists, numbered as its page shows them."""

from collections.abc import Iterable, Mapping

from dateline.archive.entry import Entry
from dateline.frozen import frozen
from dateline.model.source import SharedSource, Source


@frozen
class ListedSource:
    """`number` counts from 1 in the order listed; `is_shared`: it stands in content/sources/."""

    number: int
    key: str
    source: SharedSource
    is_shared: bool


def listed_sources(
    listed: Iterable[Source | str], shared: Mapping[str, Entry[SharedSource]]
) -> dict[str, ListedSource]:
    """By key, in the order listed."""
    found: dict[str, ListedSource] = {}
    for number, item in enumerate(listed, start=1):
        if isinstance(item, Source):
            found[item.key] = ListedSource(number, item.key, item, is_shared=False)
        else:
            found[item] = ListedSource(number, item, shared[item].value, is_shared=True)
    return found
