"""Menus follow the policy table. # C10"""

import pytest

from shared.domain.access import ANONYMOUS, Actor, Role
from shared.domain.menus import menus_of

READING = ["dashboard", "patients"]
ADMIN = ["users", "organizations", "system", "emergency", "journal"]
ORGANIZATION = ["members", "organization", "clients", "audit"]


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.MEMBER, READING),
        (Role.ORG_ADMIN, READING + ORGANIZATION),
        (Role.APP_ADMIN, ADMIN),
        (Role.SUPER_ADMIN, ADMIN),
    ],
)
def test_whoever_works_in_an_organization_is_offered_what_their_role_may_open(
    role: Role, offered: list[str]
) -> None:
    assert menus_of(Actor(id="1", name="Ada", role=role, organization_id="clinic")) == offered


@pytest.mark.parametrize(
    ("role", "offered"),
    [(Role.MEMBER, []), (Role.ORG_ADMIN, []), (Role.APP_ADMIN, ADMIN), (Role.SUPER_ADMIN, ADMIN)],
)
def test_who_is_at_work_nowhere_is_offered_no_patients(role: Role, offered: list[str]) -> None:
    assert menus_of(Actor(id="1", name="Ada", role=role)) == offered


@pytest.mark.parametrize("role", [Role.APP_ADMIN, Role.SUPER_ADMIN])
def test_emergency_access_offers_the_patients(role: Role) -> None:
    actor = Actor(id="1", name="Ada", role=role, organization_id="clinic", emergency=True)

    assert menus_of(actor) == READING + ADMIN


def test_nobody_is_offered_nothing() -> None:
    assert menus_of(ANONYMOUS) == []
