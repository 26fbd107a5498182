"""The job as its own process, on real queues and blobs, with the committed model and the demo studies."""

import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pydicom import dcmread

from infra.phantoms import demo, odd
from shared.application.models.inference import (
    IndexedInstance,
    InferSeries,
    ResultReady,
    SeriesIndex,
    SeriesResult,
)
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.queue.inbox import AzureInbox
from shared.infrastructure.queue.queue import AzureQueue
from tests.servers.azurite import azurite as run_azurite

ROOT = Path(__file__).parents[2]
FILES = {
    "findings": lambda: next(iter(demo.study_files(demo.FINDINGS.uid))),
    "clear": lambda: next(iter(demo.study_files(demo.CLEAR.uid))),
    "heart": lambda: next(iter(demo.study_files(demo.HEART.uid))),
    "head": lambda: list(demo.study_files(demo.HEAD_NECK.uid))[20],
    "truncated": odd.truncated,
}


@pytest.fixture(scope="module")
def azurite(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """One of its own: the functions of another test's installation would take the answers."""
    with run_azurite(tmp_path_factory.mktemp("azurite")) as connection:
        yield connection


@pytest.fixture(scope="module")
def answers(azurite: str) -> dict[str, SeriesResult]:
    """All questions asked at once, and answered by one run of the job."""
    for name, make in FILES.items():
        _ask(azurite, name, make())
    started = time.monotonic()
    job = subprocess.run(
        [sys.executable, "-m", "shared.inference"],
        cwd=ROOT,
        env={**os.environ, "IMAGINI_STORAGE": azurite},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    print(f"{len(FILES)} series in {time.monotonic() - started:.1f} s\n{job.stdout}")
    assert job.returncode == 0, job.stdout + job.stderr
    assert AzureInbox.connect(azurite).length("infer") == 0
    blobs = AzureBlobs.connect(azurite)
    ready = [ResultReady.model_validate_json(message) for message in _taken(azurite, "infer-result")]
    return {one.analysis_id: SeriesResult.model_validate_json(blobs.get(one.result)) for one in ready}


def _ask(azurite: str, name: str, file: bytes) -> None:
    """Put one file as a series of its own into Blob, and the question about it on the queue."""
    ds = dcmread(BytesIO(file), stop_before_pixels=True)
    one = IndexedInstance(
        sop_instance_uid=ds.SOPInstanceUID,
        sop_class_uid=ds.SOPClassUID,
        transfer_syntax_uid=ds.file_meta.TransferSyntaxUID,
        number=1,
        blob=f"demo/{name}.dcm",
        size=len(file),
    )
    index = SeriesIndex(study_uid=ds.StudyInstanceUID, series_uid=ds.SeriesInstanceUID, instances=[one])
    blobs = AzureBlobs.connect(azurite)
    blobs.put(one.blob, file)
    blobs.put(f"demo/{name}.json", index.model_dump_json().encode())
    task = InferSeries(
        organization_id="demo",
        study_uid=index.study_uid,
        series_uid=index.series_uid,
        analysis_id=name,
        model_id="chest-xray-demo",
        index=f"demo/{name}.json",
    )
    AzureQueue.connect(azurite).put("infer", task.model_dump_json())


def _taken(azurite: str, queue: str) -> Iterator[str]:
    inbox = AzureInbox.connect(azurite)
    while delivery := inbox.take(queue, timedelta(seconds=30)):
        inbox.done(queue, delivery)
        yield delivery.message


def test_every_question_is_answered(answers: dict[str, SeriesResult]) -> None:
    assert set(answers) == set(FILES)


def test_the_demo_radiograph_with_findings_shows_them(answers: dict[str, SeriesResult]) -> None:
    assert [f.label for f in answers["findings"].findings] == ["Lung Opacity"]
    assert 0.6 < answers["findings"].findings[0].probability < 0.97  # faint, and said to be so
    assert answers["findings"].model.notice == "demonstration model, synthetic data, not for clinical use"


def test_the_demo_radiograph_without_findings_shows_none(answers: dict[str, SeriesResult]) -> None:
    assert answers["clear"].outcome == "done"
    assert answers["clear"].findings == []


def test_a_compressed_radiograph_is_read_as_well(answers: dict[str, SeriesResult]) -> None:
    (finding,) = answers["heart"].findings
    assert finding.label == "Cardiomegaly"
    assert finding.region is not None
    assert finding.region.width > 700  # of 1800 columns: the box holds the whole heart


def test_the_region_lies_in_the_right_lung_where_the_opacity_is(answers: dict[str, SeriesResult]) -> None:
    region = answers["findings"].findings[0].region
    assert region is not None
    middle = region.x + region.width / 2, region.y + region.height / 2
    assert 150 < middle[0] < 850  # of 1800 columns; the patient's right is left
    assert 950 < middle[1] < 1550  # of 2100 rows


def test_the_heat_map_is_a_png_of_the_images_proportions(
    answers: dict[str, SeriesResult], azurite: str
) -> None:
    name = answers["findings"].findings[0].heatmap
    assert name is not None
    image = Image.open(BytesIO(AzureBlobs.connect(azurite).get(name)))
    assert (image.mode, image.size) == ("RGBA", (439, 512))


def test_a_slice_of_ct_is_refused(answers: dict[str, SeriesResult]) -> None:
    assert answers["head"].outcome == "refused"
    assert (answers["head"].reason or "").startswith("not a chest X-ray")


def test_an_undecodable_image_is_named(answers: dict[str, SeriesResult]) -> None:
    failed = answers["truncated"]
    assert failed.outcome == "failed"
    assert failed.sop_instance_uid
    assert failed.sop_instance_uid in (failed.reason or "")
