"""A connection check tells each step over HTTP while it runs. # E5"""

import json
from typing import Any

from shared.domain.source_check import CheckedStep, SourceCheck
from tests.builders import HOSPITAL
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double
from tests.unit.functions.browser import Answer as Response
from tests.unit.functions.browser import Browser
from tests.unit.functions.organizations.asking import create

STEPS = ["resolve", "guard", "reach", "authenticate", "qido", "paging", "wildcard", "wado", "stow"]


def empty(asked: Asked) -> Answer:
    return Answer(204, body=b"") if asked.method == "GET" else Answer(409)


def told(answer: Response) -> list[dict[str, Any]]:
    assert (answer.status, answer.headers["content-type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in answer.body.splitlines()]


def test_a_line_for_each_step_and_one_for_all_of_them(operator: Browser) -> None:
    with pacs_double(empty) as double:
        *steps, check = told(operator.post("/source-checks/steps", {"url": double.url}))
        plain = operator.post("/source-checks", {"url": double.url}).json

    assert [CheckedStep.model_validate(step).step for step in steps] == STEPS
    assert SourceCheck.model_validate(check).works
    assert (plain["steps"], check["steps"]) == (steps, steps)


def test_what_was_found_out_is_kept_when_the_last_line_comes(operator: Browser) -> None:
    with pacs_double(empty) as double:
        create(operator, dicom_url=double.url)
        *_, check = told(operator.post(f"/organizations/{HOSPITAL}/source/check/steps"))

    assert check["works"]
    assert operator.get(f"/organizations/{HOSPITAL}").json["source"]["capabilities"] == check["capabilities"]


def test_what_is_wrong_with_the_question_has_a_status_of_its_own(operator: Browser) -> None:
    create(operator)

    assert operator.post("/organizations/nobody/source/check/steps").status == 404
    archive = operator.post(f"/organizations/{HOSPITAL}/source/check/steps")
    assert (archive.status, archive.headers["content-type"]) == (422, "application/problem+json")
    assert operator.post("/source-checks/steps", {"url": "pacs"}).json["errors"][0]["field"] == "url"
