"""Who has seen this patient? And: nobody who runs the platform, without everybody concerned hearing of it."""

import argparse
import csv
import re

from playwright.sync_api import expect

from infra.local.commands import audit
from tests.e2e.axe import shortcomings
from tests.e2e.conftest import Arrive
from tests.e2e.letters import link_to
from tests.e2e.prepare import analysed
from tests.servers.imagini import Running

MRN, HOSPITAL = "IYET5.0", "Orthanc Demo Hospital"
REASON = "Chest images do not load; support call 4711."
EMERGENCY, AUDIT = "/admin/emergency", "/organization/audit"


def test_an_administrator_is_told_who_has_seen_a_patient(arrive: Arrive, imagini: Running) -> None:
    """Threat 17."""
    reader = arrive().sign_in(imagini.account("member"))
    reader.shell.search(MRN)
    expect(reader.patient.header).to_contain_text(MRN)
    expect(reader.page.get_by_role("link", name="Who has seen this patient")).to_have_count(0)

    admin = arrive().sign_in(imagini.account("org_admin"))
    admin.shell.search(MRN)
    admin.page.get_by_role("link", name="Who has seen this patient").click()
    admin.page.wait_for_url(f"**{AUDIT}?patient={MRN}")
    expect(admin.audit.headers).to_have_text(["When", "Who", "What", "Patient", "Result", "From"])
    admin.audit.choose_rows("Rows per page: 10", "100")
    expect(admin.audit.line("Len Herrera", "Searched for a patient")).to_contain_text(MRN)
    expect(admin.audit.rows.filter(has_not_text=MRN)).to_have_count(0)
    admin.audit.search.fill("herrera")
    expect(admin.audit.rows.filter(has_not_text="Len Herrera")).to_have_count(0)
    assert shortcomings(admin.page) == []

    rows = list(csv.DictReader(admin.audit.download().splitlines()))
    assert {(row["actor_name"], row["patient"]) for row in rows} == {("Len Herrera", MRN)}

    admin.page.goto(f"{AUDIT}?group=audit")
    expect(admin.audit.line("Omar Ibarra", "Downloaded the audit")).to_be_visible()


def test_emergency_access_is_asked_for_seen_by_everybody_and_ends(arrive: Arrive, imagini: Running) -> None:
    """C7."""
    operator = arrive().sign_in(imagini.account("app_admin", None), EMERGENCY)
    emergency = operator.emergency
    emergency.choose("orthanc", f"orthanc_demo - {HOSPITAL}")
    emergency.ask("too short")
    expect(emergency.form).to_contain_text("Say why in at least 20 characters.")
    assert shortcomings(operator.page) == []
    emergency.ask(REASON)
    expect(emergency.opened).to_contain_text(HOSPITAL)
    expect(emergency.banner).to_have_text(re.compile(rf"Emergency access to {HOSPITAL} · \d\d minutes left"))

    operator.shell.search(MRN)
    expect(operator.patient.header).to_contain_text("COMUNIX")
    expect(emergency.banner).to_be_visible()
    assert shortcomings(operator.page) == []

    page = link_to(imagini, "org.admin@example.org", AUDIT)
    admin = arrive("es").sign_in(imagini.account("org_admin"), AUDIT)
    admin.page.goto(f"{page}?emergency=true")
    expect(admin.audit.line("Ada Abreu", "Abrió un acceso de emergencia")).to_contain_text(REASON)
    expect(admin.audit.line("Ada Abreu", "Buscó a un paciente")).to_contain_text(MRN)

    operator.patient.open(MRN, analysed(imagini, imagini.study_with_findings))
    operator.viewer.wait_for_image()
    operator.viewer.enter_full_screen()
    expect(operator.viewer.panel).to_contain_text("You can look at the findings.")
    expect(
        operator.viewer.panel.get_by_role("button", name=re.compile("Approve|Decline|Undo"))
    ).to_have_count(0)
    operator.viewer.leave_full_screen()
    emergency.end()
    operator.page.wait_for_url(f"**{EMERGENCY}")
    expect(emergency.banner).to_have_count(0)
    answer = operator.page.request.get(f"/api/patients?mrn={MRN}")
    assert answer.status == 403
    operator.page.get_by_role("link", name="Earlier emergency accesses").click()
    expect(operator.audit.line("Ada Abreu", "Ended emergency access")).to_contain_text("orthanc_demo")
    expect(operator.page.get_by_text(MRN)).to_have_count(0)


def test_nothing_of_all_that_was_put_on_record_has_been_touched(imagini: Running) -> None:
    """Whatever the other tests have done, by several processes at once."""
    assert audit.run(argparse.Namespace(what="verify", data=imagini.data)) == 0
