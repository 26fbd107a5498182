"""Who did what: the page of an organization's administrators, and that of the platform's."""

from playwright.sync_api import Locator, Page

from tests.e2e.pages.table import Table


class Audit(Table):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.search = page.get_by_role("textbox", name="Search person")
        self.spreadsheet = page.get_by_role("link", name="Download CSV")

    def line(self, who: str, what: str) -> Locator:
        return self.row(who).filter(has_text=what)

    def download(self) -> str:
        """The spreadsheet, as text."""
        with self.page.expect_download() as started:
            self.spreadsheet.click()
        return started.value.path().read_text("utf-8-sig")
