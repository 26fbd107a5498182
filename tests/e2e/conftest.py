"""One running product, one browser, and as many people at it as a test needs."""

import os
from collections.abc import Callable, Generator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.e2e.browser import SCREEN, chromium
from tests.e2e.person import Person, sit_down
from tests.servers.entra import Provider, entra
from tests.servers.imagini import Running, already_running, running_imagini

type Arrive = Callable[..., Person]


@pytest.fixture(scope="session")
def microsoft(tmp_path_factory: pytest.TempPathFactory) -> Generator[Provider]:
    """Whom the product, when it is started here, asks who somebody is."""
    with entra(tmp_path_factory.mktemp("entra")) as provider:
        yield provider


@pytest.fixture(scope="session")
def imagini(microsoft: Provider) -> Generator[Running]:
    """Started here; or, while tests are written, one at IMAGINI_URL that keeps its data in IMAGINI_DATA."""
    if url := os.environ.get("IMAGINI_URL"):
        yield already_running(url, Path(os.environ["IMAGINI_DATA"]))
        return
    with pytest.MonkeyPatch.context() as environment:
        for name, value in microsoft.settings.items():
            environment.setenv(name, value)
        with running_imagini() as running:
            yield running


@pytest.fixture(scope="session")
def browser() -> Generator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def arrive(imagini: Running, browser: Browser) -> Generator[Arrive]:
    """Somebody sits down at a browser of their own. At the end nobody's browser may have complained."""
    people: list[Person] = []
    with ExitStack() as room:

        def arrive(language: str = "en", screen: ViewportSize = SCREEN) -> Person:
            people.append(room.enter_context(sit_down(browser, imagini.url, language, screen)))
            return people[-1]

        yield arrive
        complaints = [complaint for person in people for complaint in person.watch.complaints]
        assert not complaints, "\n".join(complaints)


@pytest.fixture
def radiologist(arrive: Arrive, imagini: Running) -> Person:
    """Signed in, at the worklist."""
    return arrive().sign_in(imagini.account("member"))
