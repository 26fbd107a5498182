"""Whoever a test needs, at a browser."""

import pytest

from functions.support import endpoint
from functions.support.streaming_http import Request
from shared.domain.access import Actor
from tests.unit.functions.browser import Browser
from tests.unit.functions.organizations.asking import OPERATOR, As


@pytest.fixture
def as_(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> As:
    """The browser of whoever is named."""

    def signed_in(actor: Actor) -> Browser:
        def actor_of(_: Request) -> Actor:
            return actor

        monkeypatch.setattr(endpoint, "actor_of", actor_of)
        return browser

    return signed_in


@pytest.fixture
def operator(as_: As) -> Browser:
    return as_(OPERATOR)
