"""A count of the brief format as the bounds and accounts that a Hugo template prints."""

from typing import Any

from bench.corpus import Record

UNKNOWN = "unknown"


def figure(written: Any, sources: list[str]) -> Record:
    if isinstance(written, list):
        return _of_accounts(written)
    low, best, high = _bounds(written)
    if not low:
        return {"known": False, "accounts": []}
    words = low if high == low else f"{low} to {high}" if high else f"at least {low}"
    account = {"n": words, "by": "", "sources": sources}
    return {"known": True, "low": low, "best": best, "high": high, "accounts": [account]}


def is_sum(found: Record) -> bool:
    return bool(found["known"])


def sum_words(found: Record, what: str) -> str:
    low, high = found["low"], found["high"]
    return f"{low if low == high else f'{low} to {high}' if high else f'at least {low}'} {what}"


def _of_accounts(accounts: list[Record]) -> Record:
    standing = [_bounds(account["n"]) for account in accounts if not account.get("superseded")]
    lows = [int(low) for low, _, _ in standing if low]
    highs = [int(high) for _, _, high in standing if high]
    best = [_bounds(account["n"])[1] for account in accounts if account.get("best")]
    is_open = any(not high for _, _, high in standing)
    return {
        "known": bool(lows),
        "low": str(min(lows)),
        "best": best[0] if best else "",
        "high": "" if is_open else str(max(highs)),
        "accounts": [{**account, "n": _words(account["n"])} for account in accounts],
    }


def _words(written: Any) -> str:
    low, _, high = _bounds(written)
    return low if low == high else f"at least {low}"


def _bounds(written: Any) -> tuple[str, str, str]:
    if written == UNKNOWN:
        return "", "", ""
    if isinstance(written, dict):
        return str(written["low"]), "", str(written.get("high", ""))
    return str(written), str(written), str(written)
