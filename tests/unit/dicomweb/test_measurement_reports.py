"""The author's name on what our viewer writes, and on nothing else. # A2 G12"""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pydicom import Dataset, dcmread

from shared.application.dicom.measurements import Place
from shared.domain.values import PersonName
from shared.infrastructure.part10.measurement_reports import ViewerReports
from tests.dicom_files import changed, ct_slice
from tests.viewer_report import viewer_report

STUDY = "1.2.3"
ADA = PersonName(family="Lovelace", given="Ada")
FIRST = Place("1.2.3.9", 1)
reports = ViewerReports()


def signed(file: bytes, author: PersonName = ADA) -> Dataset:
    return dcmread(BytesIO(reports.signed(file, author, FIRST)))


def observer(report: Dataset) -> str:
    [name] = [item.PersonName for item in report.ContentSequence if "PersonName" in item]
    return str(name)


def test_a_report_of_our_viewer_is_recognized() -> None:
    draft = reports.draft(viewer_report(STUDY))
    assert draft
    assert (draft.study_uid, draft.mrn, draft.sop_uid) == (STUDY, "IYET5.0", "1.2.3.9.1")


@pytest.mark.parametrize(
    "file",
    [
        viewer_report(STUDY, ManufacturerModelName="Unspecified"),  # of somebody else's OHIF
        viewer_report(STUDY, Manufacturer="imagini"),  # signed before
        viewer_report(STUDY, Manufacturer="Siemens"),
        ct_slice(STUDY, "1.2.3.1", Manufacturer="Unspecified", ManufacturerModelName="imagini viewer"),
        viewer_report(STUDY)[:-40],
        b"hello",
    ],
)
def test_no_other_file_is(file: bytes) -> None:
    assert reports.draft(file) is None


def test_its_author_is_named_wherever_a_report_names_one() -> None:
    report = signed(viewer_report(STUDY))
    [author] = report.AuthorObserverSequence
    assert (observer(report), str(author.PersonName)) == ("Lovelace^Ada", "Lovelace^Ada")
    assert report.Manufacturer == "imagini"


def test_what_the_browser_says_about_people_is_not_kept() -> None:
    verified = Dataset()
    verified.VerifyingObserverName = "Somebody^Else"
    claims: dict[str, Any] = {"VerificationFlag": "VERIFIED", "VerifyingObserverSequence": [verified]}
    report = signed(viewer_report(STUDY, OperatorsName="Somebody^Else", **claims))
    assert report.VerificationFlag == "UNVERIFIED"
    assert "Somebody" not in str(report)


def test_the_measurement_itself_is_not_touched() -> None:
    before, after = dcmread(BytesIO(viewer_report(STUDY))), signed(viewer_report(STUDY))
    assert after.ContentSequence[1] == before.ContentSequence[1]
    assert str(after.PatientName) == "Núñez^José"


def test_a_signed_report_is_no_draft_any_more_and_the_same_each_time() -> None:
    once, again = (reports.signed(viewer_report(STUDY), ADA, FIRST) for _ in range(2))
    assert once == again  # a repeated request stores nothing new
    assert reports.draft(once) is None


@pytest.mark.parametrize(
    ("family", "given", "written"),
    [
        ("Núñez", "Añá", "Núñez^Añá"),
        ("山田", "太郎", "山田^太郎"),
        ("A=B^C\\D", "E\nF", "A B C D^E F"),
        ("x" * 90, "y" * 90, f"{'x' * 31}^{'y' * 31}"),
    ],
)
def test_a_name_of_any_script_and_shape_is_one_name(family: str, given: str, written: str) -> None:
    assert observer(signed(viewer_report(STUDY), PersonName(family=family, given=given))) == written


def test_a_patient_written_in_another_character_set_keeps_their_name() -> None:
    latin = changed(viewer_report(STUDY), SpecificCharacterSet="ISO_IR 100")
    report = signed(latin, PersonName(family="山田", given="太郎"))
    assert (str(report.PatientName), observer(report)) == ("Núñez^José", "山田^太郎")


def test_a_report_that_continues_another_is_valid_dicom(tmp_path: Path) -> None:
    """dicom3tools, David Clunie's, as the judge."""
    continued = Dataset()
    continued.ReferencedSOPInstanceUID = "1.2.3.9.0"
    series, study = Dataset(), Dataset()
    series.SeriesInstanceUID, series.ReferencedSOPSequence = "1.2.3.9", [continued]
    study.StudyInstanceUID, study.ReferencedSeriesSequence = STUDY, [series]
    file = tmp_path / "report.dcm"
    file.write_bytes(reports.signed(viewer_report(STUDY, PredecessorDocumentsSequence=[study]), ADA, FIRST))
    said = subprocess.run(["dciodvfy", file], capture_output=True, text=True, check=False).stderr  # noqa: S607
    assert "EnhancedSR" in said
    assert [line for line in said.splitlines() if line.startswith(("Error", "Warning"))] == []
