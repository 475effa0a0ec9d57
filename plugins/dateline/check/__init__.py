"""The rules of the brief format, each a small named function that yields findings."""

from dateline.check.changed import Checked, check_changed
from dateline.check.collection import Collection, collect
from dateline.check.run import Policy, check

__all__ = ["Checked", "Collection", "Policy", "check", "check_changed", "collect"]
