"""The options of the `pelican` command, and settings, pages and templates that cannot be used."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from door_sites import (
    DRONES,
    assert_no_traceback,
    brief,
    built,
    edit,
    harbour,
    page_of,
    project,
    refused,
    settings_file,
    theme,
)

from building import ROOT, Place, run
from dateline.door.settings import site_settings
from dateline.publish import Refused

UNCITED = "warning W401"


@pytest.fixture
def site(tmp_path: Path) -> Place:
    return harbour(tmp_path)


@pytest.mark.long
def test_fatal_errors_lets_warnings_pass(site: Place) -> None:
    assert UNCITED in built(site, "--fatal", "errors").out


def test_fatal_warnings_refuses_warnings(site: Place) -> None:
    assert "warnings are fatal" in refused(site, "--fatal", "warnings")
    assert not site.output.exists()
    edit(brief(site, DRONES), "Text in Markdown.", "")
    built(site, "--fatal", "warnings")


def test_fatal_errors_tells_all_errors(site: Place) -> None:
    edit(brief(site), "verification: reported", "verification: rumoured")
    edit(brief(site, DRONES), "outcome: partly-stopped", "outcome: partly")
    assert "2 errors; nothing was published" in refused(site, "--fatal", "errors")


def test_quiet_says_nothing_but_what_is_wrong(site: Place) -> None:
    assert built(site, "-q").out == ""
    edit(brief(site), "verification: reported", "verification: rumoured")
    said = refused(site, "-q")
    assert "error E" in said
    assert "warning" not in said


def test_relative_urls_leave_no_address_of_the_host(site: Place) -> None:
    built(site, "--relative-urls")
    assert 'href="../../theme/css/site.css"' in page_of(site)
    assert 'href="../theme/css/site.css"' in (site.output / "about/index.html").read_text()
    assert 'href="/theme/' in (site.output / "404.html").read_text()
    assert "\ue000" not in "".join(data.decode("utf-8", "replace") for data in site.tree().values())


@pytest.mark.long
def test_another_theme(site: Place) -> None:
    path = theme(site)
    edit(path / "templates" / "base.html", "<body>", '<body class="another">')
    built(site, "-t", str(path))
    assert all(
        b'<body class="another">' in data
        for name, data in site.tree().items()
        if name.endswith("/index.html") and b"http-equiv" not in data
    )


@pytest.mark.long
def test_a_theme_that_lacks_a_template_is_refused_by_name(site: Place) -> None:
    path = theme(site)
    (path / "templates" / "home.html").unlink()
    assert "there is no template home.html" in refused(site, "-t", str(path))


def test_an_extra_setting(site: Place) -> None:
    built(site, "-e", 'SITENAME="The harbour"')
    assert "The harbour" in page_of(site)


@pytest.mark.long
def test_ignore_cache_gives_the_same(site: Place) -> None:
    built(site)
    before = site.tree()
    built(site, "--ignore-cache")
    assert site.tree() == before


def test_from_another_folder_with_absolute_paths(site: Place, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = run(*site.command(), env=site.environment, cwd=elsewhere)
    assert ran.code == 0, ran.out
    assert not list(elsewhere.iterdir())


def test_with_relative_paths_and_no_options(tmp_path: Path) -> None:
    """`pelican` alone, in the project's folder, as the first thing that anybody tries."""
    site = project(tmp_path)
    ran = run(sys.executable, "-m", "pelican", env=site.environment, cwd=tmp_path)
    assert ran.code == 0, ran.out
    assert page_of(site)


@pytest.mark.long
def test_content_elsewhere_by_a_setting(site: Place, tmp_path: Path) -> None:
    settings = settings_file(site, f"PATH = {str(site.content)!r}")
    command = [word for word in site.command(settings=settings) if word != str(site.content)]
    ran = run(*command, env=site.environment)
    assert ran.code == 0, ran.out
    assert page_of(site)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('SITEURL="harbour.example/archive"', "https://host/path"),
        ('FEED_AUTHORITY="harbour.example"', "FEED_AUTHORITY"),
        ('UNCITED_SENTENCES="eror"', "UNCITED_SENTENCES"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(site: Place, setting: str, said: str) -> None:
    assert said in refused(site, "-e", setting)
    assert not site.output.exists()


USABLE = {
    "SITENAME": "The harbour",
    "SITEURL": "https://harbour.example/archive",
    "SITE_DESCRIPTION": "What happened.",
    "LICENCE_NAME": "CC0",
    "LICENCE_URL": "https://licence.example",
    "FEED_AUTHORITY": ("harbour.example", 2021),
}


def test_usable_settings_are_used() -> None:
    assert site_settings(USABLE).base_path == "/archive/"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITEURL", None),
        ("SITEURL", ""),
        ("SITEURL", "harbour.example/archive"),
        ("SITEURL", "ftp://harbour.example"),
        ("SITEURL", "https:///archive"),
        ("SITEURL", "https://[harbour"),
        ("SITEURL", "https://harbour.example:port"),
        ("SITEURL", "https://harbour.example/?x"),
        ("SITEURL", "https://harbour.example/a b"),
        ("SITEURL", 'https://harbour.example/"'),
        ("SITEURL", "https://editor@harbour.example"),
        ("SITENAME", ""),
        ("SITE_DESCRIPTION", None),
        ("LICENCE_NAME", 4),
        ("LICENCE_URL", " "),
        ("FEED_AUTHORITY", None),
        ("FEED_AUTHORITY", "harbour.example"),
        ("FEED_AUTHORITY", ("harbour.example", "2021")),
        ("FEED_AUTHORITY", ("https://harbour.example", 2021)),
        ("FEED_AUTHORITY", ("harbour.example", 21)),
        ("FEED_ITEMS", "many"),
        ("FEED_BYTES", 0),
        ("NAVIGATION", ["timeline"]),
        ("NAVIGATION", [("timeline", 1)]),
    ],
)
def test_no_setting_that_cannot_be_used_is_taken(name: str, value: object) -> None:
    with pytest.raises(Refused, match=name):
        site_settings({**USABLE, name: value})


