"""Debian's Chromium, without a window, drawing with the processor."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    *(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
    ),
    *("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"),
    *("--disable-background-networking", "--disable-component-update"),
]
LOCALES = {"en": "en-US", "es": "es-ES"}
PATIENCE = 120_000  # ms; a loaded machine with two cores draws slowly
SCREEN = ViewportSize(width=1440, height=900)


@contextmanager
def chromium() -> Generator[Browser]:
    if not CHROMIUM.exists():
        raise RuntimeError(f"{CHROMIUM} is missing. Install it: apt-get install -y chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def desk(
    browser: Browser, url: str, language: str = "en", screen: ViewportSize = SCREEN
) -> Generator[BrowserContext]:
    """The browser of one person, with cookies of their own."""
    context = browser.new_context(
        base_url=url,
        viewport=screen,
        locale=LOCALES[language],
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        context.close()
