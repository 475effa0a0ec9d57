"""Countries by their ISO 3166-1 alpha-2 code. Names are those of the Unicode CLDR."""

from functools import cache

INTERNATIONAL_WATERS = "XZ"

# Two-letter keys of the CLDR that are no ISO 3166-1 countries: unions, tests, parts of others.
_NOT_ISO = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)


def is_country(code: str) -> bool:
    return code in _names()


def country_name(code: str) -> str:
    """The English name; the code itself where it is unknown."""
    if code == INTERNATIONAL_WATERS:
        return "International waters"
    return _names().get(code, code)


def country_codes() -> list[str]:
    return sorted(_names())


@cache
def _names() -> dict[str, str]:
    from babel import Locale  # 40 ms, and only where a country is named

    territories = Locale("en").territories
    return {
        str(code): str(name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_ISO
    }
