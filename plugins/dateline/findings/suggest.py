"""Did you mean …: the nearest known word to one that was misspelt."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches


def suggestion(written: str, known: Iterable[str], aliases: Mapping[str, str] | None = None) -> str:
    """The known word that was most likely meant, or an empty text.

    `aliases` maps other names to known words: "KH" answers with "kataib-hezbollah". They are
    compared without case, accents and apostrophes.
    """
    by_name: dict[str, str] = {}
    for name, word in (aliases or {}).items():
        by_name.setdefault(_plain(name), word)
    words = list(known)
    for word in words:
        by_name[_plain(word)] = word
    asked = _plain(written)
    if asked in by_name:
        return by_name[asked]
    near = get_close_matches(asked, by_name, n=1, cutoff=0.72)
    if near:
        return by_name[near[0]]
    return _by_beginning(asked, by_name)


def _by_beginning(asked: str, by_name: Mapping[str, str]) -> str:
    """A longer or shorter form of the same name: "asad" for "ain-al-asad"."""
    parts = set(asked.split("-"))
    best, score = "", 0.0
    for name, word in by_name.items():
        shared = parts & set(name.split("-"))
        if not any(len(part) > 3 for part in shared):
            continue
        ratio = SequenceMatcher(None, asked, name).ratio()
        if ratio > score:
            best, score = word, ratio
    return best if score > 0.45 else ""


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = (char for char in decomposed if not unicodedata.combining(char))
    return "-".join(
        "".join(char if char.isalnum() else " " for char in letters if char not in "'’ʼ`").split()
    )
