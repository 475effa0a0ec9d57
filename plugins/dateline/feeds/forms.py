"""The forms in which every feed is published, as data.

`key` is the first half of the kind under which pages find a feed (`views.frame.FEED_FORMATS`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """`stem` begins the file names: the feed is <stem>.xml, its archive pages <stem>-archive-1.xml
    and so on, 1 the oldest."""

    key: str
    stem: str
    media_type: str

    def path(self, folder: str, page: int) -> str:
        """The file in `folder` ("" or "groups/x/") of archive page `page`; 0 is the feed itself."""
        return f"{folder}{self.stem}-archive-{page}.xml" if page else f"{folder}{self.stem}.xml"


RSS = Form("rss", "feed", "application/rss+xml")
ATOM = Form("atom", "atom", "application/atom+xml")

FORMS = (RSS, ATOM)
