"""The AI findings beside the image, and their keys."""

import re

from playwright.sync_api import Locator, Page, expect

TWO_DECIMALS = re.compile(r"^\d{1,2}\.\d\d\s%$")


class Findings:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.pane = page.get_by_test_id("findings-pane")
        self.cards = self.pane.get_by_test_id("finding-card")
        self.notice = self.pane.get_by_test_id("model-notice")
        self.empty = self.pane.get_by_test_id("findings-empty")

    def card(self, label: str) -> Locator:
        return self.cards.filter(has=self.page.get_by_role("heading", name=label, exact=True))

    @property
    def selected(self) -> Locator:
        """The card that the keys act on."""
        return self.pane.locator("[data-testid=finding-card][aria-current=true]")

    def bring_forward(self) -> None:
        """In a small window the studies stand in the same place."""
        tab = self.page.get_by_role("tab").last
        if tab.is_visible():
            tab.click()

    def press(self, key: str) -> None:
        """As a radiologist does: with the focus on the page, not in a field."""
        self.page.locator("body").press(key)

    def heat_map_width(self, card: Locator) -> int:
        """In pixels of its own; 0 where it did not come."""
        image = card.get_by_test_id("show-finding").locator("img").last
        expect(image).to_have_js_property("complete", value=True)
        return int(image.evaluate("image => image.src.endsWith('/heatmap') ? image.naturalWidth : 0"))
