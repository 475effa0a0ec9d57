"""Views into bytes: the theme's templates, and fingerprints of all that a page depends on."""

from dateline.render.engine import Engine, TemplateFault, fault_of
from dateline.render.items import known, late_items
from dateline.render.making import made
from dateline.render.once import Once

__all__ = ["Engine", "Once", "TemplateFault", "fault_of", "known", "late_items", "made"]
