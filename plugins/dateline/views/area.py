"""The words for where a total counts."""

from dateline.archive.reckoning import Area
from dateline.model.country import INTERNATIONAL_WATERS, country_name


def area_words(area: Area) -> str:
    """ "in Iceland and Norway and in international waters"; without countries "on all land"."""
    names = sorted(country_name(code) for code in area.countries - {INTERNATIONAL_WATERS})
    has_sea = area.holds(INTERNATIONAL_WATERS)
    if not names:
        if area.countries:
            return "in international waters"
        return "on land and in international waters" if has_sea else "on all land"
    words = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"in {words}, and in international waters" if has_sea else f"in {words}"
