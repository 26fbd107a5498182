"""Declares HTTP operations: a view becomes an Azure Function, and an entry of the OpenAPI document."""

from collections.abc import Callable
from functools import partialmethod
from http import HTTPStatus
from typing import Any

import azure.functions as func

from functions.support.operation import Operation, operations
from functions.support.streaming_http import Request, Response
from functions.support.watching import NOBODY, watched
from shared.domain.access import Permission

type Views = Callable[[Callable[..., Any]], Callable[..., Any]]


class Resource:
    """The operations on one kind of thing. A view takes a message (or the raw request) and `send`."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.blueprint = func.Blueprint()

    def operation(
        self,
        method: str,
        route: str,
        *,
        status: HTTPStatus = HTTPStatus.OK,
        media: str = "application/json",
        if_match: str | None = None,
        access: Permission | None = None,
        body_media: str | None = None,
    ) -> Views:
        def declare(view: Callable[..., Any]) -> Callable[..., Any]:
            operation = Operation(method, route, view, self.tag, status, media, if_match, access, body_media)
            operations.append(operation)

            async def run(req: Request, context: func.Context = NOBODY) -> Response:
                return await watched(operation, req, context)

            run.__name__, run.__doc__ = (
                view.__name__,
                view.__doc__,
            )  # not functools.wraps: the worker reads the signature
            self.blueprint.route(route, methods=[method], auth_level=func.AuthLevel.ANONYMOUS)(run)
            return view

        return declare

    get = partialmethod(operation, "GET")
    post = partialmethod(operation, "POST")
    put = partialmethod(operation, "PUT")
    patch = partialmethod(operation, "PATCH")
    delete = partialmethod(operation, "DELETE")
    options = partialmethod(operation, "OPTIONS")
