"""OHIF's measurements, in the viewer on our page."""

import secrets

from playwright.sync_api import FrameLocator, Locator, Page, expect


class Measurements:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.frame: FrameLocator = page.frame_locator("[data-testid=viewer-frame]")
        self.image: Locator = self.frame.locator(".cornerstone-viewport-element").first
        self.on_image: Locator = self.image.locator("svg text").filter(has_text="mm")
        self.message: Locator = self.frame.locator("[data-sonner-toast]")

    def draw_a_length(self, percent: int = 40) -> None:
        """A line over the middle of the image, so far from its top; seldom where one is already."""
        drawn = self.on_image.count()
        self.frame.locator("[data-cy=Length-btn]").first.click()
        box = self.image.bounding_box()
        assert box
        x, y = (
            box["x"] + box["width"] * 0.4,
            box["y"] + box["height"] * (percent + secrets.randbelow(8)) / 100,
        )
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + box["width"] * 0.2, y + 20, steps=6)
        self.page.mouse.up()
        expect(self.on_image).to_have_count(drawn + 1)

    def save(self) -> None:
        """Until the server has them."""
        create = self.frame.get_by_role("button", name="Create SR")
        if not create.is_visible():
            self.frame.locator("[data-cy=trackedMeasurements-btn]").click()
        create.click()
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as stored:
            self.frame.get_by_role("button", name="Save", exact=True).click()
        assert stored.value.status == 200, stored.value.text()
