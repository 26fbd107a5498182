"""The session cookie: what it allows a browser, and what it keeps from scripts. # C1 C2"""

from http.cookies import SimpleCookie

import pytest

from tests.unit.functions.browser import Answer, Browser
from tests.world import EMAIL, PASSWORD, World

THIRTY_DAYS = str(30 * 24 * 3600)


@pytest.fixture(autouse=True)
def employed(world: World) -> None:
    world.employ()


def sign_in(browser: Browser, remember: bool = False) -> Answer:
    return browser.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD, "remember": remember})


def attributes(answer: Answer) -> set[str]:
    _, *rest = answer.headers["set-cookie"].split("; ")
    return set(rest)


def test_signing_in_answers_with_the_person_and_never_with_the_token(browser: Browser) -> None:
    answer = sign_in(browser)

    assert answer.json["user"]["email"] == EMAIL
    [cookie] = SimpleCookie(answer.headers["set-cookie"]).values()
    assert cookie.value.partition("~")[2] not in answer.body.decode()


def test_on_the_local_host_the_cookie_goes_over_plain_http(browser: Browser) -> None:
    answer = sign_in(browser)

    assert answer.headers["set-cookie"].startswith("imagini=")
    assert attributes(answer) == {"Path=/", "HttpOnly", "SameSite=Strict"}


@pytest.mark.usefixtures("in_azure")
def test_in_azure_the_cookie_is_bound_to_the_host_and_to_https(browser: Browser) -> None:
    answer = sign_in(browser)

    assert answer.headers["set-cookie"].startswith("__Host-imagini=")
    assert attributes(answer) == {"Path=/", "HttpOnly", "SameSite=Strict", "Secure"}


def test_a_remembered_cookie_outlives_the_browser_and_no_other_does(browser: Browser) -> None:
    assert f"Max-Age={THIRTY_DAYS}" in attributes(sign_in(browser, remember=True))
    assert not any(one.startswith(("Max-Age", "Expires")) for one in attributes(sign_in(browser)))


def test_a_signed_in_browser_knows_who_it_is(browser: Browser) -> None:
    sign_in(browser)

    assert browser.get("/me").json["user"]["first_name"] == "Ada"


def test_signing_out_takes_the_cookie_and_the_session_away(browser: Browser) -> None:
    sign_in(browser)
    kept = dict(browser.cookies)

    answer = browser.post("/auth/sign-out")
    assert (answer.status, answer.body) == (204, b"")
    assert "Max-Age=0" in attributes(answer)
    assert "cache" in answer.headers["clear-site-data"]
    assert browser.cookies.keys() == {"imagini-device"}  # which opens nothing

    browser.cookies = kept  # somebody copied it
    assert browser.get("/me").status == 401


@pytest.mark.usefixtures("in_azure")
def test_in_azure_a_cookie_that_any_subdomain_could_have_set_is_not_looked_at(browser: Browser) -> None:
    sign_in(browser)
    browser.cookies["imagini"] = browser.cookies.pop("__Host-imagini")

    assert browser.get("/me").status == 401


def test_signing_out_without_a_session_is_no_mistake(browser: Browser) -> None:
    assert browser.post("/auth/sign-out").status == 204


def test_a_refused_sign_in_sets_no_cookie(browser: Browser) -> None:
    answer = browser.post("/auth/sign-in", {"email": EMAIL, "password": "wrong"})

    assert answer.status == 401
    assert "set-cookie" not in answer.headers
