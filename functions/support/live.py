"""Work that tells how far it is: line by line to a page that shows it, or only how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.support.problems import problem_of
from functions.support.streaming_http import Response, StreamingResponse
from shared.domain.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from pydantic import BaseModel

LINES = "application/x-ndjson"
type Work[R] = Generator[BaseModel, None, R]


def ended[R](work: Generator[Any, None, R]) -> R:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def lines(work: Work[BaseModel]) -> Response:
    """One JSON object a line: each step as it is done, at last the whole, or the problem that ended it."""
    told = _told(work)
    first = next(told)  # here, so that what is wrong with the request itself has a status of its own
    return StreamingResponse(_after(first, told), media_type=LINES)


def _told(work: Work[BaseModel]) -> Iterator[BaseModel]:
    yield (yield from work)


def _after(first: BaseModel, told: Iterator[BaseModel]) -> Iterator[bytes]:
    yield _line(first)
    try:
        for one in told:
            yield _line(one)
    except DomainError as error:
        yield bytes(problem_of(error).body) + b"\n"


def _line(one: BaseModel) -> bytes:
    return one.model_dump_json().encode() + b"\n"
