"""What one organization has does not exist for another."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Arrive
from tests.e2e.person import Person
from tests.e2e.watch import LEFT
from tests.servers.imagini import Running


@pytest.fixture
def stranger(arrive: Arrive, imagini: Running) -> Person:
    """From the other organization."""
    return arrive().sign_in(imagini.account("org_admin", "example_clinic"))


def test_a_stranger_finds_no_patient(stranger: Person) -> None:
    with stranger.watch.expecting(404, "/api/patients"):
        stranger.shell.search("IYET5.0")
        expect(stranger.shell.search_answer).to_have_text("No patient with this MRN.")


def test_a_stranger_is_told_that_there_is_no_such_study(stranger: Person, imagini: Running) -> None:
    study = imagini.study_with_findings
    ask = stranger.page.request.get
    assert ask(f"/api/studies/{study}").status == 404
    for path in ("series", "metadata"):
        assert ask(f"/api/dicomweb/studies/{study}/{path}").status in (204, 404)
    assert ask(f"/api/studies/{study}/findings").status == 404


def test_a_stranger_sees_no_image_in_the_viewer(stranger: Person, imagini: Running) -> None:
    """OHIF tells the console of every answer that it did not want; here it must not get one."""
    study, watch = imagini.study_with_findings, stranger.watch
    watch.forgive("request failed", "There is no such study.", LEFT)
    for path in (f"/api/dicomweb/studies/{study}/series", f"/api/studies/{study}/findings"):
        watch.allow(404, path)
    stranger.page.goto(f"/viewer/viewer?StudyInstanceUIDs={study}")
    stranger.page.wait_for_url("**/viewer/notfoundstudy")
    expect(stranger.page.locator("canvas")).to_have_count(0)
