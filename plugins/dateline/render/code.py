"""The code itself, as something that the bytes of an output depend on."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

# The packages whose releases change the bytes that we make with them.
MAKERS = ("feedgen", "jinja2", "markupsafe", "nh3", "pyromark")


@cache
def code_fingerprint() -> str:
    """32 hex digits over every module of this package and the releases of what it makes with.

    An output with the same view but other code is another output: without this, a change of code
    would leave the old files standing.
    """
    digest = sha256()
    package = Path(__file__).resolve().parents[1]
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    for name in MAKERS:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()[:32]
