"""The sign-in page."""

from playwright.sync_api import Locator, Page


class SignIn:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.email, self.password = (
            page.get_by_label("Email"),
            page.get_by_label("Password", exact=False).first,
        )
        self.button = page.get_by_role("button", name="Sign In")

    def open(self) -> None:
        self.page.goto("/auth/signin")

    @property
    def problems(self) -> Locator:
        """What stands in red beside the fields."""
        return self.page.locator("form [role=alert]:visible")

    def submit(self, email: str, password: str) -> None:
        self.email.fill(email)
        self.password.fill(password)
        self.button.click()
