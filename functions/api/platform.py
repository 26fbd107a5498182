"""The platform itself: is it up, and how is it spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.support.documentation import PAGE
from functions.support.openapi import document
from functions.support.resource import Resource
from functions.support.streaming_http import Request, Response
from shared.domain.access import Permission

if TYPE_CHECKING:
    from shared.application.queries.get_health import GetHealth, Health
    from shared.core.mediator import Send

platform = Resource("platform")


@platform.get("health")
def get_health(message: GetHealth, send: Send) -> Health:
    """Which parts are up."""
    return send(message)


@platform.get("openapi.json", access=Permission.READ_STATUS)
def get_openapi(request: Request, send: Send) -> dict[str, Any]:  # noqa: ARG001
    """This document."""
    return document()


@platform.get("docs", access=Permission.READ_STATUS, media="text/html")
def get_docs(request: Request, send: Send) -> Response:  # noqa: ARG001
    """The API, to read and to try."""
    return Response(PAGE, media_type="text/html", headers={"Content-Security-Policy": CSP})


CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
)
