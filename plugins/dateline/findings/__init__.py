"""What is wrong with a piece of content, where, and what to do about it."""

from dateline.findings.catalogue import RULES, Rule
from dateline.findings.finding import Finding, has_errors
from dateline.findings.suggest import suggestion

__all__ = ["RULES", "Finding", "Rule", "has_errors", "suggestion"]
