"""No page but ours can make a browser change something."""

import pytest

from tests.builders import STUDY
from tests.unit.functions.browser import HOST, Browser

PRESS = f"/studies/{STUDY}/analyses"
UNSAFE = [
    ("POST", PRESS),
    ("PUT", f"/studies/{STUDY}/report"),
    ("PATCH", "/me"),
    ("DELETE", f"/findings/{STUDY}_1/decision"),
    ("POST", "/dicomweb/studies"),
]


@pytest.mark.parametrize(("method", "path"), UNSAFE)
@pytest.mark.parametrize(
    "headers", [{}, {"x-imagini-csrf": "0"}, {"x-imagini-csrf": ""}], ids=["none", "0", "empty"]
)
def test_an_unsafe_request_without_the_header_is_refused(
    ada: Browser, method: str, path: str, headers: dict[str, str]
) -> None:
    answer = ada.ask(method, path, {}, headers)

    assert (answer.status, answer.json["detail"]) == (403, "The header X-Imagini-Csrf: 1 is missing.")


def test_signing_in_needs_the_header_too(browser: Browser) -> None:
    assert browser.ask("POST", "/auth/sign-in", {"email": "a", "password": "b"}).status == 403


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", f"https://{HOST}.evil.example", "null", "https://evil.example@x", "nonsense"],
)
def test_a_foreign_page_is_refused_even_with_the_header(ada: Browser, origin: str) -> None:
    answer = ada.post(PRESS, {}, origin=origin)

    assert (answer.status, answer.json["detail"]) == (403, "This request comes from a page that is not ours.")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": f"https://{HOST}"},
        {"origin": "https://front.example.org", "x_forwarded_host": "front.example.org"},
    ],
    ids=["no origin", "our origin", "our origin behind Front Door"],
)
def test_a_page_of_ours_is_let_through(ada: Browser, headers: dict[str, str]) -> None:
    assert ada.post(PRESS, {}, **headers).status == 404  # past the guard: there is no such study


def test_reading_needs_no_proof(ada: Browser) -> None:
    assert ada.get("/me", origin="https://evil.example").status == 200
