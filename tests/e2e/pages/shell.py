"""What surrounds every page: search, language, account."""

import re

from playwright.sync_api import Locator, Page, expect


class Shell:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.organization = page.get_by_test_id("organization")

    def search(self, mrn: str) -> None:
        field = self.page.get_by_role("search").get_by_role("textbox")
        field.fill(mrn)
        field.press("Enter")

    @property
    def search_answer(self) -> Locator:
        return self.page.get_by_role("search").get_by_role("status")

    def choose_language(self, code: str) -> None:
        """Ends when the account has it too."""
        self.page.get_by_test_id("account-menu").wait_for()
        with self.page.expect_response(lambda answer: answer.request.method == "PATCH"):
            self.page.get_by_role("button", name=code.upper(), exact=True).click()
        expect(self.page.locator("html")).to_have_attribute("lang", code)

    def work_in(self, organization: str) -> None:
        """Somebody of several organizations; ends where the other one has been loaded."""
        self.organization.click()
        with self.page.expect_navigation():
            self.page.get_by_role("menuitemradio", name=organization).click()
        expect(self.organization).to_have_text(organization)

    def sign_out(self) -> None:
        self.page.get_by_test_id("account-menu").click()
        self.page.get_by_role("menuitem", name=re.compile("Sign out|Cerrar sesión")).click()
