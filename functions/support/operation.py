"""What is known of an HTTP operation: the source of its OpenAPI text and of its behaviour."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, get_args, get_origin

from functions.support.lazy import hints_of
from functions.support.reply import Reply
from functions.support.streaming_http import Request, Response
from shared.domain.access import Permission

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from shared.core.mediator import Message

FORM = "application/x-www-form-urlencoded"
PARAMETER = re.compile(r"\{\*?(\w+)\}")


@dataclass(frozen=True)
class Operation:
    method: str
    route: str
    view: Callable[..., Any]
    tag: str
    status: HTTPStatus
    media: str  # of the answer
    if_match: str | None  # the field that the If-Match header fills
    access: Permission | None  # of a raw operation; a message brings its own
    body_media: str | None  # of a raw operation's body
    headers: tuple[str, ...] = ()

    @property
    def brings_proof(self) -> bool:
        """A form says itself who asks, whatever cookies say: no page of ours has to have sent it."""
        return self.body_media == FORM

    @property
    def name(self) -> str:
        return self.view.__name__

    @property
    def summary(self) -> str:
        return (self.view.__doc__ or "").strip().split("\n")[0]

    @cached_property
    def hints(self) -> dict[str, Any]:
        return hints_of(self.view)

    @cached_property
    def is_async(self) -> bool:
        return inspect.iscoroutinefunction(self.view)

    @cached_property
    def message(self) -> type[Message[Any]] | None:
        """What the request is read into; None for a raw operation, which takes the request itself."""
        first = self.hints[next(iter(inspect.signature(self.view).parameters))]
        return None if first is Request else first

    @property
    def permission(self) -> Permission:
        permission = self.message.access if self.message else self.access
        if permission is None:
            raise TypeError(f"{self.name} says nothing about who may call it")
        return permission

    @property
    def disclosure(self) -> str:
        """What the audit calls it."""
        raw = "images.view" if self.method == "GET" else "images.store"
        return self.message.discloses if self.message else raw

    @cached_property
    def answer(self) -> TypeAdapter[Any] | None:
        from pydantic import TypeAdapter

        result = self.hints["return"]
        if get_origin(result) is Reply:
            [result] = get_args(result)
        if result is type(None) or (isinstance(result, type) and issubclass(result, Response)):
            return None
        return TypeAdapter(result)

    @property
    def path_parameters(self) -> frozenset[str]:
        return frozenset(PARAMETER.findall(self.route))


operations: list[Operation] = []