@pytest.mark.parametrize("today", ["2021-02-30"])
def test_a_wrong_today_is_named(tmp_path: Path, today: str) -> None:
    site = project(tmp_path)
    other = Place(site.folder, {"TODAY": today})
    assert f'TODAY is "{today}"' in refused(other)
    ran = run(*site.inv("check"), env=other.environment, cwd=tmp_path)
    assert ran.code == 2
    assert f'TODAY is "{today}"' in ran.out
    assert_no_traceback(ran.out)


def test_a_theme_that_is_not_there_is_named(site: Place) -> None:
    assert "nowhere" in refused(site, "-t", "nowhere")


@pytest.mark.long
def test_a_content_folder_that_is_not_there_is_refused(site: Place, tmp_path: Path) -> None:
    ran = Place(tmp_path / "nowhere", site.environment).pelican()
    assert ran.code == 1
    assert_no_traceback(ran.out)


def test_a_folder_without_content_does_not_empty_the_site(site: Place) -> None:
    built(site)
    before = site.tree()
    site.content.rename(site.folder / "away")
    (site.content / "pages").mkdir(parents=True)
    assert "is no content folder" in refused(site)
    assert site.tree() == before


@pytest.mark.parametrize(
    "text",
    [
        "Title: Ren\xe9\n\nText.\n".encode("latin-1"),
        b"Description: no title here\n\nText.\n",
        pytest.param(b"", marks=pytest.mark.long),
        pytest.param(b"Title: The tides\nDate: some day\n\nText.\n", marks=pytest.mark.long),
    ],
    ids=["Latin-1", "no title", "empty", "wrong date"],
)
def test_a_page_that_pelican_cannot_read_is_refused_by_name(site: Place, text: bytes) -> None:
    built(site)
    before = site.tree()
    (site.content / "pages" / "tides.md").write_bytes(text)
    assert "pages/tides.md" in refused(site)
    assert site.tree() == before


def test_a_page_with_the_address_of_another_is_refused(site: Place) -> None:
    text = "Title: Timeline\nSlug: timeline\n\nText.\n"
    (site.content / "pages" / "tides.md").write_text(text)
    assert "timeline/index.html" in refused(site)


FAULTS = [
    ("{% if %}", "Expected an expression"),
    ("{{ nobody }}", "'nobody' is undefined"),
    ("{{ 1 + 'a' }}", "TypeError"),
    ("{% include 'none.html' %}", "none.html"),
]


@pytest.mark.parametrize(
    ("template", "fault", "said"),
    [
        ("brief.html", *FAULTS[0]),
        ("brief.html", *FAULTS[1]),
        *(pytest.param("brief.html", *fault, marks=pytest.mark.long) for fault in FAULTS[2:]),
        *(pytest.param("page.html", *fault, marks=pytest.mark.long) for fault in FAULTS),
        *(pytest.param("macros/rows.html", *fault, marks=pytest.mark.long) for fault in FAULTS),
        ("page.html", *FAULTS[1]),
    ],
)
def test_a_fault_in_a_template_is_told_with_template_and_line(
    site: Place, template: str, fault: str, said: str
) -> None:
    path = theme(site)
    broken = path / "templates" / template
    lines = broken.read_text().splitlines()
    number = 2 + next(
        n for n, line in enumerate(lines) if line.startswith(("{% block main", "{% macro"))
    )
    lines.insert(number - 1, fault)
    broken.write_text("\n".join(lines))
    out = refused(site, "-t", str(path))
    line = "(, line [0-9]+)?" if "include" in fault else f", line {number}"
    assert re.search(f"template {template}{line}: ", out), out
    assert said in out
    assert not site.output.exists()


def test_a_fault_in_a_template_keeps_the_site(site: Place) -> None:
    built(site)
    before = site.tree()
    path = theme(site)
    edit(path / "templates" / "base.html", "<body>", "<body>{{ nobody }}")
    refused(site, "-t", str(path))
    assert site.tree() == before


@pytest.mark.long
def test_debug_shows_where(site: Place) -> None:
    path = theme(site)
    edit(path / "templates" / "base.html", "<body>", "<body>{{ 1 + 'a' }}")
    ran = site.pelican("-t", str(path), "-D")
    assert ran.code == 1
    assert "Traceback" in ran.out


def test_publishconf_asks_for_its_address(site: Place) -> None:
    said = refused(
        Place(site.folder, {**site.environment, "SITEURL": ""}), settings="publishconf.py"
    )
    assert "SITEURL" in said
    assert "https://host/path" in said


def test_the_core_can_be_imported_where_there_is_no_fcntl() -> None:
    """On Windows `inv check` must work: it reads pelicanconf.py, which imports the door."""
    code = (
        "import os, sys, livereload, pelican\n"
        f"sys.path[:0] = [{str(ROOT / 'plugins')!r}, {str(ROOT)!r}]\n"
        "sys.modules['fcntl'] = None\n"
        "del os.register_at_fork\n"
        "import pelicanconf, dateline.commands.check\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
