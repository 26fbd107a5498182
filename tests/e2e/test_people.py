"""Administrators see, invite and manage people."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.pages.systems import Systems
from tests.servers.imagini import Running

USERS, MEMBERS = "/admin/users", "/organization/members"


def focus_is_within(page: Page, test_id: str) -> bool:
    inside: bool = page.evaluate("id => !!document.activeElement.closest(`[data-testid=${id}]`)", test_id)
    return inside


def people_in(imagini: Running, path: str) -> int:
    total: int = imagini.signed_in("app_admin", None).call("GET", path)["total"]
    return total


def test_the_list_is_paged_sorted_and_searched_and_back_leads_back(arrive: Arrive, imagini: Running) -> None:
    """F1 F2. Of the 20 that are seeded (B9), and whom other stories have invited meanwhile."""
    total = people_in(imagini, "/api/users?limit=1")
    second, all_of_25 = min(20, total), min(25, total)
    assert total >= 20
    person = arrive().sign_in(imagini.account("app_admin", None), USERS)
    page, people = person.page, person.people
    expect(people.headers).to_have_text(
        ["First Name", "Last Name", "Email", "Role", "Organization", "Actions"]
    )
    expect(people.pages).to_contain_text("Rows per page: 10")
    people.shows(1, 10, total)
    people.turn("Next page")
    people.shows(11, second, total)
    expect(page).to_have_url(re.compile("page=2"))
    people.header("Email").get_by_role("button").click()
    expect(people.header("Email")).to_have_attribute("aria-sort", "ascending")
    expect(people.rows.first).to_contain_text("aino.oksanen@example.org")
    people.shows(1, 10, total)
    page.go_back()
    people.shows(11, second, total)
    page.go_back()
    people.shows(1, 10, total)
    people.choose_rows("Rows per page: 10", "25")
    people.shows(1, all_of_25, total)
    people.search.fill("álv")
    expect(people.rows).to_have_count(1)
    expect(people.rows).to_contain_text("ines.alvarez@example.org")
    people.search.fill("nobody at all")
    people.empty.get_by_role("button").click()
    people.shows(1, all_of_25, total)
    assert shortcomings(page) == []


def test_a_role_is_changed_and_an_account_rests_and_both_are_undone(arrive: Arrive, imagini: Running) -> None:
    """F10 C6."""
    person = arrive().sign_in(imagini.account("app_admin", None), USERS)
    people = person.people
    people.act("Berg", "Change role")
    people.role.get_by_label("Organization Admin").check()
    people.role.get_by_role("button", name="Save role").click()
    expect(people.news).to_have_text(re.compile("Jonas Berg now has the role Organization Admin"))
    expect(people.row("Berg")).to_contain_text("Organization Admin")
    people.news.get_by_role("button", name="Undo").click()
    expect(people.row("Berg")).to_contain_text("None")

    people.act("Berg", "Deactivate account")
    expect(people.row("Berg")).to_contain_text("Deactivated")
    people.news.get_by_role("button", name="Undo").click()
    expect(people.news).to_contain_text("Jonas Berg can sign in again.")
    expect(people.row("Berg")).not_to_contain_text("Deactivated")

    people.act("Berg", "Make Application Admin")
    people.question.get_by_role("button", name="Make Application Admin").click()
    expect(people.row("Berg")).to_contain_text("Application Admin")
    people.act("Berg", "Withdraw Application Admin")
    expect(people.row("Berg")).to_contain_text("None")

    people.act("Berg", "Remove from Orthanc Demo Hospital")
    expect(people.question).to_contain_text("Remove Jonas Berg from Orthanc Demo Hospital")
    assert shortcomings(person.page) == []
    people.type("Escape")
    people.search.fill("super")
    expect(people.empty).to_be_visible()


def test_somebody_is_invited_and_the_invitation_revoked_with_the_keyboard(
    arrive: Arrive, imagini: Running
) -> None:
    """F3 F4 F5 F10."""
    person, invited = arrive().sign_in(imagini.account("app_admin", None), USERS), "keys@example.org"
    page, people, watch = person.page, person.people, person.watch
    people.invite.focus()
    people.type("Enter")
    expect(people.inviting.get_by_label("Email")).to_be_focused()
    for _ in range(8):  # round and round
        people.type("Tab")
        assert focus_is_within(page, "invite-dialog")
    people.inviting.get_by_label("Email").focus()
    people.type("not an address", "Enter")
    expect(people.inviting).to_contain_text("Write it as name@example.org.")
    expect(people.inviting).to_contain_text("Choose the organization from the list.")
    assert shortcomings(page) == []
    page.keyboard.press("Control+a")
    people.type(invited, "Tab", "ArrowDown", "Tab", "demo hosp")  # the display name, and below the name
    expect(people.found).to_have_text(["orthanc_demo - Orthanc Demo Hospital"])
    people.type("Enter")
    expect(people.organization).to_have_value("orthanc_demo - Orthanc Demo Hospital")
    people.type("Enter")
    expect(people.news).to_contain_text(f"Invitation sent to {invited}.")
    expect(people.invite).to_be_focused()

    people.type("Enter", invited, "Tab", "Tab", "example_cl")
    expect(people.found).to_have_text(["example_clinic - Example Clinic"])
    people.type("Escape", "Escape")
    expect(people.inviting).to_have_count(0)

    people.invitations.focus()
    people.type("Enter")
    expect(people.row(invited)).to_contain_text("Organization Admin")
    expect(people.row(invited)).to_contain_text("Open until")
    assert shortcomings(page) == []
    people.row(invited).get_by_role("button").focus()
    people.type("Enter", "Enter")
    expect(people.news).to_contain_text("The earlier link no longer works.")
    people.invite.focus()
    people.type("Enter", invited, "Tab", "Tab", "orthanc_demo")
    expect(people.found).to_have_count(1)
    people.type("Enter")
    with watch.expecting(409, "/api/organizations/orthanc_demo/invitations"):
        people.type("Enter")
        expect(people.inviting.get_by_role("alert").first).to_contain_text("has been invited already")
    people.type("Escape")
    people.row(invited).get_by_role("button").focus()
    people.type("Enter", "ArrowDown", "Enter")
    expect(people.question).to_contain_text(f"Revoke the invitation of {invited}")
    people.type("Tab", "Enter")
    expect(people.row(invited)).to_have_count(0)


def test_an_organizations_admin_keeps_its_members_and_systems_in_spanish(
    arrive: Arrive, imagini: Running
) -> None:
    """F8 F10 D5 D6 B1."""
    account, invited = imagini.account("org_admin"), "garza@example.org"
    person = arrive("es").sign_in(account, MEMBERS)
    page, people, watch = person.page, person.people, person.watch
    expect(people.headers).to_have_text(["Nombre", "Apellidos", "Correo electrónico", "Rol", "Acciones"])
    expect(people.pages).to_contain_text("Filas por página: 10")
    people.shows(1, 10, people_in(imagini, "/api/users?organization=orthanc_demo&limit=1"), of="de")
    people.invite.click()
    expect(people.inviting).to_contain_text("A Orthanc Demo Hospital.")
    expect(people.organization).to_have_count(0)
    people.type(invited, "Enter")
    expect(people.news).to_contain_text(f"Invitación enviada a {invited}.")
    people.invitations.click()
    expect(people.row(invited)).to_contain_text("Abierta hasta el")
    people.act(invited, "Revocar invitación")
    people.question.get_by_role("button", name="Revocar invitación").click()
    expect(people.row(invited)).to_have_count(0)

    page.goto(MEMBERS)
    people.act(account["email"], "Quitar de Orthanc Demo Hospital")
    me = page.request.get("/api/me").json()["user"]["id"]
    with watch.expecting(422, f"/api/organizations/orthanc_demo/members/{me}"):
        people.question.get_by_role("button", name="Quitar a Omar Ibarra").click()
        expect(people.question.get_by_role("alert")).to_contain_text("conserva al menos un administrador")
    assert shortcomings(page) == []

    page.goto(Systems.ADDRESS)
    a_system_comes_and_goes(person.systems)


def a_system_comes_and_goes(systems: Systems) -> None:
    """Its secret is shown once, changed without a break, and opens nothing at the end."""
    expect(systems.empty.get_by_role("link")).to_have_attribute("href", "/api/docs")
    systems.add.click()
    systems.page.keyboard.type("RIS del laboratorio")
    systems.adding.get_by_label("Enviar estudios").check()
    assert shortcomings(systems.page) == []
    systems.page.keyboard.press("Enter")
    expect(systems.made).to_contain_text("Es la única vez que se muestra el secreto.")
    assert shortcomings(systems.page) == []
    old = systems.keep_secret()
    assert systems.token_status(*old) == 200
    expect(systems.rows).to_contain_text("Consultar pacientes, Enviar estudios")

    systems.act("RIS", "Nuevo secreto").get_by_role("button", name="Nuevo secreto").click()
    new = systems.keep_secret()
    question = systems.act("RIS", "Quitar el secreto anterior")
    question.get_by_role("button", name="Quitar el secreto anterior").click()
    expect(question).to_have_count(0)
    assert [systems.token_status(*each) for each in (old, new)] == [401, 200]

    question = systems.act("RIS", "Retirar acceso")
    expect(question).to_contain_text("Retirar el acceso de RIS del laboratorio a Orthanc Demo Hospital")
    question.get_by_role("button", name="Retirar acceso").click()
    expect(systems.empty).to_be_visible()
    assert systems.token_status(*new) == 401
