"""Random edits of a content folder, a theme and settings, each of which leaves a sound archive."""

import random
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from building import ROOT


@dataclass(slots=True)
class Workshop:
    """A folder with content and theme of a test's own, and words behind the command."""

    folder: Path
    dice: random.Random
    words: dict[str, str] = field(default_factory=dict)
    number: int = 0

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def theme(self) -> Path:
        return self.folder / "theme"

    def arguments(self) -> list[str]:
        settings = [f"{name}={value}" for name, value in sorted(self.words.items())]
        return ["-t", str(self.theme), "-e", *settings]

    def one_of(self, paths: Iterable[Path]) -> Path:
        return self.dice.choice(sorted(paths))

    def fresh_word(self) -> str:
        self.number += 1
        return f"word{self.number}"

    def briefs(self) -> list[Path]:
        return sorted((self.content / "briefs").rglob("*.md"))


def workshop(folder: Path, content: Path, seed: int, settings: dict[str, str]) -> Workshop:
    shutil.copytree(content, folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    return Workshop(folder, random.Random(seed), dict(settings))


Edit = Callable[[Workshop], str]


def body(shop: Workshop) -> str:
    """A sentence of a text."""
    path = shop.one_of(shop.briefs())
    text = path.read_text("utf-8")
    mark = re.findall(r"\[@[^\]]+\]", text)[-1]
    path.write_text(f"{text.rstrip()}\n\nIt is added: {shop.fresh_word()} {mark}.\n", "utf-8")
    return f"text of {path.stem}"


def title(shop: Workshop) -> str:
    path = shop.one_of(shop.briefs())
    _replace(path, r"^title: .*$", f'title: "Title {shop.fresh_word()}"')
    return f"title of {path.stem}"


def summary(shop: Workshop) -> str:
    path = shop.one_of(shop.briefs())
    _replace(path, r"^summary: .*$", f'summary: "Summary {shop.fresh_word()}"')
    return f"summary of {path.stem}"


def place(shop: Workshop) -> str:
    """The first place of a brief is another one."""
    path = shop.one_of(shop.briefs())
    slug = shop.one_of((shop.content / "locations").glob("*.md")).stem
    text = path.read_text("utf-8")
    if re.search(r"^    location: ", text, re.M):
        return "nothing"
    text = re.sub(r"^locations:.*\n(?:  - .*\n)*", f"locations: [{slug}]\n", text, flags=re.M)
    path.write_text(text, "utf-8")
    return f"place of {path.stem}: {slug}"


def revision(shop: Workshop) -> str:
    path = shop.one_of(shop.briefs())
    text = path.read_text("utf-8")
    line = f'  - date: 2026-11-24\n    kind: update\n    note: "Note {shop.fresh_word()}"\n'
    if "\nrevisions:" in text:
        return "nothing"
    path.write_text(
        re.sub(r"^sources:", f"revisions:\n{line}sources:", text, count=1, flags=re.M), "utf-8"
    )
    return f"revision of {path.stem}"


def new_brief(shop: Workshop) -> str:
    """A copy of another one under a new id."""
    path = shop.one_of(shop.briefs())
    name = f"{path.stem[:10]}-{shop.fresh_word()}"
    _copy(path, path.with_name(f"{name}.md"), name, keep_alias=False)
    return f"new {name}"


def rename(shop: Workshop) -> str:
    """A new id; the earlier one stays as an alias and keeps answering."""
    path = shop.one_of(shop.briefs())
    name = f"{path.stem[:10]}-{shop.fresh_word()}"
    _copy(path, path.with_name(f"{name}.md"), name, keep_alias=True)
    path.unlink()
    return f"{path.stem} is now {name}"


def delete(shop: Workshop) -> str:
    """A brief that no other one names."""
    path = shop.one_of(shop.briefs())
    others = (one.read_text("utf-8") for one in shop.briefs() if one != path)
    if len(shop.briefs()) < 4 or any(path.stem in text for text in others):
        return "nothing"
    if "\naliases:" in path.read_text("utf-8"):
        return "nothing"
    path.unlink()
    return f"without {path.stem}"


def registry_name(shop: Workshop) -> str:
    path = _entry(shop)
    _replace(path, r"^name: .*$", f'name: "Name {shop.fresh_word()}"')
    return f"name of {path.stem}"


def registry_text(shop: Workshop) -> str:
    path = _entry(shop)
    text = path.read_text("utf-8")
    path.write_text(f"{text.rstrip()}\n\nMore of it: {shop.fresh_word()}.\n", "utf-8")
    return f"text of {path.stem}"


def position(shop: Workshop) -> str:
    path = shop.one_of((shop.content / "locations").glob("*.md"))
    degrees = 20 + shop.dice.randrange(100) / 10
    _replace(path, r"^latitude: .*$", f"latitude: {degrees}")
    return f"position of {path.stem}"


def shared_source(shop: Workshop) -> str:
    paths = sorted((shop.content / "sources").glob("*.md"))
    path = shop.dice.choice(paths)
    what = shop.dice.choice(["title", "publisher"])
    _replace(path, rf"^{what}: .*$", f'{what}: "Said {shop.fresh_word()}"')
    return f"{what} of the source {path.stem}"


def own_source(shop: Workshop) -> str:
    path = shop.one_of(shop.briefs())
    what = shop.dice.choice(["title", "publisher"])
    word = shop.fresh_word()
    text = path.read_text("utf-8")
    changed = re.sub(rf"^    {what}: .*$", f'    {what}: "Own {word}"', text, count=1, flags=re.M)
    path.write_text(changed, "utf-8")
    return f"{what} of a source of {path.stem}"


def running_count(shop: Workshop) -> str:
    paths = sorted((shop.content / "totals").glob("*.md"))
    path = shop.dice.choice(paths)
    _replace(path, r"^count: .*$", f"count: {shop.dice.randrange(200)}")
    return f"count of {path.stem}"


def template(shop: Workshop) -> str:
    path = shop.one_of((shop.theme / "templates").rglob("*.html"))
    text = path.read_text("utf-8")
    if "{% block main %}" not in text:
        return "nothing"
    word = shop.fresh_word()
    path.write_text(text.replace("{% block main %}", f"{{% block main %}}<!-- {word} -->"), "utf-8")
    return f"template {path.name}"


def setting(shop: Workshop) -> str:
    name, values = shop.dice.choice(
        [
            ("LIST_ROWS", ["3", "6", "20"]),
            ("FEED_ITEMS", ["4", "8", "50"]),
            ("SITENAME", ['"A name"', '"Another name"']),
        ]
    )
    shop.words[name] = shop.dice.choice(values)
    return f"{name} is {shop.words[name]}"


EDITS: tuple[Edit, ...] = (
    body,
    body,
    title,
    summary,
    place,
    revision,
    new_brief,
    rename,
    delete,
    registry_name,
    registry_text,
    position,
    shared_source,
    own_source,
    running_count,
    template,
    setting,
)


def _entry(shop: Workshop) -> Path:
    folder = shop.dice.choice(["groups", "locations", "weapons"])
    return shop.one_of((shop.content / folder).glob("*.md"))


def _replace(path: Path, pattern: str, line: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, lambda _: line, text, count=1, flags=re.M), "utf-8")


def _copy(path: Path, to: Path, name: str, *, keep_alias: bool) -> None:
    text = path.read_text("utf-8").replace(f"id: {path.stem}\n", f"id: {name}\n", 1)
    aliases = re.findall(r"^aliases: \[(.*)\]$", text, re.M)
    text = re.sub(r"^aliases:.*\n", "", text, flags=re.M)
    if keep_alias:
        names = ", ".join([*aliases, path.stem])
        text = text.replace(f"id: {name}\n", f"id: {name}\naliases: [{names}]\n", 1)
    to.write_text(text, "utf-8")
