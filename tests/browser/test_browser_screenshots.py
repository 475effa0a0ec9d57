"""`inv screenshots`: a picture of each kind of page, narrow and wide, light and dark."""

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from browser_sites import Site
from building import ROOT, run

pytestmark = pytest.mark.browser

# In a process of its own, as the command has it: Playwright starts once in each.
TAKE = """
import sys
from pathlib import Path
from dateline.commands.screenshots import main
sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def test_pictures_of_every_kind(sites: Mapping[str, Site], tmp_path: Path) -> None:
    site = sites["harbour"]
    (tmp_path / "gone-360-dark.png").write_bytes(b"of a page that is no more")
    words = sys.executable, "-c", TAKE, str(site.folder), str(tmp_path)
    ran = run(*words, env={"PYTHONPATH": str(ROOT / "plugins")})
    assert ran.code == 0, ran.out
    pictures = {path.stem: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(pictures) == {
        f"{kind}-{width}-{scheme}"
        for kind in site.kinds
        for width in (360, 1280)
        for scheme in ("light", "dark")
    }
    assert f"{len(pictures)} pictures of {len(site.kinds)} pages" in ran.out
    for name, picture in pictures.items():
        width, height = struct.unpack(">II", picture[16:24])
        assert str(width) in name
        assert height >= 740
    assert pictures["brief-360-light"] != pictures["brief-360-dark"]
    tall = struct.unpack(">I", pictures["brief-360-light"][20:24])[0]
    assert tall > 1500, "the picture ends where the screen does"
