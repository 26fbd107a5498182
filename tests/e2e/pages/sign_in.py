"""The sign-in page, in whichever language."""

from playwright.sync_api import Locator, Page

# React knows the form.
ALIVE = "Object.keys(document.querySelector('form') ?? {}).some(key => key.startsWith('__reactProps'))"

TRIES = 2400  # 50 ms apart


class SignIn:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.email, self.password = page.locator("input[type=email]"), page.locator("input[type=password]")
        self.problems: Locator = page.locator("form [role=alert]:visible")

    def open(self, then: str = "") -> None:
        """`then`: the page to go on to."""
        self.page.goto(f"/auth/signin?next={then}" if then else "/auth/signin")
        self.password.wait_for()

    def wait_until_alive(self) -> None:
        """Asked anew each time: Playwright's own waiting is not allowed by our content security policy."""
        for _ in range(TRIES):
            if self.page.evaluate(ALIVE):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("the page never came to life")

    def submit(self, email: str, password: str) -> None:
        """Sent once the page has come to life: until then nobody hears the key."""
        self.email.fill(email)
        self.password.fill(password)
        self.wait_until_alive()
        self.password.press("Enter")
