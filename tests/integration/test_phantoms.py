"""The demo studies are proper DICOM, always the same, and what the issue promises."""

import hashlib
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import JPEGLSLossless

from infra.phantoms import demo, odd
from infra.phantoms.chest.person import Label, draw_sitting
from infra.phantoms.chest.radiograph import take
from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.dicom.projection import Storage

needs_dciodvfy = pytest.mark.skipif(
    shutil.which("dciodvfy") is None, reason="needs dciodvfy (apt: dicom3tools)"
)


@pytest.fixture(scope="module")
def files() -> list[bytes]:
    return list(demo.demo_files())


@pytest.fixture(scope="module")
def headers(files: list[bytes]) -> list[Dataset]:
    return [dcmread(BytesIO(data), stop_before_pixels=True) for data in files]


def _complaints(data: bytes, folder: Path) -> list[str]:
    file = folder / "one.dcm"
    file.write_bytes(data)
    said = subprocess.run(["dciodvfy", str(file)], capture_output=True, text=True, check=False).stderr  # noqa: S607
    return [line for line in said.splitlines() if line.startswith("Error")]


@needs_dciodvfy
def test_no_demo_instance_has_an_error(files: list[bytes], tmp_path: Path) -> None:
    assert [c for data in files for c in _complaints(data, tmp_path)] == []


@needs_dciodvfy
@pytest.mark.parametrize(
    "how", [Storage(monochrome1=True), Storage(bits=8), Storage(bits=14), Storage(view="AP")]
)
def test_no_radiograph_of_another_make_has_an_error(how: Storage, tmp_path: Path) -> None:
    assert _complaints(to_bytes(odd.small_radiograph(how)), tmp_path) == []


def test_the_patient_of_the_brief_is_there(headers: list[Dataset]) -> None:
    ct = [h for h in headers if h.PatientID == "IYET5.0" and h.Modality == "CT"]
    assert len(ct) >= 60
    assert {(str(h.PatientName), h.PatientBirthDate, h.StudyDate, h.SeriesDescription) for h in ct} == {
        ("COMUNIX", "19410901", "20040304", "CT HEAD/NECK 5.0 B30s")
    }
    assert len({h.SeriesInstanceUID for h in ct}) == 1
    chest = {h.StudyDate for h in headers if h.PatientID == "IYET5.0" and h.Modality == "DX"}
    assert len(chest) == 2
    assert "20040109" in chest


def test_there_are_two_more_patients_an_mr_series_and_a_compressed_study(headers: list[Dataset]) -> None:
    assert len({h.PatientID for h in headers}) == 3
    assert sum(h.Modality == "MR" for h in headers) >= 20
    assert any(h.file_meta.TransferSyntaxUID == JPEGLSLossless for h in headers)


def test_what_is_announced_is_what_is_generated(headers: list[Dataset]) -> None:
    generated = {(h.StudyInstanceUID, h.PatientID, h.Modality, h.StudyDescription) for h in headers}
    assert {(s.study_uid, s.patient.mrn, s.modality, s.description) for s in demo.demo_studies()} == generated


def test_no_two_instances_share_a_uid(headers: list[Dataset]) -> None:
    uids = [h.SOPInstanceUID for h in headers]
    assert len(set(uids)) == len(uids)
    assert all(re.fullmatch(r"2\.25\.[1-9][0-9]{0,38}", uid) for uid in uids)


def test_slices_lie_on_one_straight_line_of_even_steps(headers: list[Dataset]) -> None:
    for modality in ("CT", "MR"):
        series = sorted((h for h in headers if h.Modality == modality), key=lambda h: h.InstanceNumber)
        heights = [float(h.ImagePositionPatient[2]) for h in series]
        steps = {round(a - b, 3) for a, b in pairwise(heights)}
        assert len(steps) == 1
        assert len({h.FrameOfReferenceUID for h in series}) == 1


def test_a_second_run_makes_the_same_bytes(files: list[bytes]) -> None:
    some = demo.demo_studies()[0].study_uid
    again = next(iter(demo.study_files(some)))
    assert hashlib.sha256(again).digest() == hashlib.sha256(files[0]).digest()


def test_hounsfield_units_are_those_of_the_tissues(files: list[bytes]) -> None:
    at = {dcmread(BytesIO(f), specific_tags=["InstanceNumber"]).InstanceNumber: f for f in files[3:67]}
    ventricles = dcmread(BytesIO(at[14]))  # 67.5 mm below the vertex
    units = ventricles.pixel_array.astype(int) - 1024
    assert units[:20, :20].mean() == pytest.approx(-1000, abs=30)  # air
    white = units[236:244, 296:304].mean()  # beside the left ventricle, 22 mm from the midline
    assert white == pytest.approx(28, abs=8)
    assert units.max() > 800  # the skull


@pytest.mark.parametrize("label", ["Lung Opacity", "Consolidation", "Pleural Effusion"])
def test_a_finding_is_seen_in_its_box(label: Label) -> None:
    """Against the very same person without it, and the same exposure, the box is brighter than the rest."""
    sitting = draw_sitting(31, frozenset({label}))
    healthy = replace(sitting, person=replace(sitting.person, lesions=()))
    with_it, without = take(sitting), take(healthy)
    x, y, width, height = (round(v) for v in with_it.truth[label][0])
    change = with_it.picture - without.picture
    inside = change[y : y + height, x : x + width].mean()
    change[y : y + height, x : x + width] = 0
    assert inside > 0.05
    assert inside > 3 * abs(change.mean())


def test_a_normal_chest_has_no_findings() -> None:
    assert take(draw_sitting(32)).truth == {}
