"""OHIF inside our page."""

import re

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.e2e.picture import Picture, look_at

FULL_SCREEN = re.compile("View in full screen|Ver a pantalla completa")


class Viewer:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.frame: FrameLocator = page.frame_locator("[data-testid=viewer-frame]")
        self.image: Locator = self.frame.locator(".cornerstone-viewport-element").first
        self.full_screen: Locator = page.locator("[data-testid=viewer-frame]:fullscreen")
        self.panel: Locator = self.frame.locator("imagini-findings")
        self.heat_map: Locator = self.frame.locator(".imagini-overlay .heatmap")

    def wait_for_image(self) -> None:
        """Until the viewer says that the first image is painted."""
        expect(self.page.get_by_test_id("viewer")).to_have_attribute("data-state", "rendered")

    def picture(self) -> Picture:
        return look_at(self.image)

    def scroll_to(self, image: int, of: int) -> None:
        """With the wheel, one image after the other, from the first."""
        self.image.hover()
        for number in range(2, image + 1):
            self.page.mouse.wheel(0, 100)
            expect(self.frame.get_by_text(f"({number}/{of})")).to_be_visible()

    def enter_full_screen(self) -> None:
        self.page.get_by_role("button", name=FULL_SCREEN).click()
        self.full_screen.wait_for()
        self.panel.wait_for()

    def leave_full_screen(self) -> None:
        """What Esc does; the key itself belongs to the browser, which has no window here."""
        self.page.evaluate("document.exitFullscreen()")
        expect(self.full_screen).to_have_count(0)
