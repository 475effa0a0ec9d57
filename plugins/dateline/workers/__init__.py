"""Much work of one kind done by two processes."""

from dateline.workers.division import FEW, WorkerLost, divided

__all__ = ["FEW", "WorkerLost", "divided"]
