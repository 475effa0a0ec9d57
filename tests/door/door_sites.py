"""Small sites of a test's own: the invented archive, settings, plugins and themes beside it."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from building import HARBOUR, HARBOUR_DAY, ROOT, Place, Ran, place, run

ROCKETS = "2021-05-04-south-pier-rockets"
DRONES = "2021-05-04-north-pier-drones"
ABOUT = "Title: About the harbour\nDescription: What this is.\n\nA page.\n"
BUILT = "Published 5 briefs"


def harbour(folder: Path, **environment: str) -> Place:
    """The invented archive with a page of its editors'."""
    site = place(folder, HARBOUR, **{"TODAY": HARBOUR_DAY, **environment})
    (site.content / "pages").mkdir()
    (site.content / "pages" / "about.md").write_text(ABOUT)
    return site


def brief(site: Place, slug: str = ROCKETS) -> Path:
    return site.content / "briefs" / "2021" / f"{slug}.md"


def page_of(site: Place, slug: str = ROCKETS) -> str:
    return (site.output / "briefs" / slug / "index.html").read_text()


def edit(path: Path, old: str, new: str) -> None:
    """Saves the file with every `old`, of which there must be one, made `new`."""
    text = path.read_text()
    assert old in text, f"{path} holds no {old!r}"
    path.write_text(text.replace(old, new))


def built(site: Place, *words: str, settings: str = "pelicanconf.py", output: str = "") -> Ran:
    """Builds, which must end well."""
    ran = site.pelican(*words, settings=settings, output=output)
    assert ran.code == 0, ran.out
    assert_no_traceback(ran.out)
    return ran


def refused(site: Place, *words: str, settings: str = "pelicanconf.py", output: str = "") -> str:
    """Builds, which must be refused in words; returns them on one line, as people read them."""
    ran = site.pelican(*words, settings=settings, output=output)
    assert ran.code == 1, ran.out
    assert_no_traceback(ran.out)
    return " ".join(ran.out.split())


def assert_no_traceback(out: str) -> None:
    assert "Traceback" not in out, out
    assert 'File "' not in out, out


def settings_file(site: Place, lines: str = "", parts: str = "PLUGINS") -> str:
    """Settings of this site's own, over those of the project, with plugins/ beside them too.

    `parts` is what PLUGINS shall be, as Python. Returns the path, for `settings=`.
    """
    path = site.folder / "conf.py"
    path.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from pelicanconf import *\n"
        f"THEME = {str(ROOT / 'theme')!r}\n"
        f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}, {str(site.folder / 'plugins')!r}]\n"
        f"PLUGINS = {parts}\n{lines}\n"
    )
    return str(path)


def plugin(site: Place, name: str, code: str) -> None:
    """Somebody else's plugin."""
    (site.folder / "plugins").mkdir(exist_ok=True)
    (site.folder / "plugins" / f"{name}.py").write_text(code)


def theme(site: Place) -> Path:
    """A copy of the theme that may be edited; `-t` takes it."""
    return Path(shutil.copytree(ROOT / "theme", site.folder / "theme"))


@dataclass(frozen=True, slots=True)
class Project(Place):
    """A copy of the whole project, for `inv` works in the folder in which tasks.py lies."""

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def inv(self, *words: str) -> list[str]:
        return [str(Path(sys.executable).with_name("inv")), *words]

    def invoke(self, *words: str) -> Ran:
        return run(*self.inv(*words), env=self.environment, cwd=self.folder)


def project(folder: Path, **environment: str) -> Project:
    """A copy of the project that holds the invented archive."""
    site = harbour(folder, **environment)
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py"):
        shutil.copy2(ROOT / name, folder / name)
    return Project(folder, site.environment)
