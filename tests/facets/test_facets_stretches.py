"""Long lists are cut by the calendar: nothing is lost, nothing else moves."""

from datetime import date as Day
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.archive import Entry
from dateline.facets.stretches import Stretch, stretches
from dateline.model.brief import Brief
from dateline.model.moment import Moment
from dateline.model.source import Source

DAYS = st.lists(st.dates(Day(2020, 11, 1), Day(2022, 2, 28)), max_size=60)


def listed(days: list[Day]) -> tuple[Entry[Brief], ...]:
    source = Source(key="s", title="A", publisher="B", published=None)
    found = []
    for number, day in enumerate(sorted(days)):
        name = f"{day}-no-{number}"
        brief = Brief(name, "A", "B", day, Moment(day), ("pier",), "reported", (source,))
        found.append(Entry(name, brief, "", ""))
    return tuple(found)


def names(found: list[Stretch]) -> list[str]:
    return [stretch.name for stretch in found]


@given(days=DAYS, most=st.integers(1, 20))
def test_nothing_is_lost_and_only_a_day_is_longer_than_it_may_be(
    days: list[Day], most: int
) -> None:
    briefs = listed(days)
    found = list(stretches(briefs, most))
    assert tuple(entry for stretch in found for entry in stretch.briefs) == briefs
    assert len(set(names(found))) == len(found)
    for stretch in found:
        assert len(stretch.briefs) <= most or len(stretch.name) == len("2020-11-01")
        assert all(str(entry.value.date.day).startswith(stretch.name) for entry in stretch.briefs)


@given(days=DAYS, new=st.dates(Day(2020, 11, 1), Day(2022, 2, 28)), most=st.integers(1, 20))
def test_a_new_brief_leaves_the_other_years_alone(days: list[Day], new: Day, most: int) -> None:
    before = stretches(listed(days), most)
    after = stretches(listed([*days, new]), most)
    year = str(new.year)
    assert [
        (stretch.name, len(stretch.briefs)) for stretch in before if stretch.name[:4] != year
    ] == [(stretch.name, len(stretch.briefs)) for stretch in after if stretch.name[:4] != year]


def test_a_full_year_is_cut_by_month_and_a_full_month_by_day() -> None:
    first = Day(2021, 5, 1)
    days = [first + timedelta(n) for n in range(5)] + [Day(2021, 7, 1), Day(2022, 1, 1)]
    assert names(list(stretches(listed(days), 7))) == ["2021", "2022"]
    assert names(list(stretches(listed(days), 5))) == ["2021-05", "2021-07", "2022"]
    found = list(stretches(listed(days), 4))
    assert names(found)[:2] == ["2021-05-01", "2021-05-02"]
    assert [stretch.words for stretch in (found[0], found[5], found[6])] == [
        "1 May 2021",
        "July 2021",
        "2022",
    ]
