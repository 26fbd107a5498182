"""The function app in a world of its own."""

import pytest

from functions.support import actors, consumer, endpoint
from functions.timers import outbox
from shared.core.mediator import Mediator
from shared.settings import Settings
from tests.unit.functions.browser import Browser
from tests.world import EMAIL, PASSWORD, World


@pytest.fixture(autouse=True)
def app(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    mediator = Mediator(world)
    for module in (actors, consumer, endpoint, outbox):
        monkeypatch.setattr(module, "mediator", lambda: mediator)
    monkeypatch.setattr(actors, "settings", lambda: world.settings)
    return world


@pytest.fixture
def in_azure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actors, "settings", lambda: Settings(local=False))


@pytest.fixture
def browser() -> Browser:
    """Nobody is signed in."""
    return Browser()


@pytest.fixture
def ada(world: World, browser: Browser) -> Browser:
    """The browser of a radiologist at the hospital."""
    world.employ()
    assert browser.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD}).status == 200
    return browser
