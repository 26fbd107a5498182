"""Organizations: added with their PACS checked first, configured by their administrators, suspended."""

import secrets
import threading
import time
from collections.abc import Generator
from typing import Any

import pytest
from playwright.sync_api import expect

from infra.local.client import Client
from infra.phantoms.demo import study_files
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM, Role
from shared.domain.membership import Membership
from shared.settings import Settings
from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.pages.organizations import NEW, Organizations
from tests.e2e.prepare import PATIENCE, UNDER_WAY
from tests.servers.imagini import Running
from tests.servers.orthanc import Orthanc
from tests.servers.orthanc import orthanc as run_orthanc
from tests.unit.dicomweb.pacs_double import Answer, Asked, pacs_double

LIST, SETTINGS = "/admin/organizations", "/organization/settings"
PASSWORD = "orthanc-keeps-it"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Generator[Orthanc]:
    """A real PACS that asks for a password."""
    with run_orthanc(tmp_path_factory.mktemp("locked"), "imagini", PASSWORD) as server:
        yield server


def test_an_organization_is_added_once_its_pacs_can_be_read(
    arrive: Arrive, imagini: Running, locked: Orthanc
) -> None:
    """E1 E2 E3 E4 E5 E6."""
    person = arrive().sign_in(imagini.account("app_admin", None), LIST)
    page, form = person.page, person.organizations
    expect(form.headers).to_have_text(["Name", "Display Name", "Studies", "Status", "Created", "Actions"])
    form.add.click()
    the_rules_tick(form)
    form.name.fill("orthanc_demo")
    form.create.click()
    expect(page.get_by_text("Please enter the DICOM URL.")).to_be_visible()
    expect(form.url).to_be_focused()

    the_trouble_has_a_name(form, imagini, locked)
    assert shortcomings(page) == []
    page.get_by_label("Credentials").select_option("User name and password")
    page.get_by_label("User name").fill("imagini")
    page.get_by_label("Password").fill("wrong")
    form.create.click()
    form.went("authenticate", "failed", "It refused imagini's user name, password or token.")
    expect(page.get_by_role("button", name="Add it anyway")).to_be_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Phone").fill("+34 600 000 000")
    with person.watch.expecting(409, "/api/organizations"):
        form.create.click()
        expect(page.get_by_text("There is an organization of this name already.")).to_be_visible()
    expect(page.get_by_label("Phone")).to_have_value("+34 600 000 000")
    expect(form.name).to_be_focused()

    form.name.fill("north_clinic")
    page.get_by_label("Display Name").fill("North Clinic")
    form.create.click()
    expect(form.news).to_contain_text("north_clinic was added.")
    expect(form.row("North Clinic")).to_contain_text(locked.dicomweb)
    assert shortcomings(page) == []

    form.row("North Clinic").get_by_role("link").click()
    expect(form.kept).to_have_text("A password is kept. It is never shown.")
    page.get_by_label("Display Name").fill("Northern Clinic")
    form.save("Details", "Save details")
    form.form("Where studies live").get_by_role("button", name="Save and check").click()
    expect(form.summary).to_have_text("The connection works.")
    form.went("authenticate", "passed")
    assert PASSWORD not in page.content()
    assert shortcomings(page) == []


def the_rules_tick(form: Organizations) -> None:
    """E3."""
    ticked: dict[str, list[bool]] = {}
    for name in ("", "1", "_", "No", "n", "nor_", "north"):
        form.name.fill(name)
        ticked[name] = form.ticked()
    assert ticked == {
        "": [False, False, False, False],
        "1": [False, True, False, True],
        "_": [False, True, True, False],
        "No": [False, False, True, True],
        "n": [False, True, True, True],
        "nor_": [True, True, True, False],
        "north": [True, True, True, True],
    }


def the_trouble_has_a_name(form: Organizations, imagini: Running, locked: Orthanc) -> None:
    """E5: each its own advice, and each step as it runs."""
    seen = threading.Event()

    def slow(_: Asked) -> Answer:
        seen.wait()
        return Answer()

    with pacs_double(slow) as pacs:
        form.try_out(pacs.url)
        expect(form.summary).to_have_text("Checking, step 3 of 9")
        form.went("guard", "passed")
        form.went("reach", "current")
        form.went("qido", "pending")
        seen.set()
        form.went("qido", "passed", "holds no studies yet")
    form.try_out("http://127.0.0.1:9/dicom-web")
    form.went("reach", "failed", "Nothing answers at this address. Ask its administrators")
    expect(form.summary).to_have_text("The connection does not work yet.")
    form.try_out("http://169.254.169.254/")
    form.went("guard", "failed", "a place where no PACS can be")
    form.try_out(imagini.url)
    form.went("qido", "failed", "it does not speak DICOMweb. Is this the root")
    form.try_out(locked.dicomweb)
    form.went("authenticate", "failed", "It asks for a user name and password, or for a token.")


