"""Asks a deployment how it is, until it is well or time is over."""

import json
import time
from collections.abc import Callable
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 600  # seconds; Front Door takes minutes to know a new route
PAUSE = 10


def smoke(url: str, patience: float = PATIENCE, pause: float = PAUSE) -> str:
    """Empty, or what is wrong."""
    end = time.monotonic() + patience
    while (wrong := _wrong(url.rstrip("/"))) and time.monotonic() < end:
        time.sleep(pause)
    return wrong


def _wrong(url: str) -> str:
    checks: dict[str, Callable[[bytes], bool]] = {
        "/": lambda body: b"<html" in body,
        "/viewer/": lambda body: b"<html" in body,
        "/api/health": lambda body: json.loads(body)["status"] == "ok",
    }
    for path, good in checks.items():
        try:
            with urlopen(f"{url}{path}", timeout=30) as answer:  # noqa: S310  our own address
                if not good(answer.read()):
                    return f"{url}{path} does not answer as it should."
        except (OSError, URLError, ValueError) as error:
            return f"{url}{path}: {error}"
    return ""
