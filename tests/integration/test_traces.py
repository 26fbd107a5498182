"""One trace from the request through queues and job to the findings; and nobody's data in it. # threat 16"""

import json
import os
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from azure.core.exceptions import ResourceNotFoundError
from azure.storage.queue import QueueClient

from infra.local.client import Client
from infra.local.traces import Traces, read
from infra.phantoms import demo
from infra.phantoms.chest.radiograph import take
from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.dicom.facts import Patient, Series, Study
from infra.phantoms.dicom.projection import radiograph as projection
from shared.core.envelope import opened
from shared.core.measures import PACS as PACS_DURATION
from tests.integration.dicomweb import cookies, stow
from tests.integration.installation import PACS, PASSWORD, ROOT, Installation

PATIENCE = 60  # seconds
WORD = "Quetzalbird"  # it stands in everything that is told about the patient
MRN, BORN, WRONG = "QZ-7719034", "19130227", "wrong Quetzalbird pass"
JOURNEY = ("analyse_study", "fetch_study", "PACS studies/series", "infer", "record_result", "index_study")


class Story(NamedTuple):
    traces: Traces
    analysis: str
    telltales: tuple[str, ...]
    written: str  # traces, measurements, logs and a message on its way


def eventually[T](ask: Callable[[], T | None]) -> T:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.1)
    raise AssertionError("it never happened")


def radiograph() -> tuple[str, bytes]:
    """Its study, and a small file of it in which the model finds an enlarged heart."""
    patient = Patient(f"{WORD}^Ada", MRN, BORN, "F")
    study = Study(patient, "20261101", "091500", f"{WORD} CHEST", "QZ1")
    series = Series(study, 1, "DX", f"{WORD} PA", "CHEST")
    picture = take(demo.SITTINGS[demo.HEART.uid], (525, 450)).picture
    return study.uid, to_bytes(projection(series, picture))


@pytest.fixture(scope="module")
def story(site: Installation) -> Story:
    """A radiograph is stored, looked for, read by the model and reported on; somebody guesses a password."""
    file, (study, image) = Path(site.settings["IMAGINI_TRACES"]), radiograph()
    reader = site.client(PACS)
    assert stow(reader, [image])[0] == 200
    analysis = reader.call("POST", f"/api/studies/{study}/analyses", json={})["id"]
    waiting = QueueClient.from_connection_string(site.settings["IMAGINI_STORAGE"], "infer")
    message = eventually(lambda: _waits(waiting, analysis))
    job = _infer(site)
    eventually(lambda: reader.call("GET", f"/api/studies/{study}/analyses")[0]["finding_count"])
    _be_a_reader(reader, study)
    Client(site.url).request(
        "POST", "/api/auth/sign-in", json={"email": f"{WORD}@example.org", "password": WRONG}
    )
    traces = eventually(lambda: _complete(file))
    telltales = (WORD, MRN, BORN, study, PASSWORD, WRONG, "reader@", cookies(reader).split("=")[1])
    basic = b64encode(b"imagini:secret").decode()
    written = "\n".join([file.read_text(), site.process.log.read_text(), job])
    assert study in message, "what is looked for is there to be found"
    return Story(traces, analysis, (*telltales, basic), f"{written}\n{message.replace(study, '')}")


def _be_a_reader(reader: Client, study: str) -> None:
    reader.call("GET", f"/api/dicomweb/studies?PatientName={WORD}*&PatientID={MRN}&PatientBirthDate={BORN}")
    reader.call("GET", f"/api/dicomweb/studies/{study}/metadata")
    reader.request("GET", f"/api/dicomweb/studies/{study}/series/1.2/instances/3.4/frames/1")
    sections = {"findings": f"{WORD} has a cough"}
    reader.request(
        "PUT", f"/api/studies/{study}/report", json={"sections": sections}, headers={"If-Match": "new"}
    )


def _waits(queue: QueueClient, analysis: str) -> str | None:
    try:
        seen = [b64decode(one.content).decode() for one in queue.peek_messages(32)]
    except ResourceNotFoundError:  # it is made by whoever first puts something
        return None
    return next((message for message in seen if analysis in message), None)


def _infer(site: Installation) -> str:
    """As KEDA starts it. What it logs."""
    job = subprocess.run(
        [sys.executable, "-m", "shared.inference"],
        cwd=ROOT,
        env={**os.environ, **site.settings},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert job.returncode == 0, job.stdout + job.stderr
    return job.stdout + job.stderr


def _complete(file: Path) -> Traces | None:
    """When the last step of the journey is told of, and measurements are."""
    traces = read(file)
    told = any(set(JOURNEY) <= {span["name"] for span in spans} for spans in traces.traces.values())
    measured = any(line["metric"] == PACS_DURATION.name for line in traces.measures)
    return traces if told and measured else None


def _journey(story: Story) -> list[dict[str, Any]]:
    [spans] = [
        spans
        for spans in story.traces.traces.values()
        if any(span["facts"].get("analysis") == story.analysis for span in spans)
    ]
    return spans


def test_one_trace_goes_from_the_request_through_queues_and_job_to_the_findings(story: Story) -> None:
    spans = _journey(story)

    assert {span["name"] for span in spans} >= set(JOURNEY)
    assert {span["part"] for span in spans} == {"functions", "inference"}
    [recorded] = [span for span in spans if span["name"] == "record"]
    assert recorded["facts"]["findings"] >= 1


def test_each_step_is_part_of_what_led_to_it(story: Story) -> None:
    spans = {span["span"]: span for span in _journey(story)}

    def above(span: dict[str, Any]) -> list[str]:
        parent = spans.get(span["parent"])
        return [span["name"], *above(parent)] if parent else [span["name"]]

    [recorded] = [span for span in spans.values() if span["name"] == "record_result"]
    assert [name for name in above(recorded) if "_" in name or name == "infer"] == [
        "record_result",
        "infer",
        "fetch_study",
        "analyse_study",
    ]


def test_traces_measurements_logs_and_messages_say_nothing_about_anybody(story: Story) -> None:
    said = story.written.lower()

    assert [word for word in story.telltales if word.lower() in said] == []
    assert len(story.traces.measures) > 20


def test_a_message_holds_its_trace_beside_the_task(story: Story) -> None:
    [line] = [line for line in story.written.splitlines() if '"thresholds"' in line]

    assert opened(line).trace.split("-")[1] == _journey(story)[0]["trace"]
    assert "trace" not in json.loads(opened(line).message)
