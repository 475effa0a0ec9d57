"""The forms in which every feed is published, as data.

`key` is the first half of the kind under which pages find a feed (`views.frame.FEED_FORMATS`).
"""

from dateline.frozen import frozen


@frozen
class Form:
    """`stem` and `ending` make the file names: the feed is <stem>.<ending>, its archive pages are
    <stem>-archive-1.<ending> and so on, 1 the oldest."""

    key: str
    stem: str
    ending: str
    media_type: str

    def path(self, folder: str, page: int) -> str:
        """The file in `folder` ("" or "groups/x/") of archive page `page`; 0 is the feed itself."""
        name = f"{self.stem}-archive-{page}" if page else self.stem
        return f"{folder}{name}.{self.ending}"


RSS = Form("rss", "feed", "xml", "application/rss+xml")
ATOM = Form("atom", "atom", "xml", "application/atom+xml")
JSON = Form("json", "feed", "json", "application/feed+json")

FORMS = (RSS, ATOM, JSON)
