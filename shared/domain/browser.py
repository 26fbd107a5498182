"""Which browser it was, in two words, as its user agent tells: for people who look through their sessions."""

import re

LONGEST = 400  # characters of a user agent that are looked at
_BROWSERS = (  # the first that fits: most name their ancestors as well
    (r"\bEdg(?:e|A|iOS)?/", "Edge"),
    (r"\b(?:OPR|Opera)/", "Opera"),
    (r"\bSamsungBrowser/", "Samsung Internet"),
    (r"\b(?:Firefox|FxiOS)/", "Firefox"),
    (r"\b(?:Chrome|CriOS|Chromium|HeadlessChrome)/", "Chrome"),
    (r"\bVersion/.*\bSafari/", "Safari"),
    (r"^(?:curl|python|httpx|okhttp|Go-http|Java)\b", "API"),
)
_SYSTEMS = (
    (r"\biPhone\b", "iPhone"),
    (r"\biPad\b", "iPad"),
    (r"\bAndroid\b", "Android"),
    (r"\bWindows\b", "Windows"),
    (r"\bCrOS\b", "ChromeOS"),
    (r"\bMac OS X\b|\bMacintosh\b", "macOS"),
    (r"\bLinux\b", "Linux"),
)


def recognize(user_agent: str) -> tuple[str, str]:
    """The browser and the system; empty where it does not say, or says what nobody knows."""
    text = user_agent[:LONGEST]
    return _first(_BROWSERS, text), _first(_SYSTEMS, text)


def _first(known: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for pattern, name in known if re.search(pattern, text)), "")
