"""The job answers every message: done, refused or failed, once, and never leaves one unanswered."""

import json
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from infra.phantoms import odd
from infra.phantoms.dicom.common import put_pixels, to_bytes
from shared.application.models.inference import (
    IndexedInstance,
    InferSeries,
    ResultReady,
    SeriesIndex,
    SeriesResult,
)
from shared.domain.errors import Unavailable
from shared.domain.organization_settings import Threshold
from shared.inference.job import LAST_TRY, Job
from shared.inference.reader import ModelReader
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.memory.queue import MemoryQueue
from shared.infrastructure.models.catalogue import FolderCatalogue
from tests.unit.inference.models import install, manifest, quadrants


class Hospital:
    """Queues whose clock we turn, blobs, and a model that tells left from right."""

    def __init__(self, models: Path) -> None:
        self.now = 0.0
        self.queue, self.blobs = MemoryQueue(lambda: self.now), MemoryBlobs()
        self.reader = ModelReader(FolderCatalogue(models), self.blobs)
        self.job = Job(self.queue, self.queue, self.blobs, lambda: self.reader)

    def send(
        self, *files: bytes, model_id: str = "quadrants", thresholds: tuple[Threshold, ...] = ()
    ) -> None:
        instances = [
            IndexedInstance(
                sop_instance_uid=f"1.2.{n}",
                sop_class_uid="1.2",
                transfer_syntax_uid="1.2",
                number=n,
                blob=f"demo/{n}.dcm",
                size=len(data),
            )
            for n, data in enumerate(files)
        ]
        for one, data in zip(instances, files, strict=True):
            self.blobs.put(one.blob, data)
        index = SeriesIndex(study_uid="1.2.3", series_uid="1.2.3.4", instances=instances)
        self.blobs.put("demo/series.json", index.model_dump_json().encode())
        task = InferSeries(
            organization_id="demo",
            study_uid="1.2.3",
            series_uid="1.2.3.4",
            analysis_id="a1",
            model_id=model_id,
            index="demo/series.json",
            thresholds=thresholds,
        )
        self.queue.put("infer", task.model_dump_json())

    def results(self) -> list[SeriesResult]:
        messages = [ResultReady.model_validate_json(m) for m in self.queue.messages("infer-result")]
        return [SeriesResult.model_validate_json(self.blobs.get(m.result)) for m in messages]


@pytest.fixture
def hospital(tmp_path: Path) -> Hospital:
    onnx = quadrants()
    return Hospital(install(tmp_path, onnx, manifest(onnx)))


def _half_bright(*, left: bool, view: str = "PA") -> bytes:
    ds = odd.small_radiograph()
    pixels = np.zeros((200, 400), np.uint16)
    pixels[:, :200] = 4095 if left else 0
    pixels[:, 200:] = 0 if left else 4095
    put_pixels(ds, pixels, 12)
    ds.ViewPosition = view
    return to_bytes(ds)


def test_an_image_is_read_from_where_it_lies_among_others(hospital: Hospital) -> None:
    hospital.send(_half_bright(left=True))
    index = SeriesIndex.model_validate_json(hospital.blobs.get("demo/series.json"))
    [one] = index.instances
    hospital.blobs.put("demo/pack", b"another" + hospital.blobs.get(one.blob) + b"another")
    packed = index.model_copy(
        update={"instances": [one.model_copy(update={"blob": "demo/pack", "offset": 7})]}
    )
    hospital.blobs.put("demo/series.json", packed.model_dump_json().encode())

    hospital.job.drain()

    (result,) = hospital.results()
    assert [finding.label for finding in result.findings] == ["Bright Left"]


def test_a_finding_has_its_probability_region_and_heat_map(hospital: Hospital) -> None:
    hospital.send(_half_bright(left=True))
    assert hospital.job.drain() == 1
    (result,) = hospital.results()
    (finding,) = result.findings
    assert (result.outcome, finding.label) == ("done", "Bright Left")
    assert finding.probability == pytest.approx(1 / (1 + np.exp(-2.0)), abs=1e-3)  # 8 * 0.5 - 2
    assert finding.region is not None
    assert finding.region.x == 0
    assert abs(finding.region.width - 200) <= 50
    assert finding.heatmap is not None
    assert hospital.blobs.get(finding.heatmap).startswith(b"\x89PNG")
    assert result.scores["Bright Right"] < 0.5
    assert {"load", "prepare", "infer"} <= set(result.seconds)
    assert hospital.queue.length("infer") == 0


@pytest.mark.parametrize(
    ("chosen", "labels"), [(0.9, []), (0.1, ["Bright Left", "Bright Right"]), (None, ["Bright Left"])]
)
def test_the_organization_says_from_which_probability_on_a_label_counts(
    hospital: Hospital, chosen: float | None, labels: list[str]
) -> None:
    names = ("Bright Left", "Bright Right") if chosen else ()
    hospital.send(
        _half_bright(left=True), thresholds=tuple(Threshold(label=n, probability=chosen or 0) for n in names)
    )
    hospital.job.drain()
    (result,) = hospital.results()
    assert [finding.label for finding in result.findings] == labels
    assert {finding.threshold for finding in result.findings} <= {chosen or 0.5}


