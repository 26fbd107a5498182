"""Organizations: the list, the form of a new one, settings, and the connection check."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages.table import Table

NEW = "/admin/organizations/new"


class Organizations(Table):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.add = page.get_by_test_id("add-organization").first
        self.create = page.get_by_test_id("create-organization")
        self.name = page.get_by_role("textbox", name=re.compile(r"^(Name|Nombre)$"))
        self.url = page.get_by_label(re.compile("^(DICOM URL|URL DICOM)"))
        self.rules = page.get_by_test_id("name-rules").get_by_role("listitem")
        self.check = page.get_by_test_id("check-connection")
        self.summary = page.get_by_test_id("check-summary")
        self.kept = page.get_by_test_id("secret-kept")
        self.question = page.get_by_test_id("confirm-dialog")
        self.news = page.get_by_test_id("toast")

    def ticked(self) -> list[bool]:
        """Of the rules for a name, in their order."""
        return [rule.get_attribute("data-kept") == "true" for rule in self.rules.all()]

    def step(self, name: str) -> Locator:
        return self.page.locator(f"[data-testid=check-step][data-step={name}]")

    def went(self, name: str, how: str, advice: str = "") -> None:
        expect(self.step(name)).to_have_attribute("data-state", how)
        expect(self.step(name)).to_contain_text(advice)

    def form(self, name: str) -> Locator:
        return self.page.get_by_role("form", name=name)

    def save(self, form: str, button: str) -> None:
        """Ends when the page says that it is kept."""
        with self.page.expect_response(lambda answer: answer.request.method in ("PUT", "PATCH")):
            self.form(form).get_by_role("button", name=button).click()
        expect(self.form(form).get_by_role("status")).to_have_text(re.compile("^(Saved|Guardado)$"))

    def try_out(self, url: str) -> None:
        self.url.fill(url)
        self.check.click()