def test_an_organization_is_suspended_and_reinstated_with_the_keyboard(
    arrive: Arrive, imagini: Running
) -> None:
    name = "south_clinic"
    mediator(imagini).send(CreateOrganization(name=name, display_name="South Clinic"), PLATFORM)
    person = arrive().sign_in(imagini.account("app_admin", None), LIST)
    page, table = person.page, person.organizations
    table.row(name).get_by_role("button").focus()
    for key in ("Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(table.question).to_contain_text("Suspend South Clinic")
    assert shortcomings(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(table.row(name)).to_contain_text("Suspended")
    expect(table.news).to_contain_text("South Clinic is suspended.")
    table.act(name, "Reinstate")
    expect(table.row(name)).to_contain_text("Active")


@pytest.fixture
def head(imagini: Running) -> dict[str, Any]:
    """The administrator of a hospital that keeps one X-ray, with an opacity, in the archive."""
    name, account = "east_hospital", {"email": "head@example.org", "password": secrets.token_urlsafe()}
    names = {"first_name": "Hana", "last_name": "Suzuki", "language": "es"}
    membership = Membership(organization_id=name, role=Role.ORG_ADMIN)
    mediator(imagini).send(CreateOrganization(name=name, display_name="East Hospital"), PLATFORM)
    mediator(imagini).send(
        RegisterUser.model_validate({**account, **names, "membership": membership}), PLATFORM
    )
    client = Client(imagini.url)
    client.sign_in(account["email"], account["password"])
    client.store(list(study_files(imagini.study_with_findings)))
    return account


def test_what_an_administrator_decides_decides_what_becomes_a_finding(
    arrive: Arrive, imagini: Running, head: dict[str, Any]
) -> None:
    """E9 E10."""
    person, study = arrive("es").sign_in(head, SETTINGS), imagini.study_with_findings
    page, settings = person.page, person.organizations
    client = Client(imagini.url)
    client.sign_in(head["email"], head["password"])
    threshold = page.get_by_label("Umbral para Opacidad pulmonar, en porcentaje")
    threshold.fill("99,5")
    settings.save("Modelos de IA", "Guardar modelos")
    assert outcome(client, study) == ("done", 0)
    threshold.fill("20")
    settings.save("Modelos de IA", "Guardar modelos")
    assert outcome(client, study)[1] >= 1
    page.get_by_role("switch", name="Demostración de radiografía de tórax lee estudios").click()
    settings.save("Modelos de IA", "Guardar modelos")
    assert outcome(client, study)[0] == "skipped"

    page.get_by_label("Técnica").fill("Radiografía de tórax, dos proyecciones.")
    settings.save("Plantilla de informe", "Guardar plantilla")
    sections = client.call("GET", f"/api/studies/{study}/report")["sections"]
    assert sections["technique"] == "Radiografía de tórax, dos proyecciones."
    page.get_by_label("Inquilinos de Microsoft Entra").fill("nadie")
    settings.form("Inicio de sesión").get_by_role("button", name="Guardar inicio de sesión").click()
    expect(page.get_by_text("Un identificador de inquilino es como")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Técnica")).to_have_value("Radiografía de tórax, dos proyecciones.")
    assert shortcomings(page) == []
    refused = client.request("POST", "/api/organizations", json={"name": "mine_too"})
    assert refused.status == 403
    person.page.goto(NEW)
    expect(person.organizations.create).to_have_count(0)


def outcome(client: Client, study: str) -> tuple[str, int]:
    """Of another analysis, once it has ended."""
    path = f"/api/studies/{study}/analyses"
    client.call("POST", path, json={})
    end = time.monotonic() + PATIENCE
    while (latest := client.call("GET", path)[0])["status"] in UNDER_WAY:
        assert time.monotonic() < end, "the analysis takes too long"
        time.sleep(0.2)
    return latest["status"], latest["finding_count"]


def mediator(imagini: Running) -> Mediator:
    return Mediator(Imagini(Settings(data=str(imagini.data))))
