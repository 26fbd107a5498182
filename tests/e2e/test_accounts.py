"""Accounts from the first mail to the last session, as their owners see them. # C1 C3 C4 C11 C12 F6 F7"""

import time
import uuid

from playwright.sync_api import expect
from pyotp.totp import TOTP

from infra.local.client import Client
from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.letters import link_to
from tests.e2e.person import Person
from tests.servers.imagini import Running

PASSWORD, BETTER = "nine blue herons upstream", "seven quiet pianos in a row"
HOSPITAL, CLINIC = "orthanc_demo", "example_clinic"
CODE_FIELD = "input[autocomplete=one-time-code]"


def somebody() -> str:
    return f"eva.{uuid.uuid4().hex[:8]}@example.org"


def invite(imagini: Running, email: str, organization: str = HOSPITAL, known: str = "") -> str:
    """The way that the mail leads."""
    head = imagini.signed_in("org_admin", organization)
    head.call("POST", f"/api/organizations/{organization}/invitations", json={"email": email})
    return link_to(imagini, email, "/invitation/#", known)


def hired(imagini: Running) -> str:
    """The address of somebody who works at the hospital."""
    email = somebody()
    token = invite(imagini, email).partition("#")[2]
    account = {"first_name": "Eva", "last_name": "Mora", "password": PASSWORD, "language": "en"}
    Client(imagini.url).call("POST", f"/api/invitations/{token}/acceptance", json=account)
    return email


def give(person: Person, email: str, password: str) -> None:
    person.signing_in.open()
    person.signing_in.submit(email, password)


def test_the_invited_joins_with_a_new_account_then_another_organization_with_it(
    arrive: Arrive, imagini: Running
) -> None:
    email = somebody()
    link = invite(imagini, email)
    eva = arrive("es")
    eva.invitation.open(link)
    expect(eva.invitation.heading).to_have_text("Unirse a Orthanc Demo Hospital")
    expect(eva.page.get_by_text("Omar Ibarra le invita")).to_be_visible()
    assert "#" not in eva.page.url
    assert shortcomings(eva.page) == []

    eva.page.get_by_role("button", name="English").click()  # what the link said is not lost
    expect(eva.invitation.heading).to_have_text("Join Orthanc Demo Hospital")
    eva.page.get_by_label("First name").focus()
    eva.invitation.type_account("Eva", "Mora", "password1")
    assert eva.invitation.kept_rules() == [False, True, True]
    eva.page.keyboard.press("Enter")
    expect(eva.page.get_by_text("does not keep all of the rules")).to_be_visible()
    eva.page.keyboard.press("ControlOrMeta+a")
    eva.page.keyboard.type(PASSWORD)
    assert eva.invitation.kept_rules() == [True, True, True]
    eva.page.keyboard.press("Enter")
    eva.page.wait_for_url("**/dashboard")
    expect(eva.page.get_by_role("heading", level=1)).to_have_text("Worklist")
    expect(eva.page.get_by_test_id("worklist-row").first).to_be_visible()

    late = arrive()
    with late.watch.expecting(410, f"/api/invitations/{link.partition('#')[2]}"):
        late.invitation.open(link)
        expect(late.invitation.heading).to_have_text("This invitation has been accepted already")

    second = invite(imagini, email, CLINIC, known=link)
    with_account(late, second)
    the_lists_change(late)
    somebody_else_is_told(arrive(), imagini, email)


def with_account(person: Person, link: str) -> None:
    person.invitation.open(link)
    expect(person.invitation.heading).to_have_text("Join Example Clinic")
    assert shortcomings(person.page) == []
    person.page.locator("input[type=password]").fill(PASSWORD)
    person.page.get_by_role("button", name="Sign in and join").click()
    person.page.wait_for_url("**/dashboard")
    expect(person.shell.organization).to_have_text("Example Clinic")


def the_lists_change(person: Person) -> None:
    """C12: what one organization has goes from the screen with it."""
    expect(person.page.get_by_text("No studies yet")).to_be_visible()
    person.shell.work_in("Orthanc Demo Hospital")
    expect(person.page.get_by_test_id("worklist-row").first).to_be_visible()
    person.patient.open("IYET5.0")
    expect(person.patient.header).to_contain_text("COMUNIX")
    person.shell.work_in("Example Clinic")
    person.page.wait_for_url("**/dashboard")
    expect(person.page.get_by_text("COMUNIX")).to_have_count(0)


def somebody_else_is_told(visitor: Person, imagini: Running, email: str) -> None:
    link = invite(imagini, other := somebody())
    visitor.sign_in(imagini.account("member"))
    visitor.page.goto(link)
    expect(visitor.invitation.heading).to_have_text("This invitation is for somebody else")
    expect(visitor.page.get_by_text(other).first).to_be_visible()
    assert shortcomings(visitor.page) == []
    visitor.page.get_by_role("button", name="Sign out and go on").click()
    expect(visitor.invitation.heading).to_have_text("Join Orthanc Demo Hospital")
    with visitor.watch.expecting(404, "/api/invitations/nonsense"):
        visitor.page.goto("/invitation/#nonsense")
        expect(visitor.invitation.heading).to_have_text("This link does not work")
    assert email != other


