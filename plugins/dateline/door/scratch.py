"""The scratch folder: where Pelican and other people's plugins write, and what becomes of it."""

import shutil
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from dateline.plan import ROOT, Site
from dateline.publish import Item, Refused

_ROOT_BYTES = ROOT.encode()


def empty_scratch(cache: Path, target: Path) -> Path:
    """A folder of this target's own below the cache, emptied. Raises Refused."""
    name = sha256(str(target).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    scratch = cache / "scratch" / name
    try:
        if scratch.is_dir() and not scratch.is_symlink():
            shutil.rmtree(scratch)
        else:
            scratch.unlink(missing_ok=True)
        scratch.mkdir(parents=True)
    except OSError as error:
        raise unusable(cache, error) from None
    return scratch


def unusable(cache: Path, error: OSError) -> Refused:
    return Refused(
        f"the cache folder {cache} cannot be used ({error.strerror}: {error.filename}). Remove "
        "what is in the way, or name another folder with --cache-path; nothing was published"
    )


def scratch_items(scratch: Path, site: Site) -> Iterator[Item]:
    """Every file below `scratch` as an item; pages get their way to the root, as ours do."""
    for path in sorted(scratch.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(scratch).as_posix()
        data = path.read_bytes()
        if name.endswith((".html", ".xml")):
            data = data.replace(_ROOT_BYTES, site.root_from(name).encode())
        make = partial(bytes, data)
        yield Item(
            name, sha256(data).hexdigest()[:32], make, origin="Pelican or one of its plugins"
        )
