"""The sign-in page, in whichever language."""

from playwright.sync_api import Locator, Page


class SignIn:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.email, self.password = page.locator("input[type=email]"), page.locator("input[type=password]")
        self.problems: Locator = page.locator("form [role=alert]:visible")

    def open(self, then: str = "") -> None:
        """`then`: the page to go on to."""
        self.page.goto(f"/auth/signin?next={then}" if then else "/auth/signin")
        self.password.wait_for()

    def submit(self, email: str, password: str) -> None:
        self.email.fill(email)
        self.password.fill(password)
        self.password.press("Enter")
