"""What stands around the items of a feed's file."""

from collections.abc import Sequence

from dateline.frozen import frozen


@frozen
class Surround:
    """What stands before, between and after the items."""

    before: bytes
    between: bytes
    after: bytes

    def room(self, most: int) -> int:
        """How many bytes it leaves of `most` for items, each with what stands between."""
        return most - len(self.before) - len(self.after)

    def around(self, items: Sequence[bytes]) -> bytes:
        return self.before + self.between.join(items) + self.after
