"""Partners' systems, and the dialogs about them."""

from playwright.sync_api import Locator, Page


class Systems:
    ADDRESS = "/organization/systems"

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows = page.get_by_test_id("plain-row")
        self.empty = page.get_by_test_id("table-empty")
        self.add = page.get_by_test_id("add-client")
        self.adding = page.get_by_test_id("client-dialog")
        self.made = page.get_by_test_id("secret-dialog")
        self.question = page.get_by_test_id("confirm-dialog")

    def act(self, name: str, action: str) -> Locator:
        """By the row's ⋯ menu; what is asked then."""
        self.rows.filter(has_text=name).get_by_role("button").click()
        self.page.get_by_role("menuitem", name=action, exact=True).click()
        return self.question

    def keep_secret(self) -> tuple[str, str]:
        """The id and the secret, as they are shown; and on."""
        shown = [self.made.get_by_test_id(part).inner_text() for part in ("client-id", "client-secret")]
        self.made.get_by_role("button").last.click()
        self.made.wait_for(state="hidden")
        return shown[0], shown[1]

    def token_status(self, client_id: str, secret: str) -> int:
        """What a system is answered that shows these."""
        form: dict[str, str | float | bool] = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": secret,
        }
        return self.page.request.post("/api/oauth/token", form=form).status
