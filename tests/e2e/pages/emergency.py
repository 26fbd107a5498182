"""Where those who run the platform open patients' data, and the banner that stands until it ends."""

from playwright.sync_api import Page


class Emergency:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.form = page.get_by_role("form")
        self.banner = page.get_by_test_id("emergency-banner")
        self.opened = page.get_by_test_id("emergency-open")

    def choose(self, organization: str, option: str) -> None:
        self.form.get_by_role("combobox").fill(organization)
        self.page.get_by_role("option", name=option).click()

    def ask(self, reason: str) -> None:
        self.form.get_by_label("Reason").fill(reason)
        self.form.get_by_role("button", name="Open emergency access").click()

    def end(self) -> None:
        self.banner.get_by_role("button").click()
