"""An entry that a store has: fetched when it is asked for, and again when it was forgotten."""

from dateline.archive import Entry, Held
from dateline.kept import Said, to_bytes
from dateline.model.registry import Weapon
from dateline.text import render


class Stored:
    """Entries of one store, and how often each was fetched."""

    def __init__(self, most: int) -> None:
        self.fetched: list[str] = []
        self._held = Held(most)

    def entry(self, name: str) -> Entry[Weapon]:
        def fetch() -> Said:
            self.fetched.append(name)
            text = f"text of {name}"
            return Said(to_bytes(Weapon(name=name), text, render(text)))

        return Entry.kept(name, "", "", None, fetch, self._held)


def test_it_is_fetched_once_while_it_is_held() -> None:
    stored = Stored(2)
    one, other = stored.entry("one"), stored.entry("other")
    for _ in range(3):
        assert one.value.name == "one"
        assert other.value.name == "other"
    assert stored.fetched == ["one", "other"]


def test_the_one_that_was_fetched_first_is_fetched_again() -> None:
    stored = Stored(2)
    entries = [stored.entry(name) for name in ("a", "b", "c")]
    assert [entry.value.name for entry in entries] == ["a", "b", "c"]
    assert entries[2].value.name == "c"
    assert entries[1].value.name == "b"
    assert entries[0].value.name == "a"
    assert stored.fetched == ["a", "b", "c", "a"]


def test_text_and_prose_are_those_of_the_file() -> None:
    entry = Stored(1).entry("one")
    assert entry.text == "text of one"
    assert entry.prose == render("text of one")


def test_nobody_is_fetched_unasked() -> None:
    stored = Stored(1)
    assert [stored.entry(name).slug for name in ("a", "b")] == ["a", "b"]
    assert stored.fetched == []