def test_what_the_model_does_not_know_is_refused(hospital: Hospital) -> None:
    ds = odd.small_radiograph()
    put_pixels(ds, np.zeros((64, 64), np.uint16), 12)
    hospital.send(to_bytes(ds))
    hospital.job.drain()
    (result,) = hospital.results()
    assert (result.outcome, result.reason, result.findings) == ("refused", "not bright at all", [])
    assert result.sop_instance_uid == ds.SOPInstanceUID


def test_another_modality_is_refused_by_its_header(hospital: Hospital) -> None:
    ds = odd.small_radiograph()
    ds.Modality = "CT"
    hospital.send(to_bytes(ds))
    hospital.job.drain()
    (result,) = hospital.results()
    assert result.outcome == "refused"
    assert result.reason == "not bright at all (Quadrants reads modality DX, not CT.)"


def test_the_frontal_view_is_chosen(hospital: Hospital) -> None:
    hospital.send(
        _half_bright(left=False, view="LL"), _half_bright(left=False, view=""), _half_bright(left=True)
    )
    hospital.job.drain()
    assert [f.label for f in hospital.results()[0].findings] == ["Bright Left"]


@pytest.mark.parametrize("what", ["truncated", "truncated JPEG-LS", "unsupported syntax", "damaged JPEG-LS"])
def test_an_undecodable_image_fails_naming_the_instance(hospital: Hospital, what: str) -> None:
    hospital.send(odd.odd_files()[what])
    hospital.job.drain()
    (result,) = hospital.results()
    assert result.outcome == "failed"
    assert result.reason is not None
    assert result.sop_instance_uid is not None
    assert result.sop_instance_uid in result.reason
    assert hospital.queue.length("infer-poison") == 0


def test_a_model_file_that_was_changed_is_refused(hospital: Hospital, tmp_path: Path) -> None:
    (tmp_path / "quadrants" / "model.onnx").write_bytes(quadrants() + b" ")
    hospital.send(_half_bright(left=True))
    hospital.job.drain()
    (result,) = hospital.results()
    assert result.outcome == "failed"
    assert "SHA-256 differs" in (result.reason or "")


def test_a_model_that_is_gone_fails_the_analysis(hospital: Hospital) -> None:
    hospital.send(_half_bright(left=True), model_id="removed")
    hospital.job.drain()
    assert hospital.results()[0].reason == "There is no model called removed."


def test_a_message_that_keeps_failing_is_buried_and_reported(hospital: Hospital) -> None:
    hospital.send(_half_bright(left=True))
    hospital.blobs.remove("demo/series.json")
    for _ in range(LAST_TRY):
        assert hospital.results() == []
        assert hospital.job.drain() == 1
        hospital.now += 1000
    (result,) = hospital.results()
    assert result.outcome == "failed"
    assert hospital.queue.length("infer") == 0
    assert hospital.queue.length("infer-poison") == 1


def test_a_message_whose_readers_died_is_reported_without_another_try(hospital: Hospital) -> None:
    hospital.send(_half_bright(left=True))
    for _ in range(LAST_TRY):
        hospital.queue.take("infer", timedelta(seconds=1))
        hospital.now += 10
    hospital.job.drain()
    (result,) = hospital.results()
    assert result.reason == "The inference job ended unexpectedly each time it tried."


def test_what_is_no_message_of_ours_goes_to_the_poison_queue(hospital: Hospital) -> None:
    hospital.queue.put("infer", json.dumps({"version": 7}))
    hospital.job.drain()
    assert hospital.queue.length("infer-poison") == 1


def test_delivered_twice_it_answers_the_same(hospital: Hospital) -> None:
    hospital.send(_half_bright(left=True))
    hospital.queue.put("infer", hospital.queue.messages("infer")[0])
    assert hospital.job.drain() == 2
    one, other = hospital.results()
    assert one.findings == other.findings


def test_a_passing_trouble_costs_no_message(hospital: Hospital, monkeypatch: pytest.MonkeyPatch) -> None:
    hospital.send(_half_bright(left=True))
    get, failures = hospital.blobs.get, [1]

    def flaky(name: str, offset: int = 0, length: int | None = None) -> bytes:
        if failures:
            failures.pop()
            raise Unavailable("The blobs did not answer.")
        return get(name, offset, length)

    monkeypatch.setattr(hospital.blobs, "get", flaky)
    hospital.job.drain()
    hospital.now += 1000
    hospital.job.drain()
    assert [r.outcome for r in hospital.results()] == ["done"]
