"""A page that is not ours makes a browser change nothing, and reads nothing. # threats 9 10 11"""

import pytest

from tests.unit.functions.browser import HOST
from tests.unit.functions.index import HTTP, HttpFunction
from tests.unit.functions.wall.asking import question
from tests.unit.functions.wall.expectations import EXPECTED
from tests.unit.functions.wall.installation import FORM, Installation

PEOPLE = ("admin", "member", "app_admin", "super_admin*")
BY_SECRET = {"issue_access_token"}  # asked by systems: it shows all that it is known by
CHANGING = [f for f in HTTP if f.method not in ("GET", "OPTIONS") and f.name not in BY_SECRET]
HOSTILE = (
    "null",
    "https://evil.example",
    f"http://{HOST}.evil.example",
    f"https://{HOST}.evil.example",
    f"https://evil-{HOST}",
    f"https://{HOST}@evil.example",
    f"https://{HOST}:444",
    f"https://{HOST}.",
    f"https://sub.{HOST}",
    "https://imagini.example.com",
    "https://localhost",
    "file://",
)


@pytest.mark.parametrize("function", CHANGING, ids=lambda function: function.name)
def test_without_our_proof_nothing_is_changed_whoever_asks(
    installation: Installation, function: HttpFunction
) -> None:
    """As a form of a foreign page would come: with the cookies, were they not SameSite=Strict."""
    before = installation.state()
    for who in PEOPLE:
        asked, person = question(function, installation.ours), installation.people[who]
        for headers in ({"x-imagini-csrf": ""}, {"x-imagini-csrf": ""} | FORM, {"origin": HOSTILE[1]}):
            answer = person.ask(asked.method, asked.path, asked.body, asked.headers | headers)
            assert answer.status == 403

    assert installation.state() == before


@pytest.mark.parametrize("origin", HOSTILE)
def test_no_other_origin_is_told_that_it_may_read_or_write(installation: Installation, origin: str) -> None:
    for function in (function for function in HTTP if EXPECTED[function.name]["admin"].startswith("+")):
        asked = question(function, installation.ours)
        answer = installation.people["admin"].ask(*asked[:3], asked.headers | {"origin": origin})
        assert [name for name in answer.headers if name.startswith("access-control")] == []
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        if function in CHANGING:
            assert answer.status == 403


@pytest.mark.parametrize("function", HTTP, ids=lambda function: function.name)
def test_no_answer_runs_scripts_or_is_guessed_at_or_framed(
    installation: Installation, function: HttpFunction
) -> None:
    for who in ("anonymous", "admin", "app_admin"):
        headers = installation.people[who].ask(*question(function, installation.ours)).headers
        assert headers["x-content-type-options"] == "nosniff"
        policy = headers["content-security-policy"].split("; ")
        assert {"default-src 'none'", "frame-ancestors 'none'"} <= set(policy)
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert not [part for part in policy if part.startswith("script-src") and "unsafe" in part]
