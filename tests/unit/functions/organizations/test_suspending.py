"""A suspended organization keeps all that it has, and its people out."""

import pytest

from shared.application.commands.change_organization_status import ChangeOrganizationStatus
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.domain.access import PLATFORM, Role
from shared.domain.membership import Membership
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import Answer, Browser
from tests.unit.functions.organizations.asking import create
from tests.world import EMAIL, PASSWORD, World

SUSPEND = ChangeOrganizationStatus(organization_id=HOSPITAL, status="suspended")
REINSTATE = ChangeOrganizationStatus(organization_id=HOSPITAL, status="active")


@pytest.mark.parametrize("status", ["suspended", "active"])
def test_saying_it_twice_is_as_good_as_once(operator: Browser, status: str) -> None:
    create(operator)

    for _ in range(2):
        answer = operator.put(f"/organizations/{HOSPITAL}/status", {"status": status})
        assert (answer.status, answer.json["status"]) == (200, status)


def test_nobody_works_in_a_suspended_organization_and_who_signs_in_is_told(
    ada: Browser, world: World
) -> None:
    world.send(SUSPEND, PLATFORM)

    assert ada.get("/me").status == 401
    answer = sign_in(Browser())
    assert answer.status == 403
    assert answer.json["detail"] == "Your organization is suspended. Ask whoever runs imagini for you."

    world.send(REINSTATE, PLATFORM)
    assert ada.get("/me").json["organization"]["id"] == HOSPITAL
    assert sign_in(Browser()).status == 200


def test_who_works_elsewhere_too_signs_in_there(world: World) -> None:
    world.employ()
    world.send(CreateOrganization(name=CLINIC), PLATFORM)
    elsewhere = Membership(organization_id=CLINIC, role=Role.MEMBER)
    person = {"email": EMAIL, "first_name": "Ada", "last_name": "Lovelace", "membership": elsewhere}
    world.send(RegisterUser.model_validate(person), PLATFORM)
    world.send(SUSPEND, PLATFORM)

    assert sign_in(Browser()).json["organization"]["id"] == CLINIC


def sign_in(browser: Browser) -> Answer:
    return browser.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD})
