"""One visit of a browser that has kept nothing, and what it took until the first image was painted."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.bench.viewer.site import Site
from tests.e2e.browser import desk
from tests.e2e.pages.patient import PatientPage

LINE = {"offline": False, "latency": 20, "downloadThroughput": 20e6 / 8, "uploadThroughput": 20e6 / 8}
IDLE = 3000  # ms without a request, after which the page is taken for idle

# When the first image was painted, told to the page at the top, whichever frame it was in. Cornerstone, which
# both viewers bring, says so.
PAINTED = """
document.addEventListener('CORNERSTONE_IMAGE_RENDERED', event => {
  const { renderingEngineId, viewportId } = event.detail;
  const viewport = window.cornerstone?.getRenderingEngine(renderingEngineId)?.getViewport(viewportId);
  if (!viewport?.getImageData?.() || top.painted) return;  // OHIF renders empty viewports too
  requestAnimationFrame(() => {
    const frames = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/frames/'));
    const at = time => performance.timeOrigin + time;
    const { startTime, responseEnd } = frames[0] ?? {};
    top.painted ??= { painted: at(performance.now()), asked: at(startTime), there: at(responseEnd) };
  });
}, { capture: true });
"""


class Visit(NamedTuple):
    """Seconds since the beginning; megabytes over the wire and requests until the first image."""

    painted: float
    asked: float  # the first frame
    there: float
    megabytes: float
    requests: float


class Wire:
    """Counts what goes over it."""

    def __init__(self, session: CDPSession) -> None:
        self.octets, self.requests = 0, 0
        session.on("Network.loadingFinished", self._received)
        session.on("Network.requestWillBeSent", self._sent)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)

    def _received(self, event: dict[str, Any]) -> None:
        self.octets += event["encodedDataLength"]

    def _sent(self, _event: dict[str, Any]) -> None:
        self.requests += 1


def cold(browser: Browser, url: str, path: str, session: str | None) -> Visit:
    """The address of the study, entered into a browser that has never been there."""
    with _at(browser, url, session) as page:
        wire = Wire(page.context.new_cdp_session(page))
        page.goto(path, wait_until="commit")
        return _seen(page, wire, page.evaluate("performance.timeOrigin"))


def chosen(browser: Browser, site: Site) -> Visit:
    """Load in Viewer, pressed on a patient page that has come to rest."""
    with _at(browser, site.ours, site.session) as page:
        wire = Wire(page.context.new_cdp_session(page))
        patient = PatientPage(page)
        patient.open(site.mrn)
        row = patient.study(site.study)
        row.expand()
        _rest(page, wire)
        wire.octets = wire.requests = 0
        begun = page.evaluate("performance.timeOrigin + performance.now()")
        row.load()
        return _seen(page, wire, begun)


def _rest(page: Page, wire: Wire) -> None:
    asked = -1
    while asked != wire.octets:
        asked = wire.octets
        page.wait_for_timeout(IDLE)


def _seen(page: Page, wire: Wire, begun: float) -> Visit:
    while not (found := page.evaluate("window.painted")):  # wait_for_function would need unsafe-eval
        page.wait_for_timeout(50)
    painted, asked, there = ((found[name] - begun) / 1000 for name in ("painted", "asked", "there"))
    return Visit(painted, asked, there, wire.octets / 1e6, wire.requests)


@contextmanager
def _at(browser: Browser, url: str, session: str | None) -> Generator[Page]:
    with desk(browser, url) as context:
        context.add_init_script(PAINTED)
        _sign_in(context, url, session)
        yield context.new_page()


def _sign_in(context: BrowserContext, url: str, session: str | None) -> None:
    for cookie in (session or "").split("; ") if session else ():
        name, _, value = cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": url}])
