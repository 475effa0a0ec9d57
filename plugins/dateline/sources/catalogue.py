"""Every source that the archive rests on, each once, under its publisher, from list facts alone."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.archive import Archive
from dateline.frozen import frozen
from dateline.model.facts import OwnSource
from dateline.sources.item import Item, digest, newest_first
from dateline.sources.letters import letter_of, slug_of
from dateline.sources.resting import Read, Resting, resting


@frozen
class Publisher:
    """`read` is what is read of it, in no order of a reader's; `briefs` is how many rest on it."""

    name: str
    letter: str
    fragment: str
    read: Read
    briefs: int
    rests: Resting

    @property
    def sources(self) -> Sequence[OwnSource]:
        return self.read.sources

    @property
    def items(self) -> tuple[Item, ...]:
        """Newest first, those without a day last. It fetches their values: for views."""
        return newest_first(self.rests, self.sources)


@frozen
class Catalogue:
    """`publishers` by letter, each in alphabetical order; only letters that have any."""

    publishers: Mapping[str, tuple[Publisher, ...]]
    rests: Resting


def catalogue(archive: Archive) -> Catalogue:
    rests = resting(archive)
    by_letter: dict[str, list[Publisher]] = {}
    fragments = _fragments(rests.publishers)
    for name in sorted(rests.publishers, key=lambda name: (name.casefold(), name)):
        letter, read = letter_of(name), rests.publishers[name]
        publisher = Publisher(name, letter, fragments[name], read, len(set(read.briefs)), rests)
        by_letter.setdefault(letter, []).append(publisher)
    return Catalogue({letter: tuple(found) for letter, found in by_letter.items()}, rests)


def _fragments(names: Iterable[str]) -> dict[str, str]:
    """A publisher's name as it stands in addresses. Where two names come to the same, each has some
    letters of a digest behind it: which of them was there first decides nothing."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(slug_of(name), []).append(name)
    return {
        name: f"publisher-{slug}" if slug and len(same) == 1 else f"publisher-{slug}.{digest(name)}"
        for slug, same in found.items()
        for name in same
    }
