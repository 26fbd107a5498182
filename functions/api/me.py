"""The signed-in person."""

from functions.support.resource import Resource
from shared.application.commands.change_me import ChangeMe
from shared.application.models.me import Me
from shared.application.queries.get_me import GetMe
from shared.core.mediator import Send

me = Resource("me")


@me.get("me")
def get_me(message: GetMe, send: Send) -> Me:
    """Who I am, where I work, and what I may open."""
    return send(message)


@me.patch("me")
def change_me(message: ChangeMe, send: Send) -> Me:
    """Change my language."""
    return send(message)
