"""What every DICOMweb operation does: read the request, ask, stream the answer."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from functions.support.delivery import NEVER_CHANGES, delivered
from functions.support.problems import HttpProblem
from functions.support.streaming import accept_of, json_answer, json_delivered, require_json, upload_of
from functions.support.streaming_http import Request, Response
from shared.application.dicom.multipart import Malformed
from shared.application.dicom.parameters import Level, rendering_of, search_of
from shared.application.dicom.paths import resource_of
from shared.application.dicom.source import NotAcceptable, Resource, Search
from shared.application.dicom.store_answer import answer_of, status_of
from shared.domain.errors import Forbidden, RuleBroken

if TYPE_CHECKING:
    from shared.core.mediator import Send

PICTURES = frozenset({"rendered", "thumbnail"})


async def searched(request: Request, send: Send, level: Level, *uids: str) -> Response:
    """The answer to a search below a study and a series, where they are given."""
    from shared.application.queries.search_dicom import SearchDicom

    require_json(request)
    with _said_in_http():
        named = resource_of(*uids) if uids else Resource("")
        search = search_of(
            level, request.query_params.multi_items(), named.study_uid or None, named.series_uid
        )
        query = SearchDicom(organization_id=_organization(send), search=search)
        rows = await run_in_threadpool(send, query)
    return await json_answer(request, rows, headers=_count(search, len(rows)))


def _count(search: Search, found: int) -> dict[str, str]:
    """How many there are in all, where the end of them has been seen."""
    is_last = search.limit is None or found < search.limit
    begins = found > 0 or search.offset == 0  # behind the end nothing is learnt
    return {"X-Total-Count": str(search.offset + found)} if is_last and begins else {}


async def opened(request: Request, send: Send, resource: Resource) -> Response:
    """What the path names, on its way."""
    from shared.application.queries.open_dicom import OpenDicom

    if resource.variant == "metadata":
        require_json(request)
    with _said_in_http():
        if resource.variant in PICTURES:
            resource = resource._replace(rendering=rendering_of(request.query_params))
        query = OpenDicom(organization_id=_organization(send), resource=resource, accept=accept_of(request))
        answer = await send(query)
    if resource.variant == "metadata":
        return await json_delivered(request, answer)
    return delivered(request, answer, {"Cache-Control": NEVER_CHANGES} if resource.sop_uid else {})


async def stored(request: Request, send: Send, study_uid: str | None = None) -> Response:
    """What became of each file that was sent."""
    from shared.application.commands.store_instances import StoreInstances

    with _said_in_http():
        named = resource_of(study_uid).study_uid if study_uid else None
        command = StoreInstances(
            organization_id=_organization(send), study_uid=named, parts=upload_of(request)
        )
        results = await run_in_threadpool(send, command)
    return await json_answer(request, answer_of(results), status_of(results))


def _organization(send: Send) -> str:
    if send.actor.organization_id is None:
        raise Forbidden("Choose an organization first.")
    return send.actor.organization_id


@contextmanager
def _said_in_http() -> Generator[None]:
    """What is wrong with a DICOMweb request is said by 400 and 406 (PS3.18 8.5)."""
    try:
        yield
    except NotAcceptable as error:
        raise HttpProblem(HTTPStatus.NOT_ACCEPTABLE, str(error)) from error
    except (RuleBroken, Malformed) as error:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, str(error)) from error
