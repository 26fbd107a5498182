"""Everybody can use every page, in both languages."""

import pytest
from playwright.sync_api import expect

from tests.e2e.administration import PAGES
from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.person import Person
from tests.servers.imagini import Running

MRN = "IYET5.0"
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


@LANGUAGES
def test_signing_in(arrive: Arrive, language: str) -> None:
    person = arrive(language)
    person.watch.allow(404, "/api/invitations/nonsense")
    person.signing_in.open()
    assert shortcomings(person.page) == []
    for path in ("/auth/forgot-password", "/auth/reset-password/#nonsense", "/invitation/#nonsense"):
        person.page.goto(path)
        person.page.get_by_role("heading", level=1).wait_for()
        assert shortcomings(person.page) == [], path


@LANGUAGES
def test_the_worklist_the_patient_and_the_report(arrive: Arrive, imagini: Running, language: str) -> None:
    person, study = arrive(language).sign_in(imagini.account("org_admin")), imagini.study(MRN, "CT")
    person.page.get_by_test_id("worklist-row").first.wait_for()
    assert shortcomings(person.page) == []
    person.patient.open(MRN, study)
    person.patient.study(study).series.first.wait_for()
    person.viewer.wait_for_image()
    assert shortcomings(person.page) == []
    person.report.open(study)
    assert shortcomings(person.page) == []


@LANGUAGES
def test_administration(arrive: Arrive, imagini: Running, language: str) -> None:
    for (role, organization), pages in PAGES.items():
        person = arrive(language).sign_in(imagini.account(role, organization), "/profile")
        for name, address in pages.items():
            person.page.goto(address)
            person.page.get_by_role("heading", level=1).wait_for()
            person.page.wait_for_load_state("networkidle")
            assert shortcomings(person.page) == [], name


def test_the_groups_of_the_menu_open_and_close_by_keyboard(arrive: Arrive, imagini: Running) -> None:  # D4
    page = arrive().sign_in(imagini.account("org_admin")).page
    group = page.get_by_role("navigation").get_by_role("button", name="Organization")
    members = page.get_by_role("navigation").get_by_role("link", name="Manage Members")
    expect(group).to_have_attribute("aria-expanded", "true")
    group.focus()
    page.keyboard.press("Enter")
    expect(members).to_be_hidden()
    page.reload()
    expect(group).to_have_attribute("aria-expanded", "false")
    group.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(members).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/organization/members")
    expect(members).to_have_attribute("aria-current", "page")


def test_the_language_switches_at_once_and_is_kept(radiologist: Person) -> None:
    """D6, C4."""
    heading = radiologist.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Worklist")
    radiologist.shell.choose_language("es")
    expect(heading).to_have_text("Lista de trabajo")
    expect(radiologist.page.locator("html")).to_have_attribute("lang", "es")
    radiologist.page.reload()
    expect(heading).to_have_text("Lista de trabajo")
