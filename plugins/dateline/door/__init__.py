"""The door to Pelican: the one package that knows it.

Pelican starts us (PELICAN_CLASS) and makes the editors' pages, theme files and whatever other
plugins write, into a scratch folder. Everything else is ours, and one publisher puts all of it in
place. Why: docs/decisions/0002-door.md.
"""

from dateline.door.door import Door

__all__ = ["Door"]
