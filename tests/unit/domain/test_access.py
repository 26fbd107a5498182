"""Who may do what: the whole table, role by permission, so that a change of it is a change of this page."""

from dataclasses import replace

import pytest

from shared.domain.access import ANONYMOUS, CLINICAL, GRANTS, PLATFORM, Actor, Permission, Role
from shared.domain.errors import Forbidden, NotFound, Unauthenticated

TABLE = """
                        anonymous  member  org_admin  app_admin  super_admin  platform
session.open            yes        yes     yes        yes        yes          yes
status.read             yes        yes     yes        yes        yes          yes
self.manage             no         yes     yes        yes        yes          yes
patients.read           no         yes     yes        no         no           yes
studies.store           no         yes     yes        no         no           yes
analyses.run            no         yes     yes        no         no           yes
findings.decide         no         yes     yes        no         no           yes
reports.write           no         yes     yes        no         no           yes
invitation.accept       yes        yes     yes        yes        yes          yes
patients.manage         no         no      yes        no         no           yes
people.manage           no         no      yes        yes        yes          yes
organization.configure  no         no      yes        yes        yes          yes
platform.manage         no         no      no         yes        yes          yes
emergency.open          no         no      no         yes        yes          yes
audit.read              no         no      yes        yes        yes          yes
background.work         no         no      no         no         no           yes
"""
READ = Permission.READ_PATIENTS
HEAD, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [
    (Role(role), Permission(permission), word == "yes")
    for permission, *words in ROWS
    for role, word in zip(HEAD, words, strict=True)
]


def somebody(role: Role, organization_id: str | None = "general_hospital") -> Actor:
    return Actor(id="somebody", name="Some Body", role=role, organization_id=organization_id)


def test_the_table_leaves_no_role_and_no_permission_out() -> None:
    assert {(role, permission) for role, permission, _ in CELLS} == {(r, p) for r in Role for p in Permission}
    assert set(GRANTS) == set(Role)


@pytest.mark.parametrize(("role", "permission", "granted"), CELLS, ids=str)
def test_a_role_may_do_what_the_table_says_and_nothing_else(
    role: Role, permission: Permission, granted: bool
) -> None:
    refusal = Unauthenticated if role is Role.ANONYMOUS else Forbidden
    if granted:
        somebody(role).must(permission, None)
        return
    with pytest.raises(refusal):
        somebody(role).must(permission, None)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ORG_ADMIN])
def test_another_organization_does_not_exist_for_those_who_work_in_one(role: Role) -> None:
    somebody(role).must(Permission.READ_PATIENTS, "general_hospital")
    with pytest.raises(NotFound):
        somebody(role).must(Permission.READ_PATIENTS, "other_clinic")


def test_an_organization_does_not_exist_for_somebody_at_work_in_none() -> None:
    with pytest.raises(NotFound):
        somebody(Role.MEMBER, organization_id=None).must(Permission.READ_PATIENTS, "general_hospital")


@pytest.mark.parametrize(("role", "granted"), [(Role.APP_ADMIN, {READ}), (Role.SUPER_ADMIN, CLINICAL)])
def test_emergency_access_opens_the_patients_of_one_organization(
    role: Role, granted: set[Permission]
) -> None:
    actor = replace(somebody(role), emergency=True)

    assert actor.granted - somebody(role).granted == granted
    actor.must(READ, "general_hospital")
    with pytest.raises(NotFound):
        actor.must(READ, "other_clinic")


@pytest.mark.parametrize("role", [Role.APP_ADMIN, Role.SUPER_ADMIN])
def test_administrators_of_the_platform_configure_every_organization(role: Role) -> None:
    somebody(role, organization_id=None).must(Permission.CONFIGURE_ORGANIZATION, "other_clinic")


def test_what_a_role_may_not_do_is_said_before_whose_it_is() -> None:
    with pytest.raises(Forbidden):
        somebody(Role.MEMBER).must(Permission.CONFIGURE_ORGANIZATION, "other_clinic")


def test_a_stranger_is_asked_to_sign_in() -> None:
    with pytest.raises(Unauthenticated, match="Please sign in"):
        ANONYMOUS.must(Permission.READ_PATIENTS, "general_hospital")


def test_the_platform_works_in_the_background_for_every_organization() -> None:
    PLATFORM.must(Permission.WORK_IN_BACKGROUND, "general_hospital")
