"""Serves one request: who calls, what they ask, what is answered."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import from_json
from starlette.concurrency import run_in_threadpool

from functions.support.actors import SAFE, actor_of, refuse_forgery
from functions.support.application import mediator
from functions.support.operation import Operation
from functions.support.problems import HttpProblem, problem_of, problem_of_fields
from functions.support.recent_actors import RecentActors
from functions.support.reply import Reply
from functions.support.streaming_http import Request, Response
from shared.core.discretion import wordless
from shared.core.measures import CACHE
from shared.core.telemetry import measured, note
from shared.domain.access import CLINICAL, Actor, Role
from shared.domain.errors import DomainError, Forbidden

if TYPE_CHECKING:
    from shared.core.mediator import Message, Send

IMAGES = "dicomweb"  # the tag of the operations that a viewer calls for every image
LARGEST_BODY = 1 << 20  # bytes of JSON; pixels travel through raw operations
HEADERS = (  # raw, as are the names below: looked at for every image
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
PROOFS = frozenset({b"authorization", b"cookie"})

recent = RecentActors()


async def serve(operation: Operation, request: Request) -> Response:
    try:
        response = await _answer(operation, request)
    except (DomainError, HttpProblem) as error:
        response = problem_of(error)
    except Exception as error:  # the worker logs it
        raise wordless(error) from None
    finally:
        if request.method not in SAFE:
            recent.forget()
    said = {name for name, _ in response.raw_headers}
    response.raw_headers += [(name, value) for name, value in HEADERS if name not in said]
    return response


async def _answer(operation: Operation, request: Request) -> Response:
    actor = await _caller(operation, request)
    note(organization=actor.organization_id or "")
    await _must(actor, operation, request)  # before anything is read: who may not ask learns nothing
    if not operation.brings_proof:
        refuse_forgery(request)
    from shared.core.mediator import Send

    send = Send(mediator(), actor)
    if operation.message is None:
        return reply(operation, await _raw(operation, request, send))
    fields = await _fields(operation, operation.message, request, actor)
    try:
        message = operation.message.model_validate(fields)
    except ValidationError as error:  # of the request; anywhere else it is a mistake of ours
        return problem_of_fields(error, operation.path_parameters)
    return reply(operation, await run_in_threadpool(operation.view, message, send))


async def _must(actor: Actor, operation: Operation, request: Request) -> None:
    try:
        actor.must(operation.permission, None)
    except DomainError as refusal:
        if operation.permission in CLINICAL:
            from shared.application.commands.note_refusal import NoteRefusal

            path = {name: str(value) for name, value in request.path_params.items()}
            note = NoteRefusal(action=operation.disclosure, path=path, reason=str(refusal))
            await run_in_threadpool(mediator().send, note, actor)
        raise


async def _caller(operation: Operation, request: Request) -> Actor:
    shown = _shown(request) if operation.tag == IMAGES else b""
    actor = recent.find(shown)
    if shown:
        measured(CACHE, 1, cache="access", outcome="hit" if actor else "miss")
    if actor:
        return actor
    actor = await run_in_threadpool(actor_of, request)
    if shown and request.method in SAFE and actor.role is not Role.ANONYMOUS:
        recent.keep(shown, actor)
    return actor


def _shown(request: Request) -> bytes:
    """All that the caller is known by."""
    raw: list[tuple[bytes, bytes]] = request.scope["headers"]
    return b"\n".join([b"%s:%s" % (name, value) for name, value in raw if name in PROOFS])


async def _raw(operation: Operation, request: Request, send: Send) -> Any:
    if operation.is_async:
        return await operation.view(request, send, **request.path_params)
    return await run_in_threadpool(operation.view, request, send, **request.path_params)


async def _fields(
    operation: Operation, message: type[Message[Any]], request: Request, actor: Actor
) -> dict[str, Any]:
    """Body or query, If-Match, the caller's organization, the path: the last has the last word."""
    given = dict(request.query_params) if request.method in SAFE | {"DELETE"} else await _body(request)
    if operation.if_match:
        etag = request.headers.get("if-match")
        if etag is None:
            raise HttpProblem(
                HTTPStatus.PRECONDITION_REQUIRED, "Say with If-Match which version you changed."
            )
        given[operation.if_match] = etag.strip().removeprefix("W/").strip('"')
    given.pop("organization_id", None)
    if "organization_id" in message.model_fields and "organization_id" not in operation.path_parameters:
        if actor.organization_id is None:
            raise Forbidden("Choose an organization first.")
        given["organization_id"] = actor.organization_id
    return given | request.path_params


async def _body(request: Request) -> dict[str, Any]:
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > LARGEST_BODY:
            raise HttpProblem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is larger than 1 MB.")
    try:
        # not json.loads: that lets half a character through, and falls over what is nested a thousand deep
        body = from_json(received, allow_inf_nan=False) if received else {}
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise HttpProblem(HTTPStatus.BAD_REQUEST, "The body is not a JSON object.")
    return body


def reply(operation: Operation, value: Any) -> Response:
    answer = value if isinstance(value, Reply) else Reply(value)
    response = _response(operation, answer.value, answer.headers)
    for cookie in answer.cookies:
        response.headers.append("Set-Cookie", cookie)
    return response


def _response(operation: Operation, value: Any, headers: dict[str, str]) -> Response:
    if isinstance(value, Response):
        return value
    if operation.answer is None:
        return Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)
    content = value if isinstance(value, bytes) else operation.answer.dump_json(value)
    return Response(content, operation.status, headers, operation.media)
