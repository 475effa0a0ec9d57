"""Four breaks, four ways to meet them: told with file and line, and the last good site stays."""

import re
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from door_sites import BUILT, ROCKETS, Project, assert_no_traceback, brief, edit, page_of, project
from door_watching import Watcher, until, watching

from building import Place

TITLE = "title: Rockets reported"
FINDING = rf"{ROCKETS}\.md:\d+:\d+: error E\d+ "
IDLE = 0.05  # of a core


def field_gone(path: Path) -> None:
    edit(path, TITLE, "# " + TITLE)


def slug_misspelt(path: Path) -> None:
    edit(path, "locations: [south-pier]", "locations: [south-peer]")


def yaml_broken(path: Path) -> None:
    edit(path, TITLE, "title: [Rockets reported")


def latin_1(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"A port worker", b"A port worker, Ren\xe9,"))


BREAKS = [field_gone, slug_misspelt, yaml_broken, latin_1]

Break = Callable[[Path], None]


@pytest.mark.parametrize("break_it", BREAKS)
@pytest.mark.parametrize("command", ["inv check", "pelican"])
def test_one_run_names_file_and_line_and_exits_1(
    tmp_path: Path, break_it: Break, command: str
) -> None:
    site = project(tmp_path)
    break_it(brief(site))
    ran = site.invoke("check") if command == "inv check" else site.pelican()
    assert ran.code == 1, ran.out
    assert len(re.findall(FINDING, ran.out)) == 1, ran.out
    assert_no_traceback(ran.out)
    assert not site.output.exists()


def test_pelican_r_outlives_every_break(tmp_path: Path) -> None:
    site = project(tmp_path)
    with watching(site.command("-r"), site.environment, tmp_path) as watcher:
        outlives_every_break(site, watcher, BREAKS, seconds=1)


@pytest.mark.long
def test_pelican_r_is_idle_for_longer(tmp_path: Path) -> None:
    site = project(tmp_path)
    with watching(site.command("-r"), site.environment, tmp_path) as watcher:
        outlives_every_break(site, watcher, BREAKS, seconds=4)


@pytest.mark.long
def test_pelican_lr_outlives_every_break(tmp_path: Path) -> None:
    site = project(tmp_path)
    command = site.command("-l", "-r", "-p", free_port())
    with watching(command, site.environment, tmp_path) as watcher:
        outlives_every_break(site, watcher, BREAKS, seconds=4)


def test_livereload_outlives_a_break(tmp_path: Path) -> None:
    with livereload(tmp_path) as (site, watcher):
        outlives_every_break(site, watcher, BREAKS[:1], seconds=1)


@pytest.mark.long
def test_livereload_outlives_every_break(tmp_path: Path) -> None:
    with livereload(tmp_path) as (site, watcher):
        outlives_every_break(site, watcher, BREAKS, seconds=4)


def test_a_watcher_that_begins_with_a_break_publishes_when_it_is_mended(tmp_path: Path) -> None:
    site = project(tmp_path)
    good = brief(site).read_bytes()
    field_gone(brief(site))
    with watching(site.command("-r"), site.environment, tmp_path) as watcher:
        watcher.wait_for("1 error; nothing was published")
        assert watcher.busy(1) < IDLE
        assert not site.output.exists()
        brief(site).write_bytes(good)
        watcher.wait_for(BUILT)


@pytest.mark.long
def test_livereload_ends_with_its_builder(tmp_path: Path) -> None:
    with livereload(tmp_path) as (_, watcher):
        watcher.wait_for(BUILT)
        watcher.stop()
        assert not watcher.processes()
        assert_no_traceback(watcher.out)


@pytest.mark.long
def test_livereload_starts_anew_when_the_code_changes(tmp_path: Path) -> None:
    with livereload(tmp_path) as (site, watcher):
        here = watcher.wait_for(BUILT)
        grades = tmp_path / "plugins" / "dateline" / "notfound.py"
        edit(grades, '"Page not found"', '"No such page"')
        watcher.wait_for(BUILT, after=here)
        assert b"No such page" in site.tree()["404.html"]


@pytest.mark.long
def test_livereload_says_when_its_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = project(tmp_path, PORT=port).invoke("livereload")
    assert ran.code == 1, ran.out
    assert f"port {port}" in ran.out
    assert_no_traceback(ran.out)


def outlives_every_break(
    site: Place, watcher: Watcher, breaks: Sequence[Break], seconds: int
) -> None:
    """Each break is told once, the site stays, the watcher rests, and what is mended is built."""
    here = watcher.wait_for(BUILT)
    for number, break_it in enumerate(breaks):
        good, before = brief(site).read_text(), site.tree()
        break_it(brief(site))
        here = watcher.wait_for("1 error; nothing was published", after=here)
        busy = watcher.busy(seconds)
        assert busy < IDLE, f"{busy:.1%} of a core after {break_it.__name__}"
        told = re.findall(FINDING, watcher.out)
        assert len(told) == number + 1, watcher.out
        assert site.tree() == before
        title = f"title: Rockets reported {number} times"
        brief(site).write_text(re.sub("^title: .*", title, good, flags=re.MULTILINE))
        here = watcher.wait_for(BUILT, after=here)
        assert title.removeprefix("title: ") in page_of(site)
        sys.stdout.write(f"idle after {break_it.__name__}: {busy:.1%} of a core\n")
    assert watcher.runs
    assert_no_traceback(watcher.out)


@contextmanager
def livereload(folder: Path) -> Iterator[tuple[Project, Watcher]]:
    site = project(folder, PORT=free_port())
    with watching(site.inv("livereload"), site.environment, folder) as watcher:
        yield site, watcher


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


@pytest.mark.long
def test_livereload_serves_the_site_after_it_was_exchanged(tmp_path: Path) -> None:
    """What livereload serves is the published folder, also after it was exchanged for another."""
    with livereload(tmp_path) as (site, watcher):
        here = watcher.wait_for(BUILT)
        edit(brief(site), TITLE, "title: Served anew")
        watcher.wait_for(BUILT, after=here)
        port = site.environment["PORT"]
        until(lambda: b"Served anew" in fetched(port, f"/briefs/{ROCKETS}/"), "it is served")


def fetched(port: str, path: str) -> bytes:
    with socket.create_connection(("localhost", int(port)), timeout=5) as one:
        one.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        return b"".join(iter(lambda: one.recv(65536), b""))
