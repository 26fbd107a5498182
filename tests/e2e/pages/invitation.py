"""Where the link of an invitation leads."""

from playwright.sync_api import Locator, Page


class Invitation:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.heading = page.get_by_role("heading", level=1)
        self.rules: Locator = page.get_by_test_id("password-rules").get_by_role("listitem")

    def open(self, link: str) -> None:
        self.page.goto(link)
        self.page.locator("form, main [role=status]").first.wait_for()

    def kept_rules(self) -> list[bool]:
        return [rule.get_attribute("data-kept") == "true" for rule in self.rules.all()]

    def type_account(self, first: str, last: str, password: str) -> None:
        """Without a mouse; the focus is in the first field."""
        keyboard = self.page.keyboard
        for text in (first, last, password):
            keyboard.type(text)
            if text != password:
                keyboard.press("Tab")
