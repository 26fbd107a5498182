"""What is asked about organizations, and by whom."""

from collections.abc import Callable
from dataclasses import replace

from shared.domain.access import Actor, Role
from tests.builders import HOSPITAL, RADIOLOGIST
from tests.unit.functions.browser import CSRF, Answer, Browser

OPERATOR = Actor(id="root", name="Root", role=Role.APP_ADMIN)
HEAD = replace(RADIOLOGIST, role=Role.ORG_ADMIN)
type As = Callable[[Actor], Browser]


def create(browser: Browser, name: str = HOSPITAL, **given: object) -> Answer:
    return browser.post("/organizations", {"name": name} | given)


def patch(browser: Browser, organization: str = HOSPITAL, **given: object) -> Answer:
    return browser.ask("PATCH", f"/organizations/{organization}", given, CSRF)


def configure(browser: Browser, **given: object) -> Answer:
    return browser.put(f"/organizations/{HOSPITAL}/source", given)


def names(browser: Browser, query: str = "") -> list[str]:
    answer = browser.get(f"/organizations{query}")
    assert answer.status == 200, answer.body
    return [item["name"] for item in answer.json["items"]]
