"""Who did what: the page of an organization's administrators, and that of the platform's."""

import contextlib

from playwright.sync_api import Locator, Page, TimeoutError

from tests.e2e.pages.table import Table

TRIES = 12
PATIENCE = 2_000  # ms, and longer each time: the machine may be slow


class Audit(Table):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.search = page.get_by_role("textbox", name="Search person")
        self.spreadsheet = page.get_by_role("link", name="Download CSV")

    def line(self, who: str, what: str) -> Locator:
        """The newest such line. The background lists what was done a moment ago; the page asks but once."""
        line = self.row(who).filter(has_text=what).first
        for number in range(1, TRIES + 1):
            with contextlib.suppress(TimeoutError):
                line.wait_for(timeout=PATIENCE * number)
                break
            self.page.reload()
        return line

    def download(self) -> str:
        """The spreadsheet, as text."""
        with self.page.expect_download() as started:
            self.spreadsheet.click()
        return started.value.path().read_text("utf-8-sig")
