"""All that feeds tell of, as items: each made once, and the same in every feed that holds it."""

from dataclasses import field

from dateline.archive import Archive
from dateline.feeds.forms import Form
from dateline.feeds.item import Item, item_of
from dateline.feeds.told import Told
from dateline.feeds.writers import writer_of
from dateline.frozen import frozen
from dateline.plan import Site


@frozen
class Items:
    """All items of a build, each made when a feed first asks for it."""

    archive: Archive
    site: Site
    _items: dict[tuple[str, int], Item] = field(default_factory=dict)
    _written: dict[tuple[str, tuple[str, int]], bytes] = field(default_factory=dict)

    def item(self, told: Told) -> Item:
        if told.key not in self._items:
            self._items[told.key] = item_of(self.archive, self.site, told)
        return self._items[told.key]

    def written(self, form: Form, told: Told) -> bytes:
        """The item as it stands in the files of that form."""
        key = form.key, told.key
        if key not in self._written:
            item = self.item(told)
            self._written[key] = writer_of(form).item(item, item.statement)
        return self._written[key]

    def written_short(self, form: Form, told: Told) -> bytes:
        item = self.item(told)
        return writer_of(form).item(item, item.short_statement)
