"""Studies of every kind open, and the models say what they make of each."""

import pytest
from playwright.sync_api import expect

from tests.e2e.person import Person
from tests.servers.imagini import Running

MRN = "IYET5.0"


@pytest.mark.parametrize(
    ("mrn", "modality"), [("EX-31886", "MR"), ("EX-20417", "DX")], ids=["MR", "X-ray in JPEG-LS"]
)
def test_a_study_opens_from_its_address(
    radiologist: Person, imagini: Running, mrn: str, modality: str
) -> None:
    """A1: a link to a study, as one radiologist sends it to another."""
    radiologist.patient.open(mrn, imagini.study(mrn, modality))
    radiologist.viewer.wait_for_image()
    assert radiologist.viewer.picture().shows_something


def test_a_normal_x_ray_is_analysed_without_findings(radiologist: Person, imagini: Running) -> None:
    radiologist.patient.open(MRN)
    row = radiologist.patient.study(imagini.normal_x_ray)
    row.analyse()
    expect(row.outcome("done")).to_contain_text("No findings")
    expect(radiologist.findings.empty).to_have_text("No findings for this study.")


def test_a_ct_is_skipped_and_the_reason_is_told(radiologist: Person, imagini: Running) -> None:
    """H6: no installed model reads CT."""
    radiologist.patient.open(MRN)
    row = radiologist.patient.study(imagini.study(MRN, "CT"))
    row.analyse()
    expect(row.outcome("skipped")).to_contain_text("CT")
