"""How long each stage of a build took, and the sign that people see who wait."""

import pytest

from dateline.door.stages import Stages


class Clock:
    """Goes on by `by` seconds each time somebody looks."""

    def __init__(self, by: float) -> None:
        self.now = 0.0
        self.by = by

    def __call__(self) -> float:
        self.now += self.by
        return self.now


def test_stages_are_added_up_and_the_rest_is_named() -> None:
    stages = Stages(quiet=True, clock=Clock(1.0))
    for name in ("read", "render", "read"):
        with stages.stage(name):
            pass
    table = dict(stages.table())
    assert list(table) == ["read", "render", "everything else"]
    assert (table["read"], table["render"]) == (2.0, 1.0)
    assert sum(table.values()) == 7.0


def test_a_stage_that_fails_is_timed_all_the_same() -> None:
    stages = Stages(quiet=True, clock=Clock(1.0))
    with pytest.raises(ValueError, match="no"), stages.stage("read"):
        raise ValueError("no")
    assert dict(stages.table())["read"] == 1.0


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)


@pytest.mark.parametrize(
    ("terminal", "quiet", "by", "is_shown"),
    [
        (True, False, 1.0, True),
        (True, False, 0.01, False),
        (True, True, 1.0, False),
        (False, False, 1.0, False),
    ],
    ids=["long", "short", "quiet", "no terminal"],
)
def test_a_sign_is_seen_on_a_terminal_after_two_seconds(
    terminal: bool,
    quiet: bool,
    by: float,
    is_shown: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if terminal:
        on_a_terminal(monkeypatch)
    stages = Stages(quiet=quiet, clock=Clock(by))
    assert list(stages.through("Making pages", range(9), 9)) == list(range(9))
    stages.close()
    shown = capsys.readouterr()
    assert ("Making pages" in shown.err) is is_shown
    assert not shown.out
