"""All incidents as rows, each made once for every file that holds it."""

from collections.abc import Iterable
from dataclasses import field

from dateline.archive import Archive, Entry
from dateline.data.incident import incident_record
from dateline.data.json_text import document_of_rows, line
from dateline.data.table import table
from dateline.data.terms import terms
from dateline.frozen import frozen
from dateline.model.brief import Brief
from dateline.plan import Site

Briefs = tuple[Entry[Brief], ...]


@frozen
class Incidents:
    """The rows of a build, written when a file first asks for them."""

    archive: Archive
    site: Site
    _rows: dict[str, bytes] = field(default_factory=dict)

    def json(self, briefs: Briefs) -> bytes:
        return document_of_rows(terms(self.site), "incidents", self._all(briefs))

    def csv(self, briefs: Briefs) -> bytes:
        records = (incident_record(self.archive, self.site, entry) for entry in briefs)
        return table(records, terms(self.site))

    def _all(self, briefs: Briefs) -> Iterable[bytes]:
        return map(self._row, briefs)

    def _row(self, entry: Entry[Brief]) -> bytes:
        row = self._rows.get(entry.slug)
        if row is None:
            row = line(incident_record(self.archive, self.site, entry)).encode()
            if self.site.settings.data_files == "always":  # else a year is all that asks for it
                self._rows[entry.slug] = row
        return row
