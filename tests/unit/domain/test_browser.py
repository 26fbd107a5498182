"""Browsers by the names that people know. # C11"""

import pytest

from shared.domain.browser import recognize

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "seen"),
    [
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/141.0 Safari/537.36",
            ("Chrome", "Windows"),
        ),
        (
            f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/141.0 Safari/537.36 Edg/141.0",
            ("Edge", "Windows"),
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", ("Firefox", "Linux")),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18.6 Safari/605",
            ("Safari", "macOS"),
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) CriOS/141.0 Mobile Safari/604",
            ("Chrome", "iPhone"),
        ),
        (
            f"Mozilla/5.0 (Linux; Android 14; SM-S918B) {WEBKIT} SamsungBrowser/28.0",
            ("Samsung Internet", "Android"),
        ),
        ("curl/8.14.1", ("API", "")),
        ("", ("", "")),
        ("x" * 10_000 + " Chrome/1 Windows", ("", "")),
    ],
)
def test_a_browser_is_told_by_what_it_calls_itself(user_agent: str, seen: tuple[str, str]) -> None:
    assert recognize(user_agent) == seen
