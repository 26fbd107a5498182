"""The functions reach the two organizations, which are as new for each test."""

from collections.abc import Generator

import pytest

from functions.support import actors, consumer, endpoint
from functions.timers import outbox
from tests.unit.functions.wall.installation import Installation
from tests.world import World


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Generator[Installation]:
    installation = Installation(tmp_path_factory.mktemp("wall"))
    with pytest.MonkeyPatch.context() as patch:
        for module in (actors, consumer, endpoint, outbox):
            patch.setattr(module, "mediator", lambda: installation.mediator)
        patch.setattr(actors, "settings", lambda: installation.world.settings)
        installation.furnish()
        yield installation


@pytest.fixture
def installation(built: Installation) -> Installation:
    built.restore()
    return built


@pytest.fixture(autouse=True)
def app(installation: Installation) -> World:
    """Instead of the world that other tests of functions have."""
    return installation.world
