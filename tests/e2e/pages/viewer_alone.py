"""OHIF at its own address, with its list of series and its tools."""

from playwright.sync_api import Locator, Page


class ViewerAlone:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.panes: Locator = page.locator(".cornerstone-viewport-element")
        self.segments: Locator = page.locator("[data-cy=data-row-title]")

    def open(self, study: str) -> None:
        self.page.goto(f"/viewer/viewer?StudyInstanceUIDs={study}")

    def series(self, name: str) -> Locator:
        return self.page.locator("[data-cy^=study-browser-thumbnail]").filter(has_text=name)

    def small_picture(self, series: str) -> Locator:
        """Which OHIF draws of an image, once it has decoded that."""
        return self.series(series).locator("img[src^='data:']")

    def lay_out(self, name: str) -> None:
        self.page.locator("[data-cy=Layout]").first.click()
        self.page.locator(f"[data-cy='{name}']").click()

    def list_segments(self) -> None:
        self.page.locator("[data-cy=panelSegmentation-btn]").click()
