"""Roles and places in an organization, given and taken away. # F10"""

from typing import Any

import pytest

from shared.application.commands.change_member import ChangeMember
from shared.application.commands.remove_member import RemoveMember
from shared.domain.access import Role
from shared.domain.audit import AuditLine
from shared.domain.partitions import USERS
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.people.steps import (
    HEAD,
    OPERATOR,
    Caller,
    change,
    names,
    register,
    remove,
    sign_in,
    staff,
    stored,
)
from tests.world import PASSWORD, World

CHANGES: list[dict[str, Any]] = [{"role": "org_admin"}, {"active": False}, {}]


def test_another_role_is_given(world: World, head: Browser) -> None:
    [ada] = staff(world, "Ada Lovelace")

    assert change(head, ada, role="org_admin").json["role"] == "org_admin"
    assert stored(world, ada).acting_in(HOSPITAL).role is Role.ORG_ADMIN
    assert names(head.get("/users?role=org_admin")) == ["Ada"]


@pytest.mark.parametrize("role", ["app_admin", "super_admin", "platform", "anonymous", "None"])
def test_nobody_gives_a_role_that_an_organization_does_not_have(
    world: World, head: Browser, role: str
) -> None:
    [ada] = staff(world, "Ada Lovelace")

    assert change(head, ada, role=role).status == 422


def test_somebody_above_oneself_is_left_alone(world: World, head: Browser, caller: Caller) -> None:
    olga = register(world, "Olga Root", (HOSPITAL, Role.MEMBER), platform_role=Role.APP_ADMIN)

    assert change(head, olga, active=False).status == remove(head, olga).status == 403
    caller.actor = OPERATOR
    assert remove(head, olga).status == 204


@pytest.mark.parametrize("missing", ["another organization's", "nobody's"])
def test_whom_one_does_not_employ_one_cannot_change(world: World, head: Browser, missing: str) -> None:
    eve = register(world, "Eve Elsewhere", (CLINIC, Role.MEMBER))
    target = eve if missing == "another organization's" else eve.model_copy(update={"id": "nobody"})

    assert change(head, target, role="org_admin").status == remove(head, target).status == 404
    assert change(head, target, CLINIC, role="org_admin").status == remove(head, target, CLINIC).status == 404
    assert stored(world, eve) == eve


@pytest.mark.parametrize("changes", CHANGES, ids=["role", "deactivation", "removal"])
def test_sessions_end_at_once(world: World, browser: Browser, changes: dict[str, Any]) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.MEMBER), password=PASSWORD)
    sign_in(browser, ada)
    world.time.passes(seconds=1)
    there = {"organization_id": HOSPITAL, "user_id": ada.id}
    if changes:
        world.send(ChangeMember.model_validate(there | changes), HEAD)
    else:
        world.send(RemoveMember(**there), HEAD)

    assert browser.get("/me").status == 401


def test_a_change_that_changes_nothing_ends_no_session(world: World, browser: Browser) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.MEMBER), password=PASSWORD)
    sign_in(browser, ada)
    world.time.passes(seconds=1)
    world.send(ChangeMember(organization_id=HOSPITAL, user_id=ada.id, active=True), HEAD)

    assert browser.get("/me").status == 200


def test_who_is_deactivated_waits_outside_until_reactivated(world: World, browser: Browser) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.MEMBER), password=PASSWORD)
    there = {"organization_id": HOSPITAL, "user_id": ada.id}
    row = world.send(ChangeMember.model_validate(there | {"active": False}), HEAD)

    refused = sign_in(browser, ada)
    assert (row.status, refused.status) == ("deactivated", 403)
    assert "deactivated" in refused.json["detail"]
    world.send(ChangeMember.model_validate(there | {"active": True}), HEAD)
    world.time.passes(minutes=15)
    assert sign_in(browser, ada).json["organization"]["id"] == HOSPITAL


def test_who_is_deactivated_in_one_organization_works_on_in_the_other(world: World, browser: Browser) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.MEMBER), (CLINIC, Role.MEMBER), password=PASSWORD)
    world.send(ChangeMember(organization_id=HOSPITAL, user_id=ada.id, active=False), HEAD)

    me = sign_in(browser, ada).json
    assert [one["id"] for one in me["organizations"]] == [CLINIC]
    assert stored(world, ada).acting_in(HOSPITAL).organization_id is None


def test_who_was_removed_is_gone_from_the_list_and_stays_known(world: World, head: Browser) -> None:
    [ada] = staff(world, "Ada Lovelace")

    assert (remove(head, ada).status, remove(head, ada).status) == (204, 404)
    assert names(head.get("/users")) == []
    assert stored(world, ada).memberships == []


def test_the_audit_says_who_changed_whom(world: World, head: Browser) -> None:
    [ada] = staff(world, "Ada Lovelace")
    change(head, ada, role="org_admin", active=True)
    register(world, "Ben Berg", (HOSPITAL, Role.ORG_ADMIN))
    remove(head, ada)

    lines = sorted(world.of(AuditLine, USERS).all(), key=lambda line: line.action)
    assert [(line.actor_name, line.action, line.target, line.detail) for line in lines] == [
        ("Grace Hopper", "member.change", HOSPITAL, f"{ada.id} role=org_admin active=True"),
        ("Grace Hopper", "member.remove", HOSPITAL, ada.id),
    ]
