"""An account as a whole: closed and opened again by who runs the platform. # F10"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from shared.application.commands.change_user import ChangeUser
from shared.domain.access import Role
from shared.domain.audit import AuditLine
from shared.domain.errors import DomainError
from shared.domain.partitions import USERS
from shared.domain.user import User
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.unit.functions.people.steps import HEAD, OPERATOR, Caller, change, register, sign_in, staff, stored
from tests.world import PASSWORD, World


def close(browser: Browser, user: User, active: bool = False) -> Answer:
    return browser.ask("PATCH", f"/users/{user.id}", {"active": active}, CSRF)


def test_who_is_closed_out_is_so_wherever_they_belong(world: World, browser: Browser) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.MEMBER), (CLINIC, Role.MEMBER), password=PASSWORD)
    sign_in(browser, ada)
    world.time.passes(seconds=1)
    row = world.send(ChangeUser(user_id=ada.id, active=False), OPERATOR)

    assert (row.status, row.account, browser.get("/me").status) == ("deactivated", "deactivated", 401)
    refused = sign_in(browser, ada)
    assert (refused.status, refused.json["type"]) == (403, "urn:imagini:deactivated")
    world.send(ChangeUser(user_id=ada.id, active=True), OPERATOR)
    world.time.passes(minutes=15)
    assert sign_in(browser, ada).status == 200


def test_their_organization_sees_it_and_cannot_undo_it(world: World, head: Browser, caller: Caller) -> None:
    [ada] = staff(world, "Ada Lovelace")
    caller.actor = OPERATOR
    close(head, ada)
    caller.actor = HEAD

    assert close(head, ada, active=True).status == 403
    change(head, ada, active=True)
    [row] = head.get("/users").json["items"]
    assert (row["status"], row["account"]) == ("deactivated", "deactivated")


def test_no_organization_loses_its_last_administrator(world: World, head: Browser, caller: Caller) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.ORG_ADMIN), (CLINIC, Role.ORG_ADMIN))
    ben = register(world, "Ben Berg", (HOSPITAL, Role.ORG_ADMIN))
    caller.actor = OPERATOR

    refused = close(head, ada)
    assert (refused.status, refused.json["type"]) == (422, "urn:imagini:last-admin")
    register(world, "Ben Berg", (CLINIC, Role.ORG_ADMIN))
    assert close(head, ada).status == 200  # Ben stays, in both
    assert change(head, ben, role="member").status == 422  # who is closed out administers nothing


def test_nobody_closes_themselves_out(world: World, head: Browser, caller: Caller) -> None:
    olga = register(world, "Olga Root", platform_role=Role.APP_ADMIN)
    caller.actor = replace(OPERATOR, id=olga.id)

    refused = close(head, olga)
    assert (refused.status, refused.json["type"]) == (422, "urn:imagini:own-account")


def test_two_who_run_the_platform_and_close_each_other_out_at_once_leave_one(world: World) -> None:
    for number in range(10):
        pair = [register(world, f"A{number}{one} Root", platform_role=Role.APP_ADMIN) for one in "ab"]

        def close_out(at: int, pair: list[User] = pair) -> bool:
            try:
                command = ChangeUser(user_id=pair[at].id, active=False)
                return world.send(command, replace(OPERATOR, id=pair[1 - at].id)).account == "active"
            except DomainError:
                return True

        with ThreadPoolExecutor(2) as threads:
            open_still = list(threads.map(close_out, range(2)))

        assert any(open_still)
        assert any(not stored(world, user).closed for user in pair)


def test_the_super_admin_is_not_there(world: World, head: Browser, caller: Caller) -> None:  # C6
    sol = register(world, "Sol Vega", platform_role=Role.SUPER_ADMIN)
    caller.actor = OPERATOR

    assert close(head, sol).status == 404
    assert not stored(world, sol).closed


def test_the_audit_says_who_closed_whom_out(world: World, head: Browser, caller: Caller) -> None:
    [ada] = staff(world, "Ada Lovelace")
    caller.actor = OPERATOR
    close(head, ada)
    close(head, ada, active=True)

    lines = sorted(world.of(AuditLine, USERS).all(), key=lambda line: line.detail)
    assert [(line.actor_name, line.action, line.target, line.detail) for line in lines] == [
        ("Root", "user.change", ada.id, "active=False"),
        ("Root", "user.change", ada.id, "active=True"),
    ]


def appoint(browser: Browser, user: User, app_admin: bool = True) -> Answer:
    return browser.ask("PATCH", f"/users/{user.id}", {"app_admin": app_admin}, CSRF)


def test_who_runs_the_platform_names_others_who_do(world: World, head: Browser, caller: Caller) -> None:
    [ada] = staff(world, "Ada Lovelace")

    assert appoint(head, ada).status == 403
    caller.actor = OPERATOR
    assert appoint(head, ada).json["role"] == "app_admin"
    assert stored(world, ada).acting_in(HOSPITAL).role is Role.APP_ADMIN
    assert appoint(head, ada, app_admin=False).json["role"] == "member"
    assert stored(world, ada).acting_in(HOSPITAL).role is Role.MEMBER


def test_nobody_gives_their_own_role_up_and_none_is_made_of_a_super_admin(
    world: World, head: Browser, caller: Caller
) -> None:
    olga = register(world, "Olga Root", platform_role=Role.APP_ADMIN)
    sol = register(world, "Sol Vega", platform_role=Role.SUPER_ADMIN)

    caller.actor = olga.acting_in(None)
    assert appoint(head, olga, app_admin=False).status == 422
    assert appoint(head, sol).status == 404
    caller.actor = sol.acting_in(None)
    assert appoint(head, sol).status == 422
    assert appoint(head, olga, app_admin=False).status == 200


def test_a_new_role_has_them_sign_in_again(world: World, browser: Browser) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.MEMBER), password=PASSWORD)
    sign_in(browser, ada)
    world.time.passes(seconds=1)
    world.send(ChangeUser(user_id=ada.id, app_admin=True), OPERATOR)

    assert browser.get("/me").status == 401
