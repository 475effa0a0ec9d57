"""`inv livereload`: the site in a browser that reloads itself after each build.

Building is left to Pelican's own watcher in a process of its own. That is the one path by which
every watcher builds, and a change to the code in plugins/ only has to start it anew.
"""

import signal
import subprocess
import sys
from pathlib import Path

from livereload import Server


def main(home: Path, content: Path, output: Path, port: str) -> int:
    """Serves `output` at localhost until it is interrupted; returns the exit code."""
    # Told to end, it ends as when it is interrupted: the builder must not be left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    builder = _Builder(home, content, output)
    server = Server()
    server.watch(str(home / "plugins" / "**" / "*.py"), builder.start)
    # The publisher writes a new list whenever the site changes: one file to look at, not all.
    server.watch(str(output.parent / f".{output.name}.*.list"))
    builder.start()
    try:
        server.serve(root=str(output), port=int(port), host="localhost")
    except KeyboardInterrupt:
        pass  # it came before the server, which takes it for its own end
    except (OSError, ValueError) as error:
        print(f"Nothing can be served at port {port} ({error}). Name another: PORT=8001")
        return 1
    finally:
        builder.stop()
    return 0


class _Builder:
    """`pelican -r` in a process of its own."""

    def __init__(self, home: Path, content: Path, output: Path) -> None:
        self._command = [sys.executable, "-m", "pelican", str(content)]
        self._command += ["-s", str(home / "pelicanconf.py"), "-o", str(output), "-r"]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.stop()
        self._process = subprocess.Popen(self._command)  # noqa: S603 - our own command

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
            self._process = None
