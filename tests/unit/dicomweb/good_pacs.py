"""A PACS that does all it should, or all but one thing; and how it is checked."""

import json
import socket
from collections.abc import Callable
from typing import Any

from shared.domain.pacs import PacsSettings
from shared.domain.source_check import SourceCheck
from shared.infrastructure.dicomweb.checker import PacsChecker
from tests.builders import row
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double
from tests.world import StandingClock

STUDIES = [
    row({"0020000D": f"1.2.{number}", "00100020": patient}) for number, patient in ((1, "A11"), (2, "B22"))
]
IMAGES = [row({"0020000E": "1.2.1.1", "00080018": "1.2.1.1.1"})]
FILE = Answer(200, 'multipart/related; type="application/dicom"; boundary=b', b"--b--")
MATCH = {"A1*": "1.2.1", "B2*": "1.2.2"}
type Answering = Callable[[Asked], Answer]


def said(rows: list[dict[str, Any]]) -> Answer:
    return Answer(body=json.dumps(rows).encode())


def good(asked: Asked) -> Answer:
    """A PACS of two studies that does all it should."""
    if asked.method == "POST":
        return Answer(409)
    if asked.path.endswith("/metadata"):
        return said(IMAGES)
    if asked.path.endswith("/studies/1.2.1/instances"):
        return said(IMAGES)
    if asked.path.endswith("/instances/1.2.1.1.1"):
        return FILE
    if patient := asked.query.get("PatientID"):
        return said([one for one in STUDIES if one["0020000D"]["Value"][0] == MATCH.get(patient[0])])
    start, limit = int(asked.query.get("offset", ["0"])[0]), int(asked.query["limit"][0])
    return said(STUDIES[start : start + limit])


def instead(answer: Answer | Answering, when: Callable[[Asked], bool] = lambda _: True) -> Answering:
    """The good PACS, but for this."""

    def answering(asked: Asked) -> Answer:
        if not when(asked):
            return good(asked)
        return answer if isinstance(answer, Answer) else answer(asked)

    return answering


def resolve(host: Any, *more: Any, **named: Any) -> Any:
    """Asks nobody beyond this machine."""
    if host == "pacs.invalid":
        raise socket.gaierror
    return socket.getaddrinfo(host, *more, **named)


def checked(checker: PacsChecker, pacs: Answering, **settings: str) -> SourceCheck:
    with pacs_double(pacs) as double:
        return whole(checker, PacsSettings.model_validate({"url": double.url} | settings))


def whole(checker: PacsChecker, pacs: PacsSettings, secret: str | None = None) -> SourceCheck:
    return SourceCheck.of(list(checker.steps(pacs, secret)), StandingClock().now())


def failed(check: SourceCheck) -> dict[str, str]:
    return {one.step: one.advice for one in check.steps if one.status == "failed"}
