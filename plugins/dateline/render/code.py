"""The code itself, as something that the bytes of an output depend on."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

# The packages whose releases change the bytes that we make with them.
MAKERS = ("babel", "feedgen", "jinja2", "markupsafe", "nh3", "pyromark")


def code_fingerprint(module: str) -> str:
    """32 hex digits over every module of this package and the releases of what it makes with.

    An output with the same view but other code is another output: without this, a change of code
    would leave the old files standing. For a `module` of somebody's plugin its code is added.
    """
    return _fingerprint_with(module.partition(".")[0])


@cache
def _fingerprint_with(package: str) -> str:
    digest = sha256()
    for path in dict.fromkeys([*_sources("dateline"), *_sources(package)]):
        digest.update(f"{path.parent.name}/{path.name}".encode())
        digest.update(path.read_bytes())
    for name in MAKERS:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()[:32]


def _sources(name: str) -> list[Path]:
    """The files of a package or a module that is loaded; none for what has no files."""
    file = getattr(sys.modules.get(name), "__file__", None)
    if not file:
        return []
    path = Path(file)
    return sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]
