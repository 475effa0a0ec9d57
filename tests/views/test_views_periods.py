"""How a long list of dated things is cut."""

from datetime import date as Day

import pytest

from dateline.views.periods import period_words, periods

DAYS = (*[None] * 3, *["2021-05-03"] * 3, "2021-05-01", "2021-02-01", "2019-01-01")


def cut(most: int) -> dict[str, int]:
    def day_of(written: str | None) -> Day | None:
        return Day.fromisoformat(written) if written else None

    found = list(periods(DAYS, day_of, most))
    assert [item for period in found for item in period.items] == list(DAYS)
    return {period.name: len(period.items) for period in found}


@pytest.mark.parametrize(
    ("most", "found"),
    [
        (5, {"undated": 3, "2021": 5, "2019": 1}),
        (4, {"undated": 3, "2021-05": 4, "2021-02": 1, "2019": 1}),
        (1, {"undated": 3, "2021-05-03": 3, "2021-05-01": 1, "2021-02": 1, "2019": 1}),
    ],
)
def test_the_calendar_cuts_what_is_too_long(most: int, found: dict[str, int]) -> None:
    """Neither a day nor what nobody dates is ever cut."""
    assert cut(most) == found


def test_periods_have_words() -> None:
    assert list(map(period_words, ("2021", "2021-05", "2021-05-03", "undated"))) == [
        "2021",
        "May 2021",
        "3 May 2021",
        "day not known",
    ]
