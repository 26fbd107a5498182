"""The main job, as a radiologist does it: from an MRN to a signed report."""

from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import Arrive
from tests.e2e.pages.findings import TWO_DECIMALS
from tests.e2e.person import Person
from tests.servers.imagini import Running

MRN = "IYET5.0"
IMPRESSION = "Ground-glass haze in the right lower zone, new since June."


def test_from_the_mrn_to_the_signed_report(arrive: Arrive, imagini: Running, tmp_path: Path) -> None:
    radiologist = arrive()
    study = imagini.study_with_findings
    signs_in(radiologist, imagini)
    finds_the_patient(radiologist)
    reads_the_ct(radiologist, imagini.study(MRN, "CT"))
    has_the_x_ray_analysed(radiologist, study)
    decides_with_the_keyboard(radiologist)
    writes_the_report(radiologist, study)
    prints_it(radiologist, tmp_path)
    signs_it(radiologist, study)


def signs_in(person: Person, imagini: Running) -> None:
    """C1: a wrong password is answered with one sentence."""
    account = imagini.account("member")
    page = person.signing_in
    page.open()
    with person.watch.expecting(401, "/api/auth/sign-in"):
        page.submit(account["email"], "not my password")
        expect(page.problems).to_have_count(1)
    page.submit(account["email"], account["password"])
    person.page.wait_for_url("**/dashboard")
    person.shell.choose_language(person.language)


def finds_the_patient(person: Person) -> None:
    """D2, G1, G2, G4: the header says who it is, the newest study stands first."""
    with person.watch.expecting(404, "/api/patients"):
        person.shell.search("IYET5.1")
        expect(person.shell.search_answer).to_have_text("No patient with this MRN.")
    person.shell.search(MRN)
    header = person.patient.header
    for fact in ("COMUNIX", "MRN #IYET5.0", "1941-09-01", f"{full_years_since(1941, 9, 1)} years old"):
        expect(header).to_contain_text(fact)
    expect(person.patient.studies).to_contain_text(["Mar 4, 2004", "Jan 9, 2004", "Jun 16, 2003"])


def full_years_since(year: int, month: int, day: int) -> int:
    today = date.today()  # noqa: DTZ011  by this machine's calendar, which the product uses too
    return today.year - year - ((today.month, today.day) < (month, day))


def reads_the_ct(person: Person, study: str) -> None:
    """G5, G6, G8."""
    row = person.patient.study(study)
    row.expand()
    expect(row.summary).to_have_attribute("aria-expanded", "true")
    expect(row.series).to_have_count(1)
    expect(row.series).to_contain_text("CT HEAD/NECK 5.0 B30s")
    expect(row.series).to_contain_text("64 images")
    row.load()
    person.viewer.wait_for_image()
    person.viewer.scroll_to(32, of=64)
    assert person.viewer.picture().shows_something
    person.viewer.enter_full_screen()
    assert person.viewer.picture().shows_something
    person.viewer.leave_full_screen()


def has_the_x_ray_analysed(person: Person, study: str) -> None:
    """H6, H7: the states follow each other on the page, which is not reloaded; then the finding is there."""
    row = person.patient.study(study)
    row.load()
    person.viewer.wait_for_image()
    row.analyse()
    expect(row.outcome("done")).to_contain_text("finding")
    expect(row.seen_under_way).to_have_count(1)
    card = person.findings.card("Lung Opacity")
    expect(card.get_by_test_id("probability")).to_have_text(TWO_DECIMALS)
    assert person.findings.heat_map_width(card) > 0
    expect(person.findings.notice).to_contain_text("demonstration model")


def decides_with_the_keyboard(person: Person) -> None:
    """I4: j and k move, a approves, d declines, u takes it back."""
    findings = person.findings
    findings.press("j")
    expect(findings.selected).to_have_attribute("data-status", "undecided")
    person.viewer.heat_map.wait_for()
    findings.press("k")
    for key, status in (("a", "approved"), ("u", "undecided"), ("d", "declined"), ("u", "undecided")):
        findings.press(key)
        expect(findings.selected).to_have_attribute("data-status", status)
    card = findings.card("Lung Opacity")
    card.get_by_role("button", name="Approve").click()
    expect(card.get_by_test_id("decision")).to_contain_text("Approved by Len Herrera")


def writes_the_report(person: Person, study: str) -> None:
    """G7, I2, I3, I4: filled from DICOM, saved by itself, still there after a reload."""
    person.patient.study(study).view_report()
    report = person.report
    for fact in ("COMUNIX", "1941-09-01 (62 years old)", "Female", MRN, "Jan 9, 2004", "Dr. Len Hernandez"):
        expect(report.facts).to_contain_text(fact)
    expect(report.approved).to_contain_text(["Lung Opacity"])
    report.write("indication", "Cough for two weeks.")
    report.write("impression", IMPRESSION)
    expect(report.saved).to_contain_text("Saved")
    person.page.reload()
    expect(report.section("impression")).to_have_value(IMPRESSION)
    expect(report.approved).to_contain_text(["Lung Opacity"])


def prints_it(person: Person, folder: Path) -> None:
    """I7."""
    text = person.report.pdf_text(folder)
    for words in (
        "Orthanc Demo Hospital",
        "COMUNIX",
        MRN,
        "Cough for two weeks.",
        IMPRESSION,
        "Lung Opacity",
    ):
        assert words in text


def signs_it(person: Person, study: str) -> None:
    """A3: nothing is signed while a finding is undecided."""
    report = person.report
    report.approved.first.get_by_role("button", name="Undo").click()
    report.sign.click()
    expect(report.signing).to_contain_text("no decision")
    report.signing.get_by_role("button", name="Decide them first").click()
    assert report.sign_without_asking(study) == 422
    report.undecided.first.get_by_role("button", name="Approve").click()
    expect(report.undecided).to_have_count(0)
    report.sign.click()
    expect(report.report).to_have_attribute("data-status", "signed")
    expect(report.sign).to_have_count(0)