def test_a_forgotten_password_is_chosen_anew_and_ends_what_was_open(arrive: Arrive, imagini: Running) -> None:
    email = hired(imagini)
    elsewhere, eva = arrive(), arrive()
    give(elsewhere, email, PASSWORD)
    elsewhere.page.wait_for_url("**/dashboard")
    elsewhere.watch.allow_end_of_session()

    said = [ask_for_a_link(eva, address) for address in (somebody(), email)]
    assert said[0] == said[1]
    link = link_to(imagini, email, "/auth/reset-password/#")
    eva.page.goto(link)
    eva.page.get_by_label("New password").fill(BETTER)
    assert "#" not in eva.page.url
    assert shortcomings(eva.page) == []
    eva.page.keyboard.press("Enter")
    expect(eva.invitation.heading).to_have_text("Your password is changed")

    elsewhere.page.goto("/dashboard")
    elsewhere.page.wait_for_url("**/auth/signin?next=*")
    with elsewhere.watch.expecting(401, "/api/auth/sign-in"):
        elsewhere.signing_in.submit(email, PASSWORD)
        expect(elsewhere.signing_in.problems).to_have_text("The e-mail address or the password is not right.")
    elsewhere.signing_in.submit(email, BETTER)
    elsewhere.page.wait_for_url("**/dashboard")

    eva.page.goto("about:blank")  # as a mail opens a link: in a page of its own
    with eva.watch.expecting(404, "/api/auth/reset-password"):
        eva.page.goto(link)
        eva.page.get_by_label("New password").fill(BETTER)
        eva.page.keyboard.press("Enter")
        expect(eva.invitation.heading).to_have_text("This link no longer works")


def ask_for_a_link(person: Person, email: str) -> str:
    """What is said then, but for the address."""
    person.signing_in.open()
    person.page.get_by_role("link", name="Forgot password?").click()
    person.page.wait_for_url("**/auth/forgot-password")
    person.page.get_by_label("Email").fill(email)
    person.page.keyboard.press("Enter")
    person.page.get_by_role("status").wait_for()
    return person.page.locator("main").inner_text().replace(email, "")


def test_a_second_factor_guards_an_account_and_its_sessions_are_ended(
    arrive: Arrive, imagini: Running
) -> None:
    email = hired(imagini)
    eva, phone = arrive(), arrive()
    give(eva, email, PASSWORD)
    eva.page.wait_for_url("**/dashboard")
    eva.profile.open()
    assert shortcomings(eva.page) == []
    app = TOTP(eva.profile.begin_second_factor(PASSWORD))
    assert shortcomings(eva.page) == []
    codes = eva.profile.confirm_second_factor(app.now())
    assert len(set(codes)) == 10
    expect(eva.profile.second_factor).to_have_text("On. 10 recovery codes are left.")

    phone.watch.allow(401, "/api/auth/sign-in")
    give(phone, email, PASSWORD)
    phone.page.locator(CODE_FIELD).wait_for()
    assert shortcomings(phone.page) == []
    phone.page.keyboard.type("abcdef")
    phone.page.keyboard.press("Enter")
    expect(phone.signing_in.problems).to_contain_text("The code is not right")
    phone.page.locator(CODE_FIELD).fill(app.at(int(time.time()) + app.interval))  # one for each step
    phone.page.keyboard.press("Enter")
    phone.page.wait_for_url("**/dashboard")

    another = arrive("es")
    another.watch.allow(401, "/api/auth/sign-in")
    give(another, email, PASSWORD)
    another.page.get_by_role("button", name="Usar un código de recuperación").click()
    another.page.keyboard.type(codes[0])
    another.page.keyboard.press("Enter")
    another.page.wait_for_url("**/dashboard")

    the_others_are_signed_out(eva, phone, another)
    the_factor_is_removed(eva, codes[1])


def the_others_are_signed_out(eva: Person, phone: Person, another: Person) -> None:
    for person in (phone, another):
        person.watch.allow_end_of_session()
    eva.profile.open()
    expect(eva.profile.second_factor).to_have_text("On. 9 recovery codes are left.")
    expect(eva.profile.sessions).to_have_count(3)
    expect(eva.profile.sessions.filter(has_text="This browser")).to_contain_text("Chrome on Linux")
    eva.page.get_by_role("button", name="Sign out Chrome on Linux").first.click()
    expect(eva.profile.sessions).to_have_count(2)
    eva.page.get_by_role("button", name="Sign out everywhere else").click()
    expect(eva.profile.sessions).to_have_count(1)
    for person in (phone, another):
        person.page.goto("/profile")
        person.page.wait_for_url("**/auth/signin?next=*")


def the_factor_is_removed(eva: Person, code: str) -> None:
    eva.page.get_by_role("button", name="Remove second factor").click()
    eva.page.keyboard.press("Escape")
    expect(eva.profile.dialog).to_be_hidden()
    eva.page.get_by_role("button", name="Remove second factor").click()
    eva.profile.dialog.get_by_label("Current password").fill(PASSWORD)
    eva.profile.dialog.get_by_label("Code of the app").fill(code)
    eva.page.keyboard.press("Enter")
    expect(eva.profile.second_factor).to_have_text("Off. Your password alone opens your account.")
