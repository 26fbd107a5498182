"""Emergency access: for a reason, for an hour, to one organization, and never in silence. # C6 C7"""

import pytest

from shared.application.commands.register_user import RegisterUser
from shared.application.commands.send_email import SendEmail
from shared.domain import partitions
from shared.domain.access import PLATFORM, Role
from shared.domain.audit import AuditLine
from shared.domain.mail import Mail
from shared.domain.membership import Membership
from tests.builders import CLINIC, HOSPITAL, MRN, NOON, STUDY, organization, study_row
from tests.unit.functions.browser import Answer, Browser
from tests.world import PASSWORD, World

REASON = "Images of Mar 4 do not load; support call 4711."
OPEN = f"/organizations/{HOSPITAL}/emergency"
SEEN = f"/patients?mrn={MRN}"


def sign_in(email: str) -> Browser:
    browser = Browser()
    assert browser.post("/auth/sign-in", {"email": email, "password": PASSWORD}).status == 200
    return browser


@pytest.fixture
def tim(world: World) -> Browser:
    """Runs the platform. The hospital, one patient of it, and who administers it, are there as well."""
    admin = Membership(organization_id=HOSPITAL, role=Role.ORG_ADMIN)
    world.employ(email="grace@example.org", first_name="Grace", membership=admin, language="es")
    world.keep(partitions.ORGANIZATIONS, organization(CLINIC, display_name="Other Clinic"))
    world.source.keep(study_row(), [], [])
    person = {"email": "tim@example.org", "first_name": "Tim", "last_name": "Torres", "password": PASSWORD}
    register = RegisterUser.model_validate(person | {"platform_role": Role.APP_ADMIN})
    world.send(register, PLATFORM)
    return sign_in("tim@example.org")


def opened(tim: Browser) -> Answer:
    answer = tim.post(OPEN, {"reason": REASON})
    assert answer.status == 201
    return answer


def lines(world: World, *where: str) -> list[tuple[str, str, bool]]:
    return [
        (line.action, line.outcome, line.emergency)
        for partition in where
        for line in world.of(AuditLine, partition).all(order="number")
        if not line.action.startswith(("session", "organization"))
    ]


def test_patients_are_closed_until_emergency_access_is_opened(tim: Browser) -> None:
    assert tim.get(SEEN).status == 403

    view = opened(tim).json
    assert (view["organization_id"], view["display_name"]) == (HOSPITAL, "General Hospital")
    assert view["until"] == "2026-03-04T13:00:00Z"
    assert tim.get(SEEN).json[0]["mrn"] == MRN


def test_the_portal_is_told_where_and_until_when(tim: Browser) -> None:
    assert tim.get("/me").json["emergency"] is None
    view = opened(tim).json

    me = tim.get("/me").json
    assert (me["emergency"], me["organization"]["id"]) == (view, HOSPITAL)
    assert "dashboard" in me["menus"]
    assert tim.ask("PATCH", "/me", {"language": "es"}, {"x-imagini-csrf": "1"}).json["emergency"] == view


@pytest.mark.parametrize("reason", ["", "too short", " " * 40, "nineteen characters"])
def test_it_needs_a_reason(tim: Browser, reason: str) -> None:
    answer = tim.post(OPEN, {"reason": reason})

    assert answer.status == 422
    assert answer.json["errors"] == [{"field": "reason", "message": "Say why in at least 20 characters."}]
    assert tim.get(SEEN).status == 403


def test_it_opens_one_organization_and_only_to_read(tim: Browser) -> None:
    opened(tim)

    assert tim.post(f"/studies/{STUDY}/analyses").status == 403
    assert tim.post(f"/organizations/{CLINIC}/emergency", {"reason": REASON}).status == 422
    assert tim.post("/organizations/no_such_place/emergency", {"reason": REASON}).status == 422


def test_it_ends_by_itself_after_an_hour(world: World, tim: Browser) -> None:
    opened(tim)
    for _ in range(3):  # nobody is asked to sign in meanwhile
        world.time.passes(minutes=19)
        assert tim.get(SEEN).status == 200
    world.time.passes(minutes=3)

    assert tim.get(SEEN).status == 403
    assert tim.get("/me").json["emergency"] is None


def test_it_ends_when_told_to_and_can_be_opened_again(world: World, tim: Browser) -> None:
    opened(tim)
    assert tim.ask("DELETE", "/me/emergency", None, {"x-imagini-csrf": "1"}).status == 204

    assert tim.get(SEEN).status == 403
    opened(tim)
    assert tim.get(SEEN).status == 200
    assert [line for line in lines(world, partitions.USERS) if line[0].startswith("emergency")] == [
        ("emergency.open", "granted", True),
        ("emergency.end", "granted", True),
        ("emergency.open", "granted", True),
    ]


def test_it_ends_with_the_session_and_holds_in_no_other(tim: Browser) -> None:
    elsewhere = sign_in("tim@example.org")
    opened(tim)
    assert elsewhere.get(SEEN).status == 403

    assert tim.post("/auth/sign-out").status == 204
    assert sign_in("tim@example.org").get(SEEN).status == 403


def test_whoever_administers_the_organization_is_mailed_without_the_reason(
    world: World, tim: Browser
) -> None:
    opened(tim)

    [mail] = world.of(Mail, partitions.USERS).all()
    assert (mail.to, mail.template, mail.language) == ("grace@example.org", "emergency_access", "es")
    assert (mail.values["who"], mail.values["until"]) == ("Tim Torres", "2026-03-04 13:00 UTC")
    assert "4711" not in str(mail.values)
    assert world.queues.length(SendEmail.queue) == 1


def test_everything_done_under_it_is_marked(world: World, tim: Browser) -> None:
    opened(tim)
    assert tim.get(SEEN).status == 200
    assert tim.get("/studies/9.9/report").status == 404

    assert lines(world, partitions.accesses(HOSPITAL, NOON)) == [
        ("patient.search", "granted", True),
        ("report.view", "denied", True),
    ]


def test_nobody_else_can_open_it(tim: Browser) -> None:
    assert tim.get("/me").status == 200
    grace = sign_in("grace@example.org")

    assert grace.post(f"/organizations/{CLINIC}/emergency", {"reason": REASON}).status == 403
