"""Which addresses a text may link to: http, https and mailto, whole and well formed.

A relative address would mean another page at every depth, a scheme such as `javascript:` runs code,
and a name before the host (`https://bank.example@evil.example`) is there to be misread. So may be a
host in letters of another script: it is written as browsers copy it, in its `xn--` form.
"""

import re

_REST = "(?:[a-z0-9_-]*[a-z0-9])?"
_NAME = rf"(?:[a-z0-9]{_REST}\.)*[a-z]{_REST}\.?"  # the last label is no number: see _IPV4
_BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"(?:{_BYTE}\.){{3}}{_BYTE}"
_PORT = r"(?::[0-9]{1,4}|:[1-5][0-9]{4})?"
_WEB = re.compile(rf"https?://(?:{_NAME}|{_IPV4}){_PORT}(?:[/?#]\S*)?", re.IGNORECASE | re.ASCII)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE | re.ASCII)


def is_safe_address(address: str) -> bool:
    """Whether the address is one that a reader of the page may be sent to."""
    return _WEB.fullmatch(address) is not None or _MAIL.fullmatch(address) is not None
