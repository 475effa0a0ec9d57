"""How a feed is cut into the current one and archive pages (RFC 5005, section 4).

The feed itself holds the newest items, archive pages the older ones. Three things have to fit
together: a feed has a limit in items and one in bytes, no item may fall between the feed and its
newest archive page, and an archive page stays as it is when new briefs come.

So pages are slices of one length, counted from the oldest brief: what a page holds follows from its
number alone. How many pages there are follows from the number of briefs alone, so that no edit
makes a page come or go. A slice becomes a page only when more than four fifths of a feed's items
would otherwise stand outside all pages; those outside are always in the feed, and well within its
limit in bytes. The feed goes on to its own limit and so repeats some of the newest page, which
readers tell by the ids.

With the limit of 50 items: pages of 25; of the newest 40, at least 16 are in no page yet. A brief
that comes late, with an `added` before that of others, therefore finds its place in the feed
without moving the pages, unless it is more than 15 briefs late.
"""

from dateline.frozen import frozen


@frozen
class Cut:
    """`total` briefs, newest first, as archive pages of `length` each and the rest."""

    total: int
    length: int
    pages: int

    @property
    def unarchived(self) -> int:
        """How many of the newest stand in no archive page; the feed itself holds them."""
        return self.total - self.pages * self.length

    def page(self, number: int) -> slice:
        """Where archive page `number` lies among the briefs; 1 is the oldest."""
        end = self.total - (number - 1) * self.length
        return slice(end - self.length, end)


def cut(total: int, feed_items: int) -> Cut:
    length = max(1, feed_items // 2)
    most_unarchived = max(length, feed_items * 4 // 5)
    beyond = max(0, total - most_unarchived)
    return Cut(total, length, pages=-(-beyond // length))
