"""The application behind the functions, loaded when the first of them is called."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.core.mediator import Mediator
    from shared.settings import Settings


def mediator() -> Mediator:
    from shared.composition import mediator as made

    return made()


@cache
def observed() -> None:
    """Before anything is told of: begin to listen, where that is switched on."""
    from shared.observation import observe

    observe(settings(), "functions")


def settings() -> Settings:
    from shared.composition import settings as read

    return read()
