"""What is written in files, by whoever made them, is shown and never run. # threats 11 12"""

from collections.abc import Generator

import pytest
from playwright.sync_api import Dialog, expect

from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.odd import small_radiograph
from tests.e2e.pages.upload import Upload
from tests.e2e.person import Person

MRN = 'EX-<img src=x onerror="hit()">'
STUDY = "1.2.826.0.1.3680043.8.498.666"
SIGN = "window.hit=1"
HOSTILE = {
    "PatientID": MRN,
    "PatientName": '<script>hit()</script>^"><script>hit()</script>',  # = has a meaning in names
    "StudyDescription": f"<script>{SIGN}</script>",
    "SeriesDescription": f'<iframe srcdoc="<script>{SIGN.replace("window", "parent")}</script>">',
    "AccessionNumber": "'><b onclick=1>",
    "ReferringPhysicianName": "<script>hit()</script>^<b>",
    "InstitutionName": f'<style onload="{SIGN}"></style>',
    "StationName": "{{7*7}}${7*7}",
    "ProtocolName": f"</script><script>{SIGN}</script>",
    "Manufacturer": f'"><img src=x onerror="{SIGN}">',
    "ManufacturerModelName": "javascript:alert(1)",
    "OperatorsName": "<script>hit()</script>",
}
REPORT = f'<img src=x onerror="{SIGN}"> <a href="javascript:{SIGN}">here</a>'


def hostile_file() -> bytes:
    image = small_radiograph(number=66)
    image.StudyInstanceUID, image.SeriesInstanceUID = STUDY, f"{STUDY}.1"
    for keyword, text in HOSTILE.items():
        setattr(image, keyword, text)
    return to_bytes(image)


@pytest.fixture
def reader(radiologist: Person) -> Generator[Person]:
    """Somebody who would notice that a page asked something, or did what a file told it to."""
    asked: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    radiologist.page.on("dialog", dismiss)
    yield radiologist
    assert asked == []


def nothing_has_run(reader: Person) -> None:
    for frame in reader.page.frames:
        assert frame.evaluate("window.hit") is None


def test_hostile_words_stay_words_in_the_list_at_the_patient_in_the_viewer_and_in_the_report(
    reader: Person,
) -> None:
    reader.upload.open()
    Upload.choose(reader.upload, {"hostile.dcm": hostile_file()})
    expect(reader.upload.summary).to_contain_text("1 file stored")
    reader.upload.close()

    reader.page.goto("/dashboard")
    expect(reader.page.get_by_text(HOSTILE["StudyDescription"]).first).to_be_visible()
    nothing_has_run(reader)

    reader.shell.search(MRN)
    expect(reader.patient.header).to_contain_text("<script>hit()</script>")
    reader.patient.study(STUDY).load()
    reader.viewer.wait_for_image()
    nothing_has_run(reader)

    reader.report.open(STUDY)
    reader.report.write("findings", REPORT)
    reader.report.saved.wait_for()
    nothing_has_run(reader)


def test_a_script_that_somebody_got_into_a_page_is_not_run(reader: Person) -> None:
    reader.watch.forgive("Content Security Policy")
    reader.watch.allow(404, "/nowhere.png")
    refused = reader.page.evaluate(
        """async text => {
          const refused = [];
          document.addEventListener('securitypolicyviolation', e => refused.push(e.effectiveDirective));
          const script = document.createElement('script');
          script.textContent = text;
          document.body.append(script);
          document.body.insertAdjacentHTML('beforeend', `<img src="/nowhere.png" onerror="${text}">`);
          while (refused.length < 2) await new Promise(later => setTimeout(later, 20));
          return refused;
        }""",
        SIGN,
    )

    assert sorted(refused) == ["script-src-attr", "script-src-elem"]
    nothing_has_run(reader)
