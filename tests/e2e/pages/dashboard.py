"""The dashboard: tiles that count what waits, and the worklist below."""

import re

from playwright.sync_api import Locator, Page, expect

TILES = ("unread", "waiting", "undecided", "drafts", "failures")


class Dashboard:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows = page.get_by_test_id("worklist-row")

    def open(self) -> None:
        self.page.goto("/dashboard")
        expect(self.tile("unread")).to_have_attribute("data-count", re.compile(r"\d+"))

    def tile(self, name: str) -> Locator:
        return self.page.get_by_test_id(f"tile-{name}")

    def row(self, study: str) -> Locator:
        return self.page.locator(f'[data-testid=worklist-row][data-study="{study}"]')

    def state(self, study: str) -> Locator:
        return self.row(study).get_by_test_id("study-state")

    def counts(self) -> dict[str, int]:
        return {name: int(self.tile(name).get_attribute("data-count") or -1) for name in TILES}

    def shows(self, name: str, count: int) -> None:
        """By itself, without a reload."""
        expect(self.tile(name)).to_have_attribute("data-count", str(count))
