"""Languages: their English names, and the direction in which their script runs."""

from functools import cache


@cache
def language_name(tag: str) -> str:
    """The English name after the Unicode CLDR; the tag itself where it is unknown."""
    from babel import Locale  # 40 ms, and only where a language is named

    names = Locale("en").languages
    return str(names.get(tag) or names.get(tag.split("-")[0]) or tag)


RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi")
)


def direction(tag: str) -> str:
    return "rtl" if tag.split("-")[0] in RIGHT_TO_LEFT else "ltr"
