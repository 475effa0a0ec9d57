"""What a kept file depends on besides its bytes: our code, and what it reads with."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version as release
from pathlib import Path

# The rooms whose code says what a file is and what is found in it.
_ROOMS = ("check", "findings", "kept", "model", "read", "text")
# The packages whose releases do.
_READERS = ("babel", "pyromark", "pyyaml")


@cache
def version() -> str:
    """64 hex digits."""
    package = Path(__file__).parents[1]
    digest = sha256(sys.version.encode())
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            digest.update(f"{room}/{path.name}".encode())
            digest.update(path.read_bytes())
    for name in _READERS:
        digest.update(f"{name} {release(name)}".encode())
    return digest.hexdigest()
