"""The plugins of the settings: all of them are loaded, or nothing is built.

Pelican goes on without a plugin that it cannot load, and the site would lose its pages. It also
prints a traceback where people need the plugin's name.
"""

import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from blinker import Signal
from pelican.plugins import signals
from pelican.plugins._utils import get_plugin_name, load_plugins

from dateline.plan import contributions
from dateline.publish import Refused

Receiver = Callable[..., Any]

# What the plugins connected when they were registered last. A watcher registers them again in the
# same process whenever the settings are saved, and one that was taken out must fall silent.
_connected: list[tuple[Signal, Receiver]] = []


def register_all(settings: Mapping[str, Any]) -> list[Any]:
    """Loads and registers every plugin of the settings, and none of an earlier call.

    Raises Refused, naming the plugin.
    """
    _disconnect()
    named = settings.get("PLUGINS")
    if named is None:  # Pelican's own word for: whatever is installed
        return [_registered(plugin) for plugin in load_plugins(settings)]
    return [_registered(_loaded(plugin, settings)) for plugin in named]


def _loaded(plugin: object, settings: Mapping[str, Any]) -> object:
    try:
        found = load_plugins({**settings, "PLUGINS": [plugin]})
    except Exception as error:  # whatever a plugin raises when it is imported
        raise _refused(plugin, _in_words(error)) from error
    if not found:
        raise _refused(plugin, "there is none of that name, or it needs what is not installed")
    return found[0]


def _registered(plugin: Any) -> Any:
    try:
        with _noting_connections():
            plugin.register()
    except Exception as error:  # whatever a plugin raises when it is registered
        raise _refused(get_plugin_name(plugin), _in_words(error)) from error
    return plugin


def _refused(plugin: object, why: str) -> Refused:
    return Refused(
        f"the plugin {plugin} cannot be loaded: {why}. Correct it, or PLUGINS in the settings; "
        "nothing was published"
    )


def _in_words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


@contextmanager
def _noting_connections() -> Iterator[None]:
    before = {id(signal): set(signal.receivers) for signal in _signals()}
    try:
        yield
    finally:
        for signal in _signals():
            for key in signal.receivers.keys() - before[id(signal)]:
                held = signal.receivers[key]
                receiver = held() if isinstance(held, weakref.ref) else held
                if receiver is not None:
                    _connected.append((signal, receiver))


def _disconnect() -> None:
    while _connected:
        signal, receiver = _connected.pop()
        signal.disconnect(receiver)


def _signals() -> list[Signal]:
    of_pelican = [value for value in vars(signals).values() if isinstance(value, Signal)]
    return [*of_pelican, contributions]
