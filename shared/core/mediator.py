"""Carries a message to the one function that handles it.

A use case is a module: a message class and, under it, the function that handles it. Whoever can name the
message has therefore already imported its handler, so nothing has to be scanned for.
"""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Protocol, TypeVar, get_type_hints

from pydantic import BaseModel, ConfigDict

from shared.core.container import Container
from shared.core.telemetry import span
from shared.domain.access import Actor, Permission
from shared.domain.audit import Disclosure

R = TypeVar("R")  # one for all three below; pydantic wants to see it on each


class Message(BaseModel, Generic[R]):  # noqa: UP046
    """A request to the application; R is the type of its answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    access: ClassVar[Permission]
    discloses: ClassVar[str] = ""  # what the audit calls it; "": no patient's data

    def disclosure(self) -> Disclosure:
        """What it asks to see, and whom that is about."""
        return Disclosure.of(self.discloses, dict(self))

    if not TYPE_CHECKING:

        def __class_getitem__(cls, _answer: object) -> type:
            """R is for the type checker; pydantic would build one more class for every message."""
            return cls


class Command(Message[R], Generic[R]):  # noqa: UP046
    """Changes something."""


class Query(Message[R], Generic[R]):  # noqa: UP046
    """Changes nothing."""


class Task(Command[None]):
    """A command for the background: a queue may deliver it more than once, and in any order."""

    queue: ClassVar[str]

    version: Literal[1] = 1


class Witness(Protocol):
    def watch[R](self, message: Message[R], actor: Actor, see: Callable[[], R]) -> R:
        """What `see` returns, once it is on record that this actor has seen it.

        Raises Unavailable, showing nothing, where that cannot be put on record.
        """
        ...

    def refused(self, actor: Actor, disclosure: Disclosure, why: str) -> None:
        """Put on record that somebody was not shown this."""
        ...


class Handler:
    """A handling function, and the ports it asks for by keyword."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        hints = get_type_hints(function)
        parameters = inspect.signature(function).parameters.values()
        self.needs: dict[str, type] = {p.name: hints[p.name] for p in parameters if p.kind is p.KEYWORD_ONLY}


handlers: dict[type[Message[Any]], Handler] = {}


def handles[R, **P](message: type[Message[R]]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register the function below as the one that answers this message."""

    def register(function: Callable[P, R]) -> Callable[P, R]:
        handlers[message] = Handler(function)
        return function

    return register


class Mediator:
    def __init__(self, container: Container) -> None:
        self._container = container

    def send[R](self, message: Message[R], actor: Actor) -> R:
        """Check that the actor may ask this, then answer it."""
        actor.must(message.access, getattr(message, "organization_id", None))
        with span(type(message).__name__):
            return self._answer(message, actor)

    def _answer[R](self, message: Message[R], actor: Actor) -> R:
        handler = handlers[type(message)]
        resolve = self._container.scope({Actor: actor})
        ports = {name: resolve(port) for name, port in handler.needs.items()}
        if not message.discloses:
            return handler.function(message, **ports)
        return resolve(Witness).watch(message, actor, lambda: handler.function(message, **ports))


class Send:
    """The mediator, speaking for whoever called."""

    def __init__(self, mediator: Mediator, actor: Actor) -> None:
        self._mediator, self.actor = mediator, actor

    def __call__[R](self, message: Message[R]) -> R:
        return self._mediator.send(message, self.actor)
