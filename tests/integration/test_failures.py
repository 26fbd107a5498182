"""Work that fails on the running host until it is given up: shown with its reason, then run again. # C13"""

import json
import time
from collections.abc import Callable
from uuid import uuid4

import pytest

from infra.local.client import Client
from shared.application.commands.register_user import RegisterUser
from shared.application.models.inference import ResultReady
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain import partitions
from shared.domain.access import PLATFORM
from shared.domain.analysis import Analysis, ModelRun, Status
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.queue.queue import AzureQueue
from shared.settings import Settings
from tests.builders import NOON, result, seen
from tests.integration.installation import ARCHIVE, PASSWORD, Installation

PATIENCE = 120  # seconds: five tries, a second apart, on a machine that is busy
OPERATOR = "operator@example.org"


@pytest.fixture(scope="module")
def operator(site: Installation) -> Client:
    """Whoever runs the platform."""
    person = {"email": OPERATOR, "first_name": "Opal", "last_name": "Rator", "password": PASSWORD}
    register = RegisterUser.model_validate(person | {"platform_role": "app_admin"})
    Mediator(_imagini(site)).send(register, PLATFORM)
    client = Client(site.url)
    client.sign_in(OPERATOR, PASSWORD)
    return client


def _imagini(site: Installation) -> Imagini:
    return Imagini(Settings(data=site.settings["IMAGINI_DATA"], storage=site.settings["IMAGINI_STORAGE"]))


def eventually[T](ask: Callable[[], T | None]) -> T:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.2)
    raise AssertionError("it never happened")


def answered(study: str, analysis: str) -> ResultReady:
    """What the job says when a model has answered."""
    return ResultReady(
        organization_id=ARCHIVE,
        study_uid=study,
        series_uid=f"{study}.1",
        analysis_id=analysis,
        model_id="chest",
        model_version="1",
        result=f"{ARCHIVE}/results/{analysis}.json",
    )


def under_way(site: Installation, study: str) -> ResultReady:
    """An analysis that waits for its model."""
    run = ModelRun(
        series_instance_uid=f"{study}.1", model_id="chest", model_version="1", status=Status.RUNNING
    )
    analysis = Analysis(
        study_instance_uid=study, requested_by="Rea Der", requested_at=NOON, status=Status.RUNNING, runs=[run]
    )
    uow = _imagini(site).unit_of_work()
    uow.of(Analysis, partitions.study(ARCHIVE, study)).add(analysis)
    uow.commit()
    return answered(study, analysis.id)


def test_an_answer_that_is_missing_is_given_up_with_its_reason_and_recorded_when_run_again(
    site: Installation, operator: Client
) -> None:
    study = f"2.25.{uuid4().int % 10**20}"
    ready = under_way(site, study)
    storage = site.settings["IMAGINI_STORAGE"]
    AzureQueue.connect(storage).put(ResultReady.queue, ready.model_dump_json())

    def given_up() -> dict[str, str] | None:
        found = operator.call("GET", "/api/system/failures?limit=200")["items"]
        return next((failure for failure in found if failure["study_uid"] == study), None)

    failure = eventually(given_up)
    assert (failure["queue"], failure["organization_id"]) == ("infer-result", ARCHIVE)
    assert "no" in failure["reason"]
    assert ready.result in failure["reason"] or "blob" in failure["reason"]

    reader = site.client(ARCHIVE)
    analyses = f"/api/studies/{study}/analyses"
    eventually(lambda: reader.call("GET", analyses)[0]["status"] == "failed")

    AzureBlobs.connect(storage).put(ready.result, result(seen()).model_dump_json().encode())
    operator.call("POST", f"/api/system/failures/{failure['id']}/rerun", json={})

    done = eventually(lambda: next((a for a in reader.call("GET", analyses) if a["status"] == "done"), None))
    assert done["finding_count"] == 1
    eventually(lambda: given_up() is None)
    assert operator.request("POST", f"/api/system/failures/{failure['id']}/rerun", json={}).status == 404


def test_a_message_of_somebody_else_is_given_up_and_what_it_says_is_shown_to_nobody(
    site: Installation, operator: Client
) -> None:
    storage = site.settings["IMAGINI_STORAGE"]
    AzureQueue.connect(storage).put("fetch-study", json.dumps({"patient": "Jane Doe"}))

    def strange() -> dict[str, str] | None:
        found = operator.call("GET", "/api/system/failures?limit=200")["items"]
        return next((failure for failure in found if not failure["can_rerun"]), None)

    failure = eventually(strange)
    assert "Jane" not in json.dumps(failure)
    assert "Jane" not in site.process.log.read_text()

    operator.call("DELETE", f"/api/system/failures/{failure['id']}")
    assert strange() is None


def test_the_queues_and_the_versions_of_a_running_platform_are_told(operator: Client) -> None:
    system = operator.call("GET", "/api/system")
    assert system["status"] == "ok"
    assert {model["id"] for model in system["models"]} == {"chest-xray-demo"}
    assert all(len(model["sha256"]) == 64 for model in system["models"])

    queues = {queue["name"] for queue in operator.call("GET", "/api/system/queues")}
    assert {"fetch-study", "infer", "infer-result", "notify", "worklist"} <= queues
