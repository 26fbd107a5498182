"""A message's trace travels with it and is no part of it.

The task within is the same text with or without: what follows from that text, such as the id of a failure,
does not change. A message without a trace is as it always was.
"""

import re
from typing import NamedTuple

SEAL = re.compile(r',"trace":"(00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})"}$')


class Opened(NamedTuple):
    message: str
    trace: str  # a W3C traceparent; empty: none


def sealed(message: str, trace: str) -> str:
    """`message`: a JSON object that holds something."""
    return f'{message[:-1]},"trace":"{trace}"}}' if trace else message


def opened(text: str) -> Opened:
    found = SEAL.search(text)
    return Opened(f"{text[: found.start()]}}}", found[1]) if found else Opened(text, "")
