"""Where a site may not go: among the files that it is made from, or over them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dateline.publish import Refused


def refuse_mixing(target: Path, settings: Mapping[str, Any]) -> None:
    """Raises Refused where the published folder would hold sources, or lie among them.

    Publishing replaces the folder as a whole; and a build that writes into what it reads would
    find its own pages there, and under a watcher never come to rest.
    """
    site = target.resolve()
    content = Path(settings["PATH"]).resolve()
    theme = Path(settings["THEME"]).resolve()
    plugins = [Path(folder).resolve() for folder in settings.get("PLUGIN_PATHS") or ()]
    cache = Path(settings["CACHE_PATH"]).resolve()
    for what, folder in (
        ("the content", content),
        ("the theme", theme),
        *(("plugins", folder) for folder in plugins),
        ("the cache", cache),
    ):
        if folder.is_relative_to(site):
            raise _refused(f"the site cannot be published into {site}: {what} is there, {folder}")
    for what, folder in (("the content", content), ("the theme", theme)):
        if site.is_relative_to(folder):
            raise _refused(f"the site cannot be published into {site}, inside {what}")
        if cache.is_relative_to(folder):
            raise _refused(f"the cache cannot be {cache}, inside {what}", "--cache-path cache")
    if site.is_relative_to(cache / "scratch"):
        raise _refused(f"the site cannot be published into {site}, which each build empties")


def _refused(what: str, instead: str = "-o output") -> Refused:
    return Refused(f"{what}. Name a folder of its own, such as {instead}; nothing was published")
