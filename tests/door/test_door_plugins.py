"""Plugins: a wrong one is refused by name, a foreign one adds pages, one taken out leaves none."""

from pathlib import Path

import pytest
from door_sites import assert_no_traceback, built, edit, harbour, plugin, refused, settings_file
from door_watching import watching

from building import Place

TIDES = """
from dateline.plan import File, contributions

def outputs(archive, site):
    yield File("tides.txt", lambda: "low", lambda: b"low tide", kind="tides")

def register():
    contributions.connect(outputs)
"""

WRITER = """
from pathlib import Path
from pelican import signals

def write(pelican):
    Path(pelican.output_path, "late").mkdir()
    Path(pelican.settings["OUTPUT_PATH"], "late", "words.txt").write_text("late")

def register():
    signals.finalized.connect(write)
"""


@pytest.fixture
def site(tmp_path: Path) -> Place:
    return harbour(tmp_path)


def test_a_misspelt_plugin_is_refused_by_name(site: Place) -> None:
    settings = settings_file(site, parts="['dateline.home', 'dateline.timelime']")
    assert "dateline.timelime" in refused(site, settings=settings)
    assert not site.output.exists()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise ValueError('no tide table')", "ValueError: no tide table"),
        pytest.param("import nowhere_to_be_found", "tides", marks=pytest.mark.long),
        pytest.param("def register(:", "SyntaxError", marks=pytest.mark.long),
        ("def register():\n    raise KeyError('TIDES')", "KeyError: 'TIDES'"),
        pytest.param("x = 1", "register", marks=pytest.mark.long),
    ],
)
def test_a_plugin_that_fails_is_refused_by_name(site: Place, code: str, said: str) -> None:
    built(site)
    before = site.tree()
    plugin(site, "tides", code)
    out = refused(site, settings=settings_file(site, parts="[*PLUGINS, 'tides']"))
    assert "the plugin tides cannot be loaded" in out
    assert said in out
    assert site.tree() == before


@pytest.mark.parametrize(
    "signal",
    [
        "initialized",
        "finalized",
        pytest.param("get_generators", marks=pytest.mark.long),
        pytest.param("page_generator_init", marks=pytest.mark.long),
    ],
)
def test_a_plugin_that_fails_when_pelican_signals_is_refused(site: Place, signal: str) -> None:
    code = f"""
from pelican import signals
def fail(*_, **__): raise ValueError("no tide table")
def register(): signals.{signal}.connect(fail)
"""
    plugin(site, "tides", code)
    out = refused(site, settings=settings_file(site, parts="[*PLUGINS, 'tides']"))
    assert "ValueError: no tide table" in out


@pytest.mark.parametrize(
    ("was", "fails"),
    [
        pytest.param("yield File", "1 / 0; yield File", marks=pytest.mark.long),
        pytest.param('lambda: "low"', "lambda: 1 / 0", marks=pytest.mark.long),
        ('lambda: b"low tide"', "lambda: 1 / 0"),
    ],
    ids=["outputs", "depends", "make"],
)
def test_a_plugin_whose_outputs_fail_is_refused(site: Place, was: str, fails: str) -> None:
    assert was in TIDES
    plugin(site, "tides", TIDES.replace(was, fails))
    out = refused(site, settings=settings_file(site, parts="[*PLUGINS, 'tides']"))
    assert "ZeroDivisionError: division by zero" in out
    assert not site.output.exists()


def test_a_foreign_plugin_adds_outputs(site: Place) -> None:
    plugin(site, "tides", TIDES)
    built(site, settings=settings_file(site, parts="[*PLUGINS, 'tides']"))
    assert site.tree()["tides.txt"] == b"low tide"
    built(site)
    assert "tides.txt" not in site.tree()


def test_a_foreign_plugin_whose_code_changes_makes_its_files_anew(site: Place) -> None:
    plugin(site, "tides", TIDES)
    settings = settings_file(site, parts="[*PLUGINS, 'tides']")
    built(site, settings=settings)
    plugin(site, "tides", TIDES.replace("low tide", "ebb"))
    built(site, settings=settings)
    assert site.tree()["tides.txt"] == b"ebb"


def test_two_parts_that_make_one_file_are_refused(site: Place) -> None:
    plugin(site, "tides", TIDES)
    plugin(site, "ebb", TIDES.replace('kind="tides"', 'kind="ebb"'))
    said = refused(site, settings=settings_file(site, parts="[*PLUGINS, 'tides', 'ebb']"))
    assert "tides.txt" in said


def test_what_a_foreign_plugin_writes_at_the_end_is_published_and_vanishes(site: Place) -> None:
    plugin(site, "writer", WRITER)
    built(site, settings=settings_file(site, parts="[*PLUGINS, 'writer']"))
    assert site.tree()["late/words.txt"] == b"late"
    built(site)
    assert not (site.output / "late").exists()


def test_plugins_taken_out_under_a_watcher_take_their_pages_along(site: Place) -> None:
    plugin(site, "writer", WRITER)
    plugin(site, "tides", TIDES)
    path = settings_file(site, parts="[*PLUGINS, 'writer', 'tides']")
    with watching(site.command("-r", settings=path), site.environment, site.folder) as watcher:
        here = watcher.wait_for("Published")
        assert {"late/words.txt", "tides.txt", "timeline/index.html"} <= site.tree().keys()
        settings_file(site, parts="[name for name in PLUGINS if name != 'dateline.timeline']")
        here = watcher.wait_for("Published", after=here)
        left = site.tree().keys()
        assert not [name for name in left if name.startswith(("late", "tides", "timeline"))]
        settings_file(site, parts="[*PLUGINS, 'writer', 'tides']")
        watcher.wait_for("Published", after=here)
        assert {"late/words.txt", "tides.txt", "timeline/index.html"} <= site.tree().keys()


def test_a_wrong_plugin_under_a_watcher_is_told_and_can_be_corrected(site: Place) -> None:
    path = settings_file(site)
    with watching(site.command("-r", settings=path), site.environment, site.folder) as watcher:
        here = watcher.wait_for("Published")
        before = site.tree()
        edit(Path(path), "PLUGINS = PLUGINS", "PLUGINS = ['tides']")
        here = watcher.wait_for("the plugin tides cannot be loaded", after=here)
        assert site.tree() == before
        assert watcher.busy(1) < 0.05
        settings_file(site)
        watcher.wait_for("Published", after=here)
        assert_no_traceback(watcher.out)


@pytest.mark.parametrize(
    "part",
    ["home", "briefs", "timeline", "groups", "locations", "feeds", "notfound", "sitemap"],
)
@pytest.mark.long
def test_each_part_can_be_taken_out(site: Place, part: str) -> None:
    parts = f"[name for name in PLUGINS if name != 'dateline.{part}']"
    built(site, settings=settings_file(site, parts=parts))
