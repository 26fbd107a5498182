"""Who is not signed in is asked to, and then comes to where they were going."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Route, expect

from tests.e2e.conftest import Arrive
from tests.e2e.watch import LEFT
from tests.servers.imagini import Running


def test_a_link_to_a_patient_leads_there_by_way_of_signing_in(arrive: Arrive, imagini: Running) -> None:
    visitor, account = arrive(), imagini.account("member")
    for path in ("/api/me", "/api/patients", "/api/patients/IYET5.0/studies"):
        visitor.watch.allow(401, path)
    visitor.patient.open("IYET5.0")
    visitor.page.wait_for_url("**/auth/signin?next=*")
    visitor.signing_in.submit(account["email"], account["password"])
    expect(visitor.patient.header).to_contain_text("COMUNIX")


def test_the_viewer_alone_asks_for_signing_in(arrive: Arrive, imagini: Running) -> None:
    """OHIF tells the console of every answer that it did not want."""
    visitor, study = arrive(), imagini.study_with_findings
    visitor.watch.forgive("request failed", "Please sign in.", LEFT)
    for path in ("dicomweb/studies", f"dicomweb/studies/{study}/series", f"studies/{study}/findings"):
        visitor.watch.allow(401, f"/api/{path}")
    visitor.page.goto(f"/viewer/viewer?StudyInstanceUIDs={study}")
    # looked at again and again: OHIF starts a navigation of its own, which ours breaks off
    expect(visitor.page).to_have_url(re.compile(r"/auth/signin\?next="))
    assert "viewer" in urlsplit(visitor.page.url).query


def test_signing_out_ends_the_session(arrive: Arrive, imagini: Running) -> None:
    visitor = arrive().sign_in(imagini.account("member"))
    visitor.shell.sign_out()
    visitor.page.wait_for_url("**/auth/signin")
    assert visitor.page.request.get("/api/me").status == 401


def test_what_is_typed_before_the_page_has_come_to_life_is_kept(arrive: Arrive, imagini: Running) -> None:
    """On a slow line the form is there before its scripts are."""
    visitor, account, held = arrive(), imagini.account("member"), list[Route]()
    form, page = visitor.signing_in, visitor.page

    def hold(script: Route) -> None:
        held.append(script)

    page.route("**/*.js", hold)
    page.goto("/auth/signin", wait_until="domcontentloaded")
    form.email.fill(account["email"])
    form.password.fill(account["password"])
    form.password.press("Enter")
    for script in held:
        script.continue_()
    page.unroute("**/*.js")
    form.wait_until_alive()
    form.password.press("Enter")
    page.wait_for_url("**/dashboard")
