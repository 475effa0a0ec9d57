"""Copies of the invented archive with files added or replaced, as an archive or a built site."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from building import HARBOUR_DAY, Place
from dateline.archive import Archive, build
from dateline.check import check, collect
from dateline.findings import has_errors
from dateline.read.content import read_content
from harbours import POLICY, brief, copied
from links import broken

Files = Mapping[str, str | None]

# A line of a source's.
PAGE = "    url: https://example.org/page\n"


@dataclass(frozen=True, slots=True)
class Pages:
    files: Mapping[str, bytes]

    def page(self, folder: str) -> html.HtmlElement:
        return html.document_fromstring(self.files[f"{folder}/index.html"].decode())

    def texts(self, folder: str, xpath: str) -> list[str]:
        """The texts of the elements, white space folded."""
        found = self.page(folder).xpath(xpath)
        return [" ".join("".join(one.itertext()).split()) for one in found]

    def folders(self, above: str) -> list[str]:
        """The names of the pages right below a folder."""
        below = f"{above}/"
        names = (n.removeprefix(below).split("/") for n in self.files if n.startswith(below))
        return sorted(parts[0] for parts in names if len(parts) == 2 and parts[1] == "index.html")


def archive_of(folder: Path, files: Files) -> Archive:
    """The harbour with these files added or replaced, or, where they are None, taken out."""
    content = read_content(_written(folder, files), "")
    collection = collect(content)
    findings = check(content, collection, POLICY)
    assert not has_errors(findings), findings
    return build(collection)


def pages_of(folder: Path, files: Files, *words: str, today: str = HARBOUR_DAY) -> Pages:
    """The same, built with these words behind the command; every address of it answers."""
    folder.mkdir(exist_ok=True)
    _written(folder, files).rename(folder / "content")
    here = Place(folder, {"TODAY": today})
    ran = here.pelican(*words)
    assert ran.code == 0, ran.out
    site = here.tree()
    assert not broken(site, "http://localhost:8000")
    return Pages(site)


def source(key: str, publisher: str, title: str, more: str = "") -> str:
    """A source as a brief or an entry lists it, with more lines."""
    return (
        f"  - key: {key}\n    title: {title}\n    publisher: {publisher}\n"
        f"    published: 2021-05-05\n{more}"
    )


def resting(name: str, *sources: str, day: str = "2021-05-03") -> dict[str, str]:
    """A brief that lists these sources behind its own and cites them."""
    brief_id = f"{day}-{name}"
    keys = [one.split("\n")[0].removeprefix("  - ").removeprefix("key: ") for one in sources]
    text = brief(brief_id).replace("sources:\n", f"sources:\n{''.join(sources)}")
    cited = "; ".join(f"@{key}" for key in keys)
    return {f"briefs/2021/{brief_id}.md": f"{text.rstrip()} More of it [{cited}].\n"}


def _written(folder: Path, files: Files) -> Path:
    content = copied(folder)
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (content / path).unlink()
        else:
            (content / path).write_text(text, encoding="utf-8")
    return content
