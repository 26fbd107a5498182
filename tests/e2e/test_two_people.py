"""Two people write the same report."""

from playwright.sync_api import expect

from tests.e2e.conftest import Arrive
from tests.servers.imagini import Running


def test_the_second_is_told_and_keeps_their_text(arrive: Arrive, imagini: Running) -> None:
    study = imagini.study("EX-31886", "MR")
    first = arrive().sign_in(imagini.account("member"))
    second = arrive().sign_in(imagini.account("org_admin"))
    for person in (first, second):
        person.report.open(study)
    first.report.write("impression", "Normal for age.")
    expect(first.report.saved).to_be_visible()

    with second.watch.expecting(412, f"/api/studies/{study}/report"):
        second.report.write("impression", "Small vessel disease.")
        conflict = second.report.conflict
        expect(conflict).to_contain_text("Len Herrera saved this report")
    for text in ("Normal for age.", "Small vessel disease."):
        expect(conflict).to_contain_text(text)
    expect(second.report.section("impression")).to_have_value("Small vessel disease.")

    conflict.get_by_role("radio", name="Both").check()
    conflict.get_by_role("button", name="Save the merged report").click()
    expect(second.report.saved).to_be_visible()
    first.page.reload()
    expect(first.report.section("impression")).to_have_value("Normal for age.\nSmall vessel disease.")
