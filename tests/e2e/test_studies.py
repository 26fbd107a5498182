"""Studies of every kind open, and the models say what they make of each."""

import time

import pytest
from playwright.sync_api import expect

from infra.local.client import Client
from tests.contract.dicom_sources import JPEG_LS
from tests.e2e.conftest import Arrive
from tests.e2e.person import Person
from tests.e2e.picture import Picture
from tests.e2e.prepare import PATIENCE
from tests.integration.dicomweb import OHIF_FRAME, get, rows, value
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


def test_an_image_in_its_smaller_form_looks_the_same(arrive: Arrive, imagini: Running) -> None:
    """G10: once it was opened it travels in JPEG-LS, without loss."""
    study, pictures = imagini.study("EX-31886", "MR"), list[Picture]()
    for person in (arrive(), arrive()):  # each with a browser that has kept nothing
        person.sign_in(imagini.account("member")).patient.open("EX-31886", study)
        person.viewer.wait_for_image()
        pictures.append(person.viewer.picture())
        _wait_for_smaller_form(imagini.signed_in(), study)
    assert pictures[0].shows_something
    assert pictures[1] == pytest.approx(pictures[0], abs=0.5)


def _wait_for_smaller_form(client: Client, study: str) -> None:
    [image, *_] = rows(client, f"studies/{study}/instances")
    series, instance = value(image, "0020000E"), value(image, "00080018")
    frame, end = f"studies/{study}/series/{series}/instances/{instance}/frames/1", time.monotonic() + PATIENCE
    while f"transfer-syntax={JPEG_LS}".encode() not in get(client, frame, OHIF_FRAME).data:
        assert time.monotonic() < end
        time.sleep(0.5)
