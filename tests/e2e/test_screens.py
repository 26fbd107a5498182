"""Every screen fits its window and can be used by everybody, in both languages.

IMAGINI_SCREENSHOTS=FOLDER keeps a picture of each.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize

from infra.phantoms.odd import cut_off, not_dicom
from tests.e2e.administration import PAGES
from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.layout import misfits
from tests.e2e.person import Person
from tests.e2e.prepare import analysed, drafted
from tests.servers.imagini import Running

LARGE, SMALL = ViewportSize(width=1440, height=900), ViewportSize(width=900, height=700)
WINDOWS = (LARGE, SMALL)
# What everybody can use: axe looks at these, at the whole of administration, and in other stories.
FOR_EVERYBODY = {
    "signin",
    "forgot-password",
    "reset-password",
    "invitation-unknown",
    "dashboard",
    "patient",
    "report",
}


DOORS = {
    "forgot-password": "/auth/forgot-password",
    "reset-password": "/auth/reset-password/#nonsense",
    "reset-password-spent": "/auth/reset-password",
    "invitation-unknown": "/invitation/#nonsense",
}


class Screens:
    """One person's way through all of them, in a window that is made smaller and larger again."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.folder = os.environ.get("IMAGINI_SCREENSHOTS")
        self.faults: dict[str, list[str]] = {}

    def take(self, name: str, *, everybody: bool = False) -> None:
        """Once everything that this screen asks for has come."""
        for window in WINDOWS:
            self.person.page.set_viewport_size(window)
            self.look(name, window)
        self.person.page.set_viewport_size(LARGE)
        if (everybody or name in FOR_EVERYBODY) and (found := shortcomings(self.person.page)):
            self.faults[f"{name}, for everybody"] = found

    def look(self, name: str, window: ViewportSize) -> None:
        page, size = self.person.page, f"{window['width']}x{window['height']}"
        picture = f"{name}-{self.person.language}-{size}"
        self.person.watch.until_calm(page)
        if self.folder:
            page.screenshot(path=Path(self.folder) / f"{picture}.png", animations="disabled")
        if found := misfits(page):
            self.faults[picture] = found


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_screen_fits_and_can_be_used_by_everybody(
    arrive: Arrive, imagini: Running, language: str
) -> None:
    person = arrive(language, LARGE)
    screens = Screens(person)
    the_door(screens)
    person.sign_in(imagini.account("member"))
    the_worklist(screens)
    the_patient(screens, imagini)
    the_upload(screens)
    the_report(screens, imagini)
    the_signature(screens, imagini)
    the_profile(screens)
    the_rest(screens)
    assert screens.faults == {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_screen_of_administration_fits_and_can_be_used_by_everybody(
    arrive: Arrive, imagini: Running, language: str
) -> None:
    for (role, organization), pages in PAGES.items():
        person = arrive(language, LARGE).sign_in(imagini.account(role, organization), "/profile")
        screens = Screens(person)
        for name, address in pages.items():
            person.page.goto(address)
            person.page.get_by_role("heading", level=1).wait_for()
            screens.take(name, everybody=True)
        if "users" in pages:
            the_invitation(screens)
        assert screens.faults == {}


def the_invitation(screens: Screens) -> None:
    page, people = screens.person.page, screens.person.people
    page.goto("/admin/users?role=member")
    people.rows.first.wait_for()
    screens.take("users-filtered")
    people.rows.first.get_by_role("button").click()
    page.get_by_role("menu").wait_for()
    screens.take("users-menu")
    people.type("Escape")
    people.invite.click()
    people.inviting.wait_for()
    people.type("Enter")
    screens.take("invite")


def the_door(screens: Screens) -> None:
    """What is seen before somebody has signed in."""
    person = screens.person
    person.watch.allow(404, "/api/invitations/nonsense")
    person.signing_in.open()
    screens.take("signin")
    for name, path in DOORS.items():
        person.page.goto(path)
        person.page.get_by_role("heading", level=1).wait_for()
        screens.take(name)


def the_profile(screens: Screens) -> None:
    profile = screens.person.profile
    profile.open()
    screens.take("profile")
    for at, name in enumerate(("password", "second-factor")):
        profile.page.locator("section > div > button").nth(at).click()
        profile.dialog.wait_for()
        screens.take(name)
        profile.page.keyboard.press("Escape")
        profile.dialog.wait_for(state="hidden")


def the_worklist(screens: Screens) -> None:
    page = screens.person.page
    page.get_by_test_id("worklist-row").first.wait_for()
    screens.take("dashboard")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()
    screens.take("keys")
    page.keyboard.press("Escape")
    page.get_by_test_id("account-menu").click()
    page.get_by_role("menu").wait_for()
    screens.take("account")
    page.keyboard.press("Escape")


def the_patient(screens: Screens, imagini: Running) -> None:
    person, study = screens.person, analysed(imagini, imagini.study_with_findings)
    person.patient.open("IYET5.0")
    person.patient.studies.first.wait_for()
    screens.take("patient-empty")
    person.patient.open("IYET5.0", study)
    person.patient.study(study).series.first.wait_for()
    person.viewer.wait_for_image()
    screens.take("patient")
    person.findings.bring_forward()
    person.findings.cards.first.wait_for()
    person.findings.press("j")
    person.viewer.heat_map.wait_for()
    screens.take("findings")
    for window in WINDOWS:
        person.page.set_viewport_size(window)
        person.viewer.enter_full_screen()
        screens.look("full-screen", window)
        person.viewer.leave_full_screen()
    person.page.set_viewport_size(LARGE)


def the_report(screens: Screens, imagini: Running) -> None:
    person, study = screens.person, drafted(imagini, imagini.study("EX-20417", "DX"))
    person.report.open(study)
    person.viewer.wait_for_image()
    screens.take("report")


def the_upload(screens: Screens) -> None:
    upload = screens.person.upload
    screens.person.watch.allow(409, "/api/dicomweb/studies")
    upload.open()
    screens.take("upload")
    upload.drop({"letter.pdf": not_dicom(), "half.dcm": cut_off()})
    upload.refused.nth(1).wait_for()
    screens.take("upload-refused")
    upload.page.keyboard.press("Escape")


def the_signature(screens: Screens, imagini: Running) -> None:
    report = screens.person.report
    report.open(imagini.study_with_findings)
    report.undecided.first.wait_for()
    screens.take("report-undecided")
    report.sign.click()
    report.signing.wait_for()
    screens.take("sign")
    report.page.keyboard.press("Escape")


def the_rest(screens: Screens) -> None:
    page, watch = screens.person.page, screens.person.watch
    watch.allow(404, "/api/patients")
    watch.allow(404, "/no-such-page")
    for name, path in (
        ("patient-unknown", "/patient?mrn=NOBODY"),
        ("not-found", "/no-such-page"),
    ):
        page.goto(path)
        page.locator("h1, main [role=alert]").first.wait_for()
        screens.take(name)
