"""Where a caller calls from, and in which browser."""

import pytest

from functions.support import actors
from functions.support.actors import address_of
from functions.support.streaming_http import Request
from shared.settings import Settings
from tests.unit.functions.browser import Answer, Browser
from tests.world import EMAIL, PASSWORD, World


def request(forwarded: str | None) -> Request:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded is not None else []
    return Request({"type": "http", "headers": headers, "client": ("192.0.2.1", 5)})


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (1, "198.51.100.7:51234", "198.51.100.7"),
        (1, "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        (1, "[2001:db8::7]:51234", "2001:db8::7"),
        (1, "2001:db8::7", "2001:db8::7"),
        (2, "6.6.6.6, 198.51.100.7, 20.1.2.3:443", "198.51.100.7"),
        (2, "198.51.100.7", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, None, "192.0.2.1"),
    ],
)
def test_an_address_is_what_a_proxy_of_ours_has_seen(
    monkeypatch: pytest.MonkeyPatch, proxies: int, forwarded: str | None, address: str
) -> None:
    monkeypatch.setattr(actors, "settings", lambda: Settings(proxies=proxies))

    assert address_of(request(forwarded)) == address


def sign_in(browser: Browser, password: str, **headers: str) -> Answer:
    return browser.post("/auth/sign-in", {"email": EMAIL, "password": password}, **headers)


def test_a_browser_is_known_again_after_signing_out(browser: Browser, world: World) -> None:
    world.employ()
    sign_in(browser, PASSWORD)
    browser.post("/auth/sign-out")
    assert browser.cookies.keys() == {"imagini-device"}
    stranger = Browser()
    statuses = {sign_in(stranger, "wrong", x_forwarded_for=f"198.51.{n}.7").status for n in range(20)}

    assert statuses == {401, 429}
    assert sign_in(stranger, PASSWORD).status == 429
    assert sign_in(browser, PASSWORD).status == 200


@pytest.mark.usefixtures("in_azure")
def test_in_azure_the_browsers_cookie_is_as_closed_as_the_sessions(browser: Browser, world: World) -> None:
    world.employ()
    sign_in(browser, PASSWORD)

    assert browser.cookies.keys() == {"__Host-imagini", "__Host-imagini-device"}
