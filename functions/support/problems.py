"""Errors as RFC 9457 problem documents: one table from the domain's errors to HTTP's."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from pydantic import ValidationError

from functions.support.streaming_http import JSONResponse
from shared.domain.errors import (
    Conflict,
    DomainError,
    Forbidden,
    NotFound,
    RuleBroken,
    Stale,
    Unauthenticated,
    Unavailable,
)

STATUS: dict[type[DomainError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Unauthenticated: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    Conflict: HTTPStatus.CONFLICT,
    Stale: HTTPStatus.PRECONDITION_FAILED,
    RuleBroken: HTTPStatus.UNPROCESSABLE_ENTITY,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
RETRY_AFTER = {HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": "10"}}


class HttpProblem(Exception):
    """Something wrong with the request itself, before it has become a message."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def problem(status: HTTPStatus, detail: str, errors: Sequence[dict[str, str]] = ()) -> JSONResponse:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "detail": detail,
    }
    if errors:
        body["errors"] = list(errors)
    return JSONResponse(
        body,
        status_code=status,
        headers=RETRY_AFTER.get(status),
        media_type="application/problem+json",
    )


def problem_of(error: DomainError | HttpProblem) -> JSONResponse:
    return problem(error.status if isinstance(error, HttpProblem) else STATUS[type(error)], str(error))


def problem_of_fields(error: ValidationError, path_parameters: frozenset[str]) -> JSONResponse:
    """The fields that are wrong, one by one; what a path names wrongly does not exist."""
    errors = [
        {"field": ".".join(str(part) for part in e["loc"]), "message": _sentence(e["msg"])}
        for e in error.errors()
    ]
    if any(e["field"] in path_parameters for e in errors):
        return problem(HTTPStatus.NOT_FOUND, "There is nothing under this address.")
    said = " ".join(f"{e['field']}: {e['message']}" for e in errors)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, said, errors)


def _sentence(message: str) -> str:
    text = message.removeprefix("Value error, ")
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
