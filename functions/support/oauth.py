"""What a partner's system sends to be given a token (RFC 6749, 2.3.1 and 4.4.2)."""

from __future__ import annotations

import binascii
from base64 import b64decode
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote_plus

from functions.support.operation import FORM
from functions.support.problems import HttpProblem
from functions.support.streaming_http import Request

if TYPE_CHECKING:
    from shared.application.commands.issue_access_token import IssueAccessToken

LARGEST = 8 << 10  # bytes


async def token_request(request: Request) -> IssueAccessToken:
    """Raises HttpProblem in the words of the standard."""
    from pydantic import SecretStr

    from shared.application.commands.issue_access_token import IssueAccessToken

    form = await _form(request)
    if form.get("grant_type") != "client_credentials":
        raise _wrong("Only grant_type=client_credentials is supported.", "unsupported_grant_type")
    client_id, secret = _basic(request) or (form.get("client_id", ""), form.get("client_secret", ""))
    if not (client_id and secret):
        raise _wrong("Send client_id and client_secret, by HTTP Basic or in the form.", "invalid_client")
    return IssueAccessToken(client_id=client_id, secret=SecretStr(secret), scope=form.get("scope", ""))


async def _form(request: Request) -> dict[str, str]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise _wrong(f"Send the form as {FORM}.", "invalid_request")
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > LARGEST:
            raise _wrong("The form is too large.", "invalid_request")
    fields = parse_qsl(received.decode("latin-1"), keep_blank_values=True)
    if len({name for name, _ in fields}) < len(fields):
        raise _wrong("A parameter is given more than once.", "invalid_request")
    return dict(fields)


def _basic(request: Request) -> tuple[str, str] | None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client_id, _, secret = b64decode(given, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise _wrong("The Authorization header cannot be read.", "invalid_client") from None
    return unquote_plus(client_id), unquote_plus(secret)


def _wrong(detail: str, reason: str) -> HttpProblem:
    return HttpProblem(HTTPStatus.BAD_REQUEST, detail, reason)
