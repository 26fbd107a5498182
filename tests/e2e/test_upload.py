"""Files come in from somebody's computer, good and bad together."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import expect

from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.odd import NOBODY, cut_off, not_dicom, small_radiograph
from tests.e2e.pages.upload import Upload
from tests.e2e.person import Person

type Way = Callable[[Upload, Mapping[str, bytes]], None]


@pytest.mark.parametrize("way", [Upload.choose, Upload.drop], ids=["chosen", "dropped"])
def test_the_good_are_stored_and_the_others_named(radiologist: Person, way: Way) -> None:
    upload = radiologist.upload
    good = {f"chest-{number}.dcm": to_bytes(small_radiograph(number=number)) for number in (20, 21)}
    upload.open()
    with radiologist.watch.expecting(409, "/api/dicomweb/studies"):
        way(upload, good | {"letter.pdf": not_dicom(), "half.dcm": cut_off()})
        expect(upload.summary).to_contain_text("2 files stored")
    expect(upload.summary).to_contain_text("2 files refused")
    for name in good:
        expect(upload.file(name)).to_have_attribute("data-state", "stored")
    for name, reason in (("letter.pdf", "not a DICOM file"), ("half.dcm", "cut short")):
        expect(upload.file(name)).to_have_attribute("data-state", "refused")
        expect(upload.file(name)).to_contain_text(reason)


def test_what_was_uploaded_is_found_and_opens(radiologist: Person) -> None:
    upload = radiologist.upload
    upload.open()
    upload.choose({"chest.dcm": to_bytes(small_radiograph(number=22))})
    expect(upload.summary).to_contain_text("1 file stored")
    upload.close()
    radiologist.shell.search(NOBODY.mrn)
    study = radiologist.patient.studies.first
    expect(study).to_contain_text("ODD FILES")

    other = small_radiograph(number=23)
    other.PatientID = "EX-OTHER"
    upload.open()
    upload.drop({"other.dcm": to_bytes(other)})  # on the page of NOBODY
    expect(upload.file("other.dcm")).to_contain_text("Not sent: the file is of patient EX-OTHER.")
    upload.close()
    assert radiologist.page.request.get("/api/patients/EX-OTHER").status == 404

    study.get_by_role("button").first.click()
    study.get_by_role("button", name="Load in Viewer").click()
    radiologist.viewer.wait_for_image()
    assert radiologist.viewer.picture().shows_something
