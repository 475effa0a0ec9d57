"""Built pages of copies of the invented archive, for the tests of the facets."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from building import HARBOUR, HARBOUR_DAY, place
from links import broken


@dataclass(frozen=True)
class Site:
    files: Mapping[str, bytes]

    def page(self, folder: str) -> html.HtmlElement:
        return html.document_fromstring(self.files[f"{folder}/index.html"].decode())

    def texts(self, folder: str, xpath: str) -> list[str]:
        """The texts of the elements, white space folded."""
        return [
            " ".join(" ".join(one.itertext()).split()) for one in self.page(folder).xpath(xpath)
        ]

    def titles(self, folder: str, section: str) -> list[str]:
        return self.texts(folder, f"//section[@id='{section}']//p[@class='row-title']")

    def counts(self, folder: str) -> list[str]:
        return self.texts(folder, "//header//ul[@class='counts']/li")


def built(folder: Path, files: Mapping[str, str], *words: str) -> Site:
    """The harbour with these files added or replaced; every address of the site answers."""
    here = place(folder / "x", HARBOUR, TODAY=HARBOUR_DAY)
    for path, text in files.items():
        (here.content / path).parent.mkdir(parents=True, exist_ok=True)
        (here.content / path).write_text(text, encoding="utf-8")
    ran = here.pelican(*words)
    assert ran.code == 0, ran.out
    site = here.tree()
    assert not broken(site, "http://localhost:8000")
    return Site(site)
