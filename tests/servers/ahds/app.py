"""Who may ask, and which part of the service answers."""

from collections.abc import Awaitable, Callable
from secrets import compare_digest

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.servers.ahds import retrieve, search, store, tokens
from tests.servers.ahds.holdings import Holdings
from tests.servers.ahds.refusal import Refused

STUDY = "/v2/studies/{study}"
SERIES = STUDY + "/series/{series}"
INSTANCE = SERIES + "/instances/{sop}"

type Answer = Callable[[Request, Holdings], Awaitable[Response]]


def service(token: str) -> Starlette:
    holdings = Holdings()

    def guarded(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        async def respond(request: Request) -> Response:
            shown = request.headers.get("authorization", "")
            if not compare_digest(shown, f"Bearer {token}"):
                return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
            try:
                response = await answer(request, holdings)
            except Refused as refused:
                response = JSONResponse(refused.reason, refused.status)
            response.headers["api-supported-versions"] = "v1, v2"
            return response

        return respond

    async def issue(request: Request) -> Response:
        return await tokens.issue(request, token)

    gets: list[tuple[str, Answer]] = [
        ("/v2/studies", search.answer),
        ("/v2/series", search.answer),
        ("/v2/instances", search.answer),
        (f"{STUDY}/series", search.answer),
        (f"{STUDY}/instances", search.answer),
        (f"{SERIES}/instances", search.answer),
        (STUDY, retrieve.instances),
        (SERIES, retrieve.instances),
        (INSTANCE, retrieve.instances),
        (f"{STUDY}/metadata", retrieve.metadata),
        (f"{SERIES}/metadata", retrieve.metadata),
        (f"{INSTANCE}/metadata", retrieve.metadata),
        (f"{INSTANCE}/rendered", retrieve.rendered),
        (INSTANCE + "/frames/{frames}", retrieve.frames),
        (INSTANCE + "/frames/{frames}/rendered", retrieve.rendered),
    ]
    posts: list[tuple[str, Answer]] = [("/v2/studies", store.answer), (STUDY, store.answer)]
    return Starlette(
        routes=[Route(path, guarded(answer), methods=["GET"]) for path, answer in gets]
        + [Route(path, guarded(answer), methods=["POST"]) for path, answer in posts]
        + [Route("/tenant/oauth2/v2.0/token", issue, methods=["POST"])]
    )
