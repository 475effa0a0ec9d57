"""How many entries, and in how many briefs, in words."""

from dateline.sources.catalogue import Publisher
from dateline.views.numbers import how_many


def entries_words(n: int) -> str:
    return how_many(n, "entry", "entries")


def counts_words(publisher: Publisher) -> str:
    """ "3 entries, in 2 briefs"; "1 entry, in no brief"."""
    briefs = how_many(publisher.briefs, "brief") if publisher.briefs else "no brief"
    return f"{entries_words(len(publisher.sources))}, in {briefs}"
