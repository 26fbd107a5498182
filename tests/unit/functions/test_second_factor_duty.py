"""Where an organization asks its administrators for a second factor, nothing else comes first. # E9"""

from dataclasses import replace

import pytest
from pyotp.totp import TOTP

from shared.application.commands.edit_organization import EditOrganization
from shared.domain.access import PLATFORM, SIGNED_IN, Actor, Permission, Role
from shared.domain.errors import Forbidden
from shared.domain.membership import Membership
from tests.builders import HOSPITAL
from tests.unit.functions.browser import CSRF, Browser
from tests.world import EMAIL, PASSWORD, World

SETTINGS = f"/organizations/{HOSPITAL}"


@pytest.fixture
def head(world: World, browser: Browser) -> Browser:
    """The browser of the hospital's administrator."""
    world.employ(membership=Membership(organization_id=HOSPITAL, role=Role.ORG_ADMIN))
    assert browser.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD}).status == 200
    return browser


def ask_for_one(world: World, required: bool = True) -> None:
    world.send(EditOrganization(organization_id=HOSPITAL, second_factor_required=required), PLATFORM)


def set_up(browser: Browser, world: World) -> None:
    secret = browser.post("/me/second-factor", {"password": PASSWORD}).json["secret"]
    code = TOTP(secret).at(int(world.time.now().timestamp()))
    assert browser.post("/me/second-factor/confirmation", {"code": code}).status == 200


def test_an_administrator_sets_it_up_first_and_then_goes_on(head: Browser, world: World) -> None:
    ask_for_one(world)

    refused = head.get(SETTINGS)
    assert (refused.status, refused.json["type"]) == (403, "urn:imagini:second-factor-needed")
    assert head.ask("PATCH", SETTINGS, {"second_factor_required": False}, CSRF).status == 403
    assert head.get("/studies?limit=5").json["type"] == "urn:imagini:second-factor-needed"
    assert head.get("/me").json["second_factor_needed"] is True

    set_up(head, world)
    assert head.get(SETTINGS).json["second_factor_required"] is True
    assert head.get("/me").json["second_factor_needed"] is False


def test_nobody_is_asked_where_the_organization_does_not(head: Browser, world: World) -> None:
    ask_for_one(world)
    ask_for_one(world, required=False)

    assert head.get(SETTINGS).status == 200


def test_a_radiologist_is_not_asked(ada: Browser, world: World) -> None:
    ask_for_one(world)

    assert ada.get("/me").json["second_factor_needed"] is False
    assert ada.get("/studies?limit=5").status == 200


@pytest.mark.parametrize("role", [Role.ORG_ADMIN, Role.APP_ADMIN, Role.SUPER_ADMIN])
def test_what_is_not_about_ones_own_account_is_refused(role: Role) -> None:
    owing = Actor(id="grace", name="Grace", role=role, organization_id=HOSPITAL, owes_second_factor=True)
    allowed: set[Permission] = set()
    for permission in Permission:
        try:
            owing.must(permission, HOSPITAL)
        except Forbidden:
            continue
        replace(owing, owes_second_factor=False).must(permission, HOSPITAL)
        allowed.add(permission)

    assert allowed == SIGNED_IN
