"""What can be done here: `inv --list`, or the same as make targets. Each task is a few lines."""

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

HERE = Path(__file__).resolve().parent
CONTENT = HERE / "content"
OUTPUT = HERE / "output"
CACHE = HERE / "cache"
PUBLIC = HERE / "public"
SCREENSHOTS = HERE / "screenshots"
PYTHON = sys.executable
PORT = os.environ.get("PORT", "8000")

sys.path[:0] = [str(HERE / "plugins"), str(HERE)]


def _python(c: Context, *words: str) -> None:
    """Runs this Python in the project's folder and ends with its exit code."""
    result = c.run(shlex.join([PYTHON, *words]), pty=sys.stdout.isatty(), warn=True)
    if result is None or result.exited:
        raise SystemExit(1 if result is None else result.exited)


def _pelican(c: Context, *words: str, settings: str = "pelicanconf.py") -> None:
    _python(c, "-m", "pelican", str(CONTENT), "-s", str(HERE / settings), *words)


def _pytest(c: Context, which: str, *words: str) -> None:
    """A process for each core; the tests of a file stay together and share what they build."""
    _python(c, "-m", "pytest", "-m", which, "-n", "auto", "--dist", "loadfile", *words)


@task(help={"profile": "say where the time went, stage by stage"})
def build(c: Context, profile: bool = False) -> None:
    """Build the site into output/."""
    if profile:
        os.environ["DATELINE_PROFILE"] = "1"
    _pelican(c, "-o", str(OUTPUT))


@task
def clean(c: Context) -> None:
    """Remove output/ and public/, what the publisher keeps beside them, the cache and pictures."""
    from dateline.publish import leftovers

    for path in [OUTPUT, *leftovers(OUTPUT), PUBLIC, *leftovers(PUBLIC), CACHE, SCREENSHOTS]:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


@task
def rebuild(c: Context) -> None:
    """Build the site anew, taking over files in output/ that something else wrote."""
    _pelican(c, "-o", str(OUTPUT), "-d")


@task
def regenerate(c: Context) -> None:
    """Build the site again whenever a file changes."""
    _pelican(c, "-o", str(OUTPUT), "-r")


@task(build)
def serve(c: Context) -> None:
    """Build the site and serve it at http://localhost:8000, or at another PORT=."""
    _pelican(c, "-o", str(OUTPUT), "-l", "-p", PORT)


@task
def reserve(c: Context) -> None:
    """Serve the site and build it again whenever a file changes."""
    _pelican(c, "-o", str(OUTPUT), "-l", "-r", "-p", PORT)


@task
def livereload(c: Context) -> None:
    """Serve the site, build it again whenever a file changes, and reload the browser."""
    from dateline.commands.livereload import main

    sys.exit(main(HERE, CONTENT, OUTPUT, PORT))


@task
def publish(c: Context) -> None:
    """Build the site as it is published, into public/; SITEURL says where it will stand."""
    if not os.environ.get("SITEURL"):
        sys.exit("Say where the site will stand: SITEURL=https://host/path inv publish")
    _pelican(c, "-o", str(PUBLIC), settings="publishconf.py")


@task
def check(c: Context) -> None:
    """Check [PATH…] or all of content/: --format text|github|json, --strict."""
    # Never reached with words behind it: see the end of this file.
    sys.exit(_check([]))


@task
def coverage(c: Context) -> None:
    """Write docs/coverage.md: what the content holds and leaves out, as it is now."""
    from tools.coverage import main

    sys.exit(main(HERE))


@task(build)
def screenshots(c: Context) -> None:
    """Take pictures of the built pages, narrow and wide, light and dark, into screenshots/."""
    from dateline.commands.screenshots import main

    sys.exit(main(OUTPUT, SCREENSHOTS))


@task
def lint(c: Context) -> None:
    """Look over the code: ruff and mypy, both strict."""
    _python(c, "-m", "ruff", "check", "--quiet", ".")
    _python(c, "-m", "ruff", "format", "--quiet", "--check", ".")
    _python(c, "-m", "mypy")


@task(lint)
def test(c: Context) -> None:
    """Run every test that needs Python only, after the look over the code."""
    _pytest(c, "not browser and not long")


@task
def test_long(c: Context) -> None:
    """Run the long tests: kills, fuzzing, other environments."""
    _pytest(c, "long")


@task
def test_browser(c: Context) -> None:
    """Run the tests in a browser: Chromium, the HTML checker, axe. They need Java and npm ci."""
    # With what tests that passed have to say: the warnings of the HTML checker.
    _pytest(c, "browser", "-rsP")


@task(
    iterable=["scenario"],
    help={
        "briefs": "how many briefs the invented archive has",
        "scenario": "cold, body, nothing, title, new or template; may be given again",
        "rounds": "how often each is measured: 5 times, or 3 times from 100,000 briefs on",
        "out": "the file whose part for this number of briefs is written: docs/benchmarks.md",
    },
)
def bench(
    c: Context,
    briefs: int = 1000,
    scenario: Sequence[str] | None = None,
    rounds: int = 0,
    out: str = "",
) -> None:
    """Measure our build beside Hugo's of the same pages; make bench installs Hugo."""
    from bench.command import main

    sys.exit(main(briefs, scenario or (), rounds, out))


def _check(words: list[str]) -> int:
    from pelican.settings import read_settings

    from dateline.commands.check import main
    from dateline.door.settings import policy
    from dateline.publish import Refused

    try:
        return main(words, CONTENT, policy(read_settings(str(HERE / "pelicanconf.py"))))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2


# Invoke gives a task a fixed number of words, `check` takes any number of paths: so what follows it
# is read by the command itself, before Invoke reads it.
if Path(sys.argv[0]).stem in ("inv", "invoke") and sys.argv[1:2] == ["check"]:
    sys.exit(_check(sys.argv[2:]))
