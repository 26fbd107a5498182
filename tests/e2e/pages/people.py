"""Users, members and invitations, and the dialogs about them."""

import re

from playwright.sync_api import Page

from tests.e2e.pages.table import Table


class People(Table):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.search = page.get_by_role("textbox", name=re.compile("^(Search|Buscar) "))
        self.invite = page.get_by_test_id("invite")
        self.inviting = page.get_by_test_id("invite-dialog")
        self.organization = self.inviting.get_by_role("combobox", name=re.compile("Organiza"))
        self.found = page.get_by_role("listbox").get_by_role("option")
        self.role = page.get_by_test_id("role-dialog")
        self.question = page.get_by_test_id("confirm-dialog")
        self.news = page.get_by_test_id("toast")
        self.invitations = page.get_by_role("tab", name=re.compile("^Invita"))

    def type(self, *keys: str) -> None:
        """A key by its name, anything longer or with a blank as letters, to whatever has the focus."""
        for key in keys:
            if key in ("Tab", "Shift+Tab", "Enter", "Escape", "ArrowDown"):
                self.page.keyboard.press(key)
            else:
                self.page.keyboard.type(key)
