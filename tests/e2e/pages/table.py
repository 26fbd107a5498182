"""Any list of administration: its rows, its pages, and what can be done with a row."""

from playwright.sync_api import Locator, Page, expect


class Table:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.headers = page.get_by_role("columnheader")
        self.rows = page.get_by_test_id("table-row")
        self.range = page.get_by_test_id("table-range")
        self.pages = page.get_by_role("navigation").filter(has=self.range)
        self.empty = page.get_by_test_id("table-empty")

    def header(self, name: str) -> Locator:
        return self.page.get_by_role("columnheader", name=name, exact=True)

    def row(self, text: str) -> Locator:
        return self.rows.filter(has_text=text)

    def shows(self, first: int, last: int, total: int, of: str = "of") -> None:
        expect(self.range).to_have_text(f"{first}\N{EN DASH}{last} {of} {total}")

    def turn(self, to: str) -> None:
        self.pages.get_by_role("button", name=to).click()

    def choose_rows(self, shown: str, wanted: str) -> None:
        self.pages.get_by_role("button", name=shown).click()
        self.page.get_by_role("menuitemradio", name=wanted, exact=True).click()

    def act(self, row: str, action: str) -> None:
        """By the row's ⋯ menu."""
        self.row(row).get_by_role("button").click()
        self.page.get_by_role("menuitem", name=action, exact=True).click()
