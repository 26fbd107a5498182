"""Errors as RFC 9457 problem documents: one table from the domain's errors to HTTP's."""

from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus
from math import ceil
from typing import Any

from pydantic import ValidationError

from functions.support.streaming_http import JSONResponse
from shared.domain.errors import (
    CodeNeeded,
    Conflict,
    DomainError,
    Forbidden,
    Gone,
    NotFound,
    RuleBroken,
    Stale,
    TooMany,
    Unauthenticated,
    Unavailable,
)

STATUS: dict[type[DomainError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Unauthenticated: HTTPStatus.UNAUTHORIZED,
    CodeNeeded: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    Conflict: HTTPStatus.CONFLICT,
    Stale: HTTPStatus.PRECONDITION_FAILED,
    Gone: HTTPStatus.GONE,
    RuleBroken: HTTPStatus.UNPROCESSABLE_ENTITY,
    TooMany: HTTPStatus.TOO_MANY_REQUESTS,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
TYPE: dict[type[DomainError], str] = {CodeNeeded: "urn:imagini:code-needed"}  # what a program must tell apart
OAUTH = {  # what partners' systems are told, in words that are not ours
    "invalid_request": (HTTPStatus.BAD_REQUEST, ""),
    "invalid_scope": (HTTPStatus.BAD_REQUEST, ""),
    "unsupported_grant_type": (HTTPStatus.BAD_REQUEST, ""),
    "invalid_client": (HTTPStatus.UNAUTHORIZED, "Basic"),
    "invalid_token": (HTTPStatus.UNAUTHORIZED, "Bearer"),
}
OUTAGE = timedelta(seconds=10)  # after which trying again may help


class HttpProblem(Exception):
    """Something wrong with the request itself, before it has become a message."""

    def __init__(self, status: HTTPStatus, detail: str, reason: str = "") -> None:
        super().__init__(detail)
        self.status, self.reason = status, reason


def problem(
    status: HTTPStatus,
    detail: str,
    errors: Sequence[dict[str, str]] = (),
    wait: timedelta | None = None,
    type: str = "about:blank",
    more: dict[str, str] | None = None,
) -> JSONResponse:
    body: dict[str, Any] = {
        "type": type,
        "title": status.phrase,
        "status": int(status),
        "detail": detail,
        **(more or {}),
    }
    if errors:
        body["errors"] = list(errors)
    return JSONResponse(
        body,
        status_code=status,
        headers={"Retry-After": str(ceil(wait.total_seconds()))} if wait else None,
        media_type="application/problem+json",
    )


def problem_of(error: DomainError | HttpProblem) -> JSONResponse:
    if error.reason in OAUTH:
        return _refusal(error)
    if isinstance(error, HttpProblem):
        return problem(error.status, str(error))
    wait = error.wait if isinstance(error, TooMany) else OUTAGE if isinstance(error, Unavailable) else None
    known = next(kind for kind in type(error).__mro__ if kind in STATUS)  # adapters have kinds of their own
    return problem(STATUS[known], str(error), wait=wait, type=_type_of(error))


def _refusal(error: DomainError | HttpProblem) -> JSONResponse:
    """As OAuth clients read it (RFC 6749, 5.2; RFC 6750, 3)."""
    status, scheme = OAUTH[error.reason]
    said = {"error": error.reason, "error_description": str(error)}
    answer = problem(status, str(error), type=f"urn:imagini:{error.reason.replace('_', '-')}", more=said)
    if scheme:
        answer.headers["WWW-Authenticate"] = f'{scheme} realm="imagini", error="{error.reason}"'
    return answer


def _type_of(error: DomainError) -> str:
    return TYPE.get(type(error)) or (f"urn:imagini:{error.reason}" if error.reason else "about:blank")


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
