"""The dashboard counts what is stored, by itself; patients are registered and found. # D3 B15"""

import time
from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import expect

from infra.local.client import Client
from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.odd import small_radiograph
from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.pages.dashboard import Dashboard
from tests.e2e.person import Person
from tests.e2e.prepare import PATIENCE, UNDER_WAY, analysed
from tests.servers.imagini import Running

CHEST = "EX-20417"


def stored(client: Client) -> dict[str, int]:
    """Counted study by study, from what the product says of each."""
    studies = [s["study_instance_uid"] for s in client.call("GET", "/api/studies?limit=200")]
    analyses = [client.call("GET", f"/api/studies/{uid}/analyses") for uid in studies]
    signed = [client.call("GET", f"/api/studies/{uid}/report")["status"] == "signed" for uid in studies]
    findings = [client.call("GET", f"/api/studies/{uid}/findings") for uid in studies]
    return {
        "waiting": sum(bool(a) and a[0]["status"] in UNDER_WAY for a in analyses),
        "failures": sum(
            bool(a) and a[0]["status"] == "failed" and not s for a, s in zip(analyses, signed, strict=True)
        ),
        "undecided": sum(
            any(f["status"] == "undecided" for f in found) and not s
            for found, s in zip(findings, signed, strict=True)
        ),
    }


def told(dashboard: Dashboard, stored: Callable[[], dict[str, int]]) -> None:
    """By itself; other stories may have left the models something to do."""
    end = time.monotonic() + PATIENCE
    while not stored().items() <= dashboard.counts().items():
        assert time.monotonic() < end, (stored(), dashboard.counts())
        dashboard.page.wait_for_timeout(500)


def undecided(imagini: Running, client: Client) -> tuple[str, str]:
    """A study with one finding that nobody has decided, and the finding."""
    study = analysed(imagini, imagini.study(CHEST, "DX"))
    finding = client.call("GET", f"/api/studies/{study}/findings")[0]
    if finding["status"] != "undecided":
        client.call("DELETE", f"/api/findings/{finding['id']}/decision")
    return study, finding["id"]


def test_the_tiles_equal_what_is_stored_before_and_after_a_decision_and_an_analysis(
    radiologist: Person, imagini: Running
) -> None:
    client, dashboard = imagini.signed_in(), Dashboard(radiologist.page)
    study, finding = undecided(imagini, client)
    dashboard.open()
    told(dashboard, lambda: stored(client))
    before = dashboard.counts()

    dashboard.tile("undecided").click()
    expect(dashboard.tile("undecided")).to_have_attribute("aria-pressed", "true")
    expect(dashboard.rows).to_have_count(before["undecided"])
    expect(dashboard.state(study)).to_contain_text("1 finding to decide")
    client.call("POST", f"/api/findings/{finding}/decision", json={"decision": "approve"})
    dashboard.shows("undecided", before["undecided"] - 1)
    expect(dashboard.row(study)).to_have_count(0)

    radiologist.page.go_back()
    expect(dashboard.row(study)).to_be_visible()
    client.call("POST", f"/api/studies/{imagini.study('IYET5.0', 'CT')}/analyses", json={})
    client.call("POST", f"/api/studies/{study}/analyses", json={})
    dashboard.open()
    dashboard.shows("waiting", 0)  # as soon as the models have answered
    told(dashboard, lambda: stored(client))


def test_a_study_is_unread_until_somebody_has_seen_an_image_of_it(arrive: Arrive, imagini: Running) -> None:
    """In the other organization, which begins without studies."""
    clinic = imagini.signed_in("org_admin", "example_clinic")
    person = arrive("es").sign_in(imagini.account("org_admin", "example_clinic"))
    dashboard = Dashboard(person.page)
    clinic.store([to_bytes(small_radiograph(number=23))])
    dashboard.open()
    dashboard.shows("unread", 1)
    dashboard.tile("unread").click()
    expect(dashboard.rows).to_have_count(1)
    expect(dashboard.rows).to_contain_text("Sin leer")

    dashboard.rows.first.click()
    person.viewer.wait_for_image()
    dashboard.open()
    dashboard.shows("unread", 0)


def test_a_patient_is_registered_where_the_search_finds_nobody_then_found(
    arrive: Arrive, imagini: Running
) -> None:
    person = arrive().sign_in(imagini.account("org_admin"))
    page, mrn = person.page, f"REG-{uuid4().hex[:8]}"
    with person.watch.expecting(404, "/api/patients"):
        person.shell.search(mrn)
        expect(person.shell.search_answer).to_have_text("No patient with this MRN.")
    page.get_by_role("search").get_by_role("button", name="Register patient").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("MRN")).to_have_value(mrn)
    dialog.get_by_role("button", name="Register patient").click()
    expect(dialog).to_contain_text("Enter the name.")
    dialog.get_by_label("Name").fill("Jane Doe")
    dialog.get_by_label("Birth date").fill("1980-03-05")
    dialog.get_by_label("Sex").select_option("F")
    assert shortcomings(page) == []
    dialog.get_by_role("button", name="Register patient").click()

    expect(person.patient.header).to_contain_text("Jane Doe")
    expect(page.get_by_test_id("no-images").get_by_role("button", name="Upload")).to_be_visible()
    assert shortcomings(page) == []
    person.patient.header.get_by_role("button", name="Edit").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Jane Roe")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(person.patient.header).to_contain_text("Jane Roe")

    page.goto("/patients")
    row = page.get_by_test_id("table-row").filter(has_text=mrn)
    expect(row).to_contain_text("Jane Roe")
    row.get_by_role("button").click()
    page.get_by_role("menuitem", name="Remove").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Remove").click()
    expect(row).to_have_count(0)


def test_who_only_reads_registers_nobody(radiologist: Person) -> None:
    with radiologist.watch.expecting(404, "/api/patients"):
        radiologist.shell.search("NOBODY")
        expect(radiologist.shell.search_answer).to_have_text("No patient with this MRN.")
    expect(radiologist.page.get_by_role("button", name="Register patient")).to_have_count(0)
