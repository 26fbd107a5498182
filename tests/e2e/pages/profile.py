"""One's own page."""

from playwright.sync_api import Locator, Page


class Profile:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.sessions: Locator = page.get_by_test_id("sessions").get_by_role("listitem")
        self.second_factor = page.get_by_test_id("second-factor")
        self.dialog = page.get_by_role("dialog")
        self.secret = page.get_by_test_id("totp-secret")
        self.codes = page.get_by_test_id("recovery-codes")

    def open(self) -> None:
        self.page.goto("/profile")
        self.sessions.first.wait_for()
        self.second_factor.wait_for()

    def begin_second_factor(self, password: str) -> str:
        """By keyboard: the key that an authenticator app would keep."""
        button = self.page.get_by_role("button", name="Set up second factor")
        button.focus()
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(password)
        self.page.keyboard.press("Enter")
        return self.secret.inner_text().replace(" ", "")

    def confirm_second_factor(self, code: str) -> list[str]:
        """By keyboard: the recovery codes, which are shown once."""
        self.dialog.get_by_role("textbox").wait_for()
        self.page.keyboard.type(code)
        self.page.keyboard.press("Enter")
        shown = self.codes.inner_text().split()
        self.page.keyboard.press("Enter")  # "I have kept them" has the focus
        self.dialog.wait_for(state="hidden")
        return shown
