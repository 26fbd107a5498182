"""A clinic comes to imagini, as docs/onboarding.md says: each step there is one here, by the words in bold.

IMAGINI_SCREENSHOTS=FOLDER keeps the pictures of the guide. # E11 D6
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from infra.phantoms.demo import demo_studies, study_files
from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.guide import steps
from tests.e2e.letters import link_to, newest
from tests.e2e.person import Person
from tests.e2e.test_people import focus_is_within
from tests.servers.imagini import Running
from tests.servers.orthanc import Orthanc

PASSWORD = "four grey stones ashore"
MRN, NAME = "IYET5.0", "COMUNIX"


@dataclass(frozen=True)
class Clinic:
    name: str
    display: str
    head: str
    reader: str


CLINICS = {
    "en": Clinic("bay_clinic", "Bay Clinic", "mara.lind@example.org", "noor.haddad@example.org"),
    "es": Clinic("clinica_sur", "Clínica del Sur", "luz.rey@example.org", "ivo.sanz@example.org"),
}


@dataclass
class Story:
    """Who is at work, where, and what has been seen of the step under way."""

    arrive: Arrive
    imagini: Running
    pacs: Orthanc
    clinic: Clinic
    language: str
    person: Person
    seen: list[bytes] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.person.page

    def show(self, part: Page | Locator) -> None:
        """What the guide has a picture of; nobody is kept out of it, which one language is enough to see."""
        self.person.watch.until_calm(self.page)
        if self.language == "en":
            assert shortcomings(self.page) == []
        self.seen.append(part.screenshot(animations="disabled"))

    def open(self, menu: str) -> None:
        link = self.page.get_by_role("navigation").get_by_role("link", name=menu, exact=True)
        link.click()
        expect(link).to_have_attribute("aria-current", "page")

    def press(self, name: str) -> None:
        self.page.get_by_role("main").get_by_text(name, exact=True).click()

    def textbox(self, name: str) -> Locator:
        return self.page.get_by_role("textbox", name=name, exact=True)


def add_the_organization(
    story: Story, organizations: str, add: str, name: str, display: str, url: str, credentials: str
) -> None:
    story.open(organizations)
    story.press(add)
    story.textbox(name).fill(story.clinic.name)
    story.textbox(display).fill(story.clinic.display)
    story.textbox(url).fill(story.pacs.dicomweb)
    expect(story.page.get_by_label(credentials)).to_be_visible()
    story.show(story.page)


def watch_the_check(story: Story, check: str, works: str, add: str) -> None:
    organizations = story.person.organizations
    story.page.get_by_role("button", name=check).click()
    expect(organizations.summary).to_have_text(works)
    for step in ("guard", "authenticate", "qido", "paging", "wado", "stow"):
        organizations.went(step, "passed")
    story.show(story.page.get_by_test_id("connection-check"))
    story.page.get_by_role("button", name=add).click()
    expect(organizations.row(story.clinic.display)).to_be_visible()


def invite_the_administrator(
    story: Story, users: str, invite: str, email: str, role: str, organization: str, send: str
) -> None:
    """The dialog by the keyboard alone."""
    people, clinic = story.person.people, story.clinic
    story.open(users)
    story.page.get_by_role("button", name=invite).focus()
    people.type("Enter")
    expect(story.textbox(email)).to_be_focused()
    people.type(clinic.head, "Tab", "ArrowDown")
    expect(people.inviting.locator("option:checked")).to_have_text(role)
    people.type("Tab")
    expect(people.inviting.get_by_role("combobox", name=organization)).to_be_focused()
    people.type(clinic.display)
    expect(people.found).to_have_text([f"{clinic.name} - {clinic.display}"])
    people.type("Enter")
    story.show(people.inviting.get_by_role("dialog"))
    send_by_keyboard(story, send)
    expect(people.news).to_contain_text(clinic.head)


def send_by_keyboard(story: Story, send: str) -> None:
    button = story.person.people.inviting.get_by_role("button", name=send)
    while not button.evaluate("button => button === document.activeElement"):
        story.person.people.type("Tab")
        assert focus_is_within(story.page, "invite-dialog")
    story.person.people.type("Enter")


def join_by_the_mail(story: Story, create: str) -> None:
    story.person = story.arrive(story.language)
    type_the_account(story, story.clinic.head, "Mara", "Lind")
    story.show(story.page)
    press_by_keyboard(story, create)


def type_the_account(story: Story, reader: str, first: str, last: str) -> None:
    invitation = story.person.invitation
    invitation.open(link_to(story.imagini, reader, "/invitation/#"))
    expect(invitation.heading).to_contain_text(story.clinic.display)
    invitation.type_account(first, last, PASSWORD)
    assert invitation.kept_rules() == [True, True, True]


def press_by_keyboard(story: Story, button: str) -> None:
    story.page.get_by_role("button", name=button).focus()
    story.page.keyboard.press("Enter")
    story.page.wait_for_url("**/dashboard")


def say_how_it_works(story: Story, settings: str, language: str, save: str) -> None:
    story.open(settings)
    story.page.get_by_label(language).select_option("Español")
    story.page.get_by_role("button", name=save).click()
    expect(story.page.get_by_role("status").get_by_text(re.compile("^(Saved|Guardado)$"))).to_be_visible()
    story.show(story.page)


def invite_a_radiologist(story: Story, members: str, invite: str, email: str, send: str) -> None:
    people = story.person.people
    story.open(members)
    story.page.get_by_role("button", name=invite).focus()
    people.type("Enter")
    expect(story.textbox(email)).to_be_focused()
    people.type(story.clinic.reader)
    send_by_keyboard(story, send)
    expect(people.news).to_contain_text(story.clinic.reader)
    people.invitations.click()
    expect(people.row(story.clinic.reader)).to_be_visible()
    story.show(story.page)


def find_a_patient(story: Story, sign_in: str, search: str) -> None:
    story.person = reader = story.arrive(story.language)
    type_the_account(story, story.clinic.reader, "Noor", "Haddad")
    assert "le invita" in newest(
        story.imagini, story.clinic.reader
    )  # the language that the clinic has chosen
    story.page.keyboard.press("Enter")
    story.page.wait_for_url("**/dashboard")

    reader.shell.sign_out()
    story.page.wait_for_url("**/auth/signin")
    expect(story.page.get_by_role("button", name=sign_in, exact=True)).to_be_visible()
    reader.signing_in.submit(story.clinic.reader, PASSWORD)
    story.textbox(search).fill(MRN)
    story.page.keyboard.press("Enter")
    expect(reader.patient.header).to_contain_text(NAME)
    expect(reader.patient.studies).to_have_count(2)
    story.show(story.page)


STEPS = (
    add_the_organization,
    watch_the_check,
    invite_the_administrator,
    join_by_the_mail,
    say_how_it_works,
    invite_a_radiologist,
    find_a_patient,
)


@pytest.fixture(scope="module")
def pacs(orthanc: Orthanc) -> Orthanc:
    """With the demo's X-rays, sent there by the modality."""
    for study in demo_studies():
        for file in study_files(study.study_uid) if study.modality == "DX" else ():
            with urlopen(Request(f"{orthanc.url}/instances", data=file)) as answer:
                assert answer.status == 200
    return orthanc


@pytest.mark.parametrize("language", CLINICS)
def test_a_clinic_comes_by_the_steps_of_the_guide(
    arrive: Arrive, imagini: Running, pacs: Orthanc, language: str
) -> None:
    person = arrive(language).sign_in(imagini.account("app_admin", None), "/admin/users")
    story = Story(arrive, imagini, pacs, CLINICS[language], language, person)
    for step, take in zip(steps(language), STEPS, strict=True):
        take(story, *step.words)
        keep(step.picture, story.seen.pop())
        assert story.seen == []


def keep(picture: str, seen: bytes) -> None:
    if folder := os.environ.get("IMAGINI_SCREENSHOTS"):
        (Path(folder) / picture).write_bytes(seen)
