"""A hospital, a clinic, and the hospital's administrator at a browser."""

import pytest

from functions.support import endpoint
from functions.support.streaming_http import Request
from shared.application.commands.create_organization import CreateOrganization
from shared.domain.access import PLATFORM, Actor
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.people.steps import Caller
from tests.world import World


@pytest.fixture
def caller() -> Caller:
    return Caller()


@pytest.fixture
def head(browser: Browser, caller: Caller, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The browser of the hospital's administrator, until somebody else calls."""

    def actor_of(_: Request) -> Actor:
        return caller.actor

    monkeypatch.setattr(endpoint, "actor_of", actor_of)
    return browser


@pytest.fixture(autouse=True)
def organizations(world: World) -> None:
    world.send(CreateOrganization(name=HOSPITAL, display_name="Hospital General", language="es"), PLATFORM)
    world.send(CreateOrganization(name=CLINIC, display_name="Other Clinic"), PLATFORM)
