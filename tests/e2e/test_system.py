"""Whoever runs the platform sees how it is, and what was given up; and has that tried again. # C13"""

import time

import pytest
from playwright.sync_api import expect

from shared.application.commands.fetch_study import FetchStudy
from tests.e2e.conftest import Arrive
from tests.e2e.pages.table import Table
from tests.e2e.person import Person
from tests.e2e.prepare import PATIENCE, analysed
from tests.servers.imagini import Running

WORK = "Fetch a study's images"


@pytest.fixture
def operator(arrive: Arrive, imagini: Running) -> Person:
    return arrive().sign_in(imagini.account("app_admin", None), "/admin/system")


def given_up(imagini: Running) -> None:
    """The host hands a message of the poison queue to its function. Ends when that is known."""
    study, client = analysed(imagini, imagini.normal_x_ray), imagini.signed_in()
    [analysis, *_] = client.call("GET", f"/api/studies/{study}/analyses")
    task = FetchStudy(organization_id="orthanc_demo", study_uid=study, analysis_id=analysis["id"])
    told = client.request("POST", "/admin/functions/give_up_fetching", json={"input": task.model_dump_json()})
    assert told.status == 202
    operator, end = imagini.signed_in("app_admin", None), time.monotonic() + PATIENCE
    while not operator.call("GET", "/api/system/failures")["total"]:
        assert time.monotonic() < end
        time.sleep(0.1)


def test_what_was_given_up_is_shown_with_its_reason_run_again_or_discarded(
    operator: Person, imagini: Running
) -> None:
    page, failures = operator.page, Table(operator.page)
    given_up(imagini)
    page.reload()
    expect(failures.row(WORK)).to_contain_text("orthanc_demo")
    expect(failures.row(WORK)).to_contain_text("It ended without a word")

    failures.act(WORK, "Run again")
    expect(page.get_by_test_id("toast")).to_contain_text("On its way again")
    expect(failures.row(WORK)).to_have_count(0)

    given_up(imagini)
    page.reload()
    failures.act(WORK, "Discard")
    page.get_by_role("alertdialog").get_by_role("button", name="Discard").click()
    expect(failures.row(WORK)).to_have_count(0)
    expect(page.get_by_test_id("failures")).to_contain_text("Nothing was given up.")


def test_the_page_names_what_answers_what_waits_and_what_runs(operator: Person) -> None:
    page = operator.page
    expect(page.get_by_test_id("verdict")).to_have_text("Everything answers")
    expect(page.get_by_test_id("parts").get_by_test_id("plain-row")).to_have_count(5)
    expect(page.get_by_test_id("queues")).to_contain_text("Have a model read a series")
    expect(page.get_by_test_id("versions")).to_contain_text("Chest")
    expect(page.get_by_test_id("stuck")).to_contain_text("Nothing is stuck.")
