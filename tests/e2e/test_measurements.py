"""What a radiologist measures stays, and says whose it is."""

from playwright.sync_api import expect

from tests.e2e.conftest import Arrive
from tests.e2e.pages.measurements import Measurements
from tests.e2e.person import Person
from tests.servers.imagini import Running

MRN = "EX-31886"


def test_a_saved_length_is_there_again_whoever_opens_the_study(arrive: Arrive, imagini: Running) -> None:
    """A2, G12: after a reload, and in a colleague's browser, without a click."""
    study = imagini.study(MRN, "MR")
    first = reading(arrive().sign_in(imagini.account("member")), study)
    first.draw_a_length()
    lengths = first.save()

    first.page.reload()
    expect(first.on_image).to_have_text(lengths)
    expect(first.message).to_contain_text("Saved by Len Herrera")

    second = reading(arrive().sign_in(imagini.account("org_admin")), study)
    expect(second.on_image).to_have_text(lengths)
    expect(second.message).to_contain_text("Saved by Len Herrera")


def reading(person: Person, study: str) -> Measurements:
    person.patient.open(MRN, study)
    person.viewer.wait_for_image()
    return Measurements(person.page)
