"""Microsoft as the functions see it: it recognizes whoever is next, and gives each who leaves a state."""

from collections.abc import Mapping
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urlsplit

from shared.application.microsoft import MicrosoftAccount, MicrosoftSignIn, WayOut
from shared.core.container import singleton
from shared.domain.errors import Unauthenticated, Unavailable
from tests.unit.functions.browser import Answer, Browser
from tests.world import World

TENANT, OTHER_TENANT = f"{1:08x}-0000-4000-8000-{1:012x}", f"{2:08x}-0000-4000-8000-{2:012x}"
COOKIE, DEPARTURE = "imagini", "imagini-departure"


def account(person: int = 7, tenant: str = TENANT, shown_as: str = "ada@contoso.example") -> MicrosoftAccount:
    return MicrosoftAccount(tenant, f"{person:08x}-0000-4000-8000-{person:012x}", shown_as, "Ada", "Byron")


class Entra:
    is_offered = True

    def __init__(self) -> None:
        self.next, self.is_down = account(), False
        self._states = count(1)

    def begin(self) -> WayOut:
        if self.is_down:
            raise Unavailable("Microsoft does not answer.", "microsoft-unavailable")
        state = f"state-{next(self._states)}"
        return WayOut(f"https://login.example/authorize?state={state}", {"state": state})

    def finish(self, memory: Mapping[str, Any], answer: Mapping[str, str]) -> MicrosoftAccount:
        if answer.get("state") != memory["state"]:
            raise Unauthenticated("Another state.", "microsoft-expired")
        return self.next


class FederatedWorld(World):
    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.entra = Entra()

    @singleton
    def microsoft(self) -> MicrosoftSignIn:
        return self.entra


def state_in(address: str) -> str:
    return parse_qs(urlsplit(address).query)["state"][0]


def come_back(browser: Browser, state: str) -> Answer:
    """From a foreign site: the browser keeps its Strict cookies to itself."""
    kept = browser.cookies
    browser.cookies = {name: value for name, value in kept.items() if name == DEPARTURE}
    answer = browser.get(f"/auth/microsoft/callback?code=c&state={state}")
    browser.cookies = {name: value for name, value in kept.items() if name != DEPARTURE} | browser.cookies
    return answer


def sign_in(browser: Browser, query: str = "") -> Answer:
    """Out to Microsoft and back."""
    return come_back(browser, state_in(browser.get(f"/auth/microsoft{query}").headers["location"]))


def link(browser: Browser) -> Answer:
    return come_back(browser, state_in(browser.post("/me/identities/microsoft").json["address"]))


def join(browser: Browser, token: str) -> Answer:
    return come_back(browser, state_in(browser.post(f"/invitations/{token}/microsoft").json["address"]))
