"""Views into bytes: the theme's templates, and fingerprints of all that a page depends on."""

from dateline.render.engine import Engine, TemplateFault, fault_of
from dateline.render.items import items, late_items

__all__ = ["Engine", "TemplateFault", "fault_of", "items", "late_items"]
