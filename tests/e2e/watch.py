"""Looks over a person's shoulder: what the browser complains of, unexpected, fails the test."""

from collections.abc import Generator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

# The browser's own line for every failed request, which `_answered` reports with its address.
REPEATED = "Failed to load resource: the server responded with a status of"
# A page that is left, or a frame that is closed, ends what it still asked for.
ABORTED = "net::ERR_ABORTED"
# An error that a page told the console while it was left: what it held cannot be asked any more.
LEFT = "Object"
# What the page had to do has been done, and is painted.
PAINTED = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go))))"
CALM, PATIENCE = 3, 100  # times


class Watch:
    """Console errors, scripts that fail, requests without an answer, answers of 400 and above.

    A violation of the content security policy is a console error.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self._expected: dict[tuple[int, str], int] = {}
        self._may_end = False
        self._forgiven: tuple[str, ...] = ()
        context.on("console", self._said)
        context.on("weberror", self._broke)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)
        self._under_way: set[Request] = set()
        context.on("request", self._began)
        context.on("requestfinished", self._ended)

    def until_calm(self, page: Page) -> None:
        """Nothing is asked for, and nothing of what came leads to a further question."""
        calm = 0
        for _ in range(PATIENCE):
            page.evaluate(PAINTED)
            calm = 0 if self._under_way else calm + 1
            if calm == CALM:
                return
        page.wait_for_load_state("networkidle")

    @contextmanager
    def expecting(self, status: int, path: str) -> Generator[None]:
        """The product says no to this path on purpose, and the test has to see it."""
        self._expected[status, path] = 0
        yield
        assert self._expected.pop((status, path)), f"no answer {status} came for {path}"

    def allow(self, status: int, path: str) -> None:
        """As `expecting`, from now on, whether it comes or not."""
        self._expected[status, path] = 0

    def allow_end_of_session(self) -> None:
        """Somebody ends it elsewhere: an open page that asks for anything from then on is refused."""
        self._may_end = True

    def forgive(self, *texts: str) -> None:
        """Console errors that hold one of these come from OHIF itself, and the test says why they must."""
        self._forgiven += texts

    def _said(self, message: ConsoleMessage) -> None:
        known = (REPEATED, *self._forgiven)
        if message.type == "error" and not any(text in message.text for text in known):
            self.complaints.append(f"console: {message.text}")

    def _broke(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")

    def _answered(self, response: Response) -> None:
        if response.status < 400 or (self._may_end and _is_refused(response)):
            return
        key = response.status, urlsplit(response.url).path
        if key in self._expected:
            self._expected[key] += 1
        else:
            self.complaints.append(f"{response.status} {response.request.method} {response.url}")

    def _began(self, request: Request) -> None:
        self._under_way.add(request)

    def _ended(self, request: Request) -> None:
        self._under_way.discard(request)

    def _failed(self, request: Request) -> None:
        self._ended(request)
        if request.failure != ABORTED:
            self.complaints.append(f"{request.failure} {request.method} {request.url}")


def _is_refused(response: Response) -> bool:
    return response.status == 401 and response.request.method == "GET"
