"""All briefs as items of feeds: each made once, and the same in every feed that tells of it."""

from dataclasses import dataclass, field
from hashlib import sha256

from dateline.archive import Archive, Entry
from dateline.feeds.forms import Form
from dateline.feeds.item import Item, item_of
from dateline.model.brief import Brief
from dateline.plan import Site


@dataclass(frozen=True, slots=True)
class Items:
    """All items of a build, each made when a feed first asks for it."""

    archive: Archive
    site: Site
    _items: dict[str, Item] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict)
    _written: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def item(self, entry: Entry[Brief]) -> Item:
        if entry.slug not in self._items:
            self._items[entry.slug] = item_of(self.archive, self.site, entry)
        return self._items[entry.slug]

    def digest(self, entry: Entry[Brief]) -> str:
        """Of all that the item says: short, for it stands in the fingerprint of many feeds."""
        if entry.slug not in self._digests:
            said = repr(self.item(entry))
            self._digests[entry.slug] = sha256(said.encode()).hexdigest()
        return self._digests[entry.slug]

    def written(self, form: Form, entry: Entry[Brief]) -> bytes:
        """The item as it stands in the files of that form."""
        from dateline.feeds.writing import item_bytes  # feedgen and lxml: 80 ms

        key = form.key, entry.slug
        if key not in self._written:
            self._written[key] = item_bytes(form, self.item(entry))
        return self._written[key]

    def written_short(self, form: Form, entry: Entry[Brief]) -> bytes:
        from dateline.feeds.writing import item_bytes  # as above

        return item_bytes(form, self.item(entry), short=True)
