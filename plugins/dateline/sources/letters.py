"""The letter under which a publisher stands, and its name as a fragment of an address."""

import re
import unicodedata

DIGITS, OTHER = "0", "other"
LETTERS = (DIGITS, *"abcdefghijklmnopqrstuvwxyz", OTHER)

# Latin letters that are no plain letter with an accent.
_PLAIN = str.maketrans(
    {
        "æ": "ae",
        "ð": "d",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
        "ŧ": "t",
    }
)
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def letter_of(name: str) -> str:
    """ "a" to "z", "0" for all digits, "other" for other scripts and for names without a letter.

    What stands before the first letter or digit is passed over.
    """
    first = next((sign for sign in _plain(name) if sign.isalnum()), "")
    if first.isdecimal():
        return DIGITS
    return first if first in LETTERS and first else OTHER


def letter_words(letter: str) -> str:
    if letter == DIGITS:
        return "0–9"
    return "Other scripts" if letter == OTHER else letter.upper()


def slug_of(name: str) -> str:
    """The name in plain small letters; empty in another script."""
    return _NO_SLUG.sub("-", _plain(name)).strip("-")[:80].strip("-")


def _plain(name: str) -> str:
    """Small letters without accents."""
    if name.isascii():
        return name.lower()
    parts = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(_PLAIN)
