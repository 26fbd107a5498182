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
    person.signing_in.open()
    assert shortcomings(person.page) == []


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


def test_the_language_switches_at_once_and_is_kept(radiologist: Person) -> None:
    """D6, C4."""
    heading = radiologist.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Recent studies")
    radiologist.shell.choose_language("es")
    expect(heading).to_have_text("Estudios recientes")
    expect(radiologist.page.locator("html")).to_have_attribute("lang", "es")
    radiologist.page.reload()
    expect(heading).to_have_text("Estudios recientes")
