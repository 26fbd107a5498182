"""People, as administrators list and change them over HTTP. # F1 F2 F10 C6"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, Literal
from urllib.parse import quote

import pytest

from functions.support import endpoint
from functions.support.streaming_http import Request
from shared.application.commands.change_member import ChangeMember
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.remove_member import RemoveMember
from shared.application.ports import Change, Condition
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import DomainError
from shared.domain.partitions import USERS
from shared.domain.user import Membership, User
from tests.builders import CLINIC, HOSPITAL, RADIOLOGIST
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.world import PASSWORD, World

HEAD = replace(RADIOLOGIST, id="grace", name="Grace Hopper", role=Role.ORG_ADMIN)
OPERATOR = Actor(id="root", name="Root", role=Role.APP_ADMIN)
type Place = tuple[str, Literal[Role.MEMBER, Role.ORG_ADMIN]]


class Caller:
    actor: Actor = HEAD


@pytest.fixture
def caller() -> Caller:
    return Caller()


@pytest.fixture
def head(browser: Browser, caller: Caller, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The browser of the hospital's administrator, until somebody else calls."""

    def actor_of(_: Request) -> Actor:
        return caller.actor

    monkeypatch.setattr(endpoint, "actor_of", actor_of)
    return browser


@pytest.fixture(autouse=True)
def organizations(world: World) -> None:
    world.send(CreateOrganization(name=HOSPITAL, display_name="General Hospital"), PLATFORM)
    world.send(CreateOrganization(name=CLINIC, display_name="Other Clinic"), PLATFORM)


def register(world: World, name: str, *places: Place, **given: Any) -> User:
    """`name`: first and last."""
    first, last = name.split()
    person = {"email": f"{first}@example.org", "first_name": first, "last_name": last} | given
    user = world.send(RegisterUser.model_validate(person), PLATFORM)
    for organization_id, role in places:
        membership = Membership(organization_id=organization_id, role=role)
        user = world.send(RegisterUser.model_validate(person | {"membership": membership}), PLATFORM)
    return user


def staff(world: World, *names: str) -> list[User]:
    return [register(world, name, (HOSPITAL, Role.MEMBER)) for name in names]


def names(answer: Answer) -> list[str]:
    assert answer.status == 200
    return [row["first_name"] for row in answer.json["items"]]


def change(browser: Browser, user: User, organization: str = HOSPITAL, **given: object) -> Answer:
    path = f"/organizations/{organization}/members/{user.id}"
    return browser.ask("PATCH", path, given, CSRF)


def remove(browser: Browser, user: User, organization: str = HOSPITAL) -> Answer:
    return browser.ask("DELETE", f"/organizations/{organization}/members/{user.id}", headers=CSRF)


def stored(world: World, user: User) -> User:
    return world.of(User, USERS).get(user.id)


def test_a_row_says_what_the_table_shows(world: World, head: Browser) -> None:  # F1
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.ORG_ADMIN))

    [row] = head.get("/users").json["items"]
    there = {"organization_id": HOSPITAL, "organization_name": "General Hospital"}
    assert row == {
        "id": ada.id,
        "first_name": "Ada",
        "last_name": "Lovelace",
        "email": "ada@example.org",
        "role": "org_admin",
        **there,
        "status": "active",
        "memberships": [{**there, "role": "org_admin", "status": "active"}],
    }


def test_twenty_people_are_two_pages_of_ten(world: World, head: Browser) -> None:  # F2
    staff(world, *(f"P{number:02} Last{number:02}" for number in range(20)))

    first, second = head.get("/users"), head.get("/users?offset=10&limit=10")
    assert (first.json["total"], second.json["total"]) == (20, 20)
    assert names(first) + names(second) == [f"P{number:02}" for number in range(20)]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("first_name", ["Ángel", "Ben", "carl"]),
        ("last_name", ["carl", "Ángel", "Ben"]),
        ("email", ["Ben", "carl", "Ángel"]),
    ],
)
def test_people_are_sorted_as_people_read(
    world: World, head: Browser, sort: str, expected: list[str]
) -> None:
    given = {"Ángel Mora": "z@example.org", "Ben Ñandú": "b@example.org", "carl álvarez": "c@example.org"}
    for name, email in given.items():
        register(world, name, (HOSPITAL, Role.MEMBER), email=email)

    assert names(head.get(f"/users?sort={sort}")) == expected
    assert names(head.get(f"/users?sort={sort}&descending=true")) == expected[::-1]


@pytest.mark.parametrize("search", ["alvarez", "ÁLVAREZ", "ines a", "ines@example", " Inés  Álv "])
def test_a_search_forgives_case_accents_and_blanks(world: World, head: Browser, search: str) -> None:
    register(world, "Inés Álvarez", (HOSPITAL, Role.MEMBER), email="ines@example.org")
    staff(world, "Jonas Berg")

    answer = head.get(f"/users?search={quote(search)}")
    assert (names(answer), answer.json["total"]) == (["Inés"], 1)


def test_an_admin_sees_their_own_organizations_people_and_nothing_of_another(
    world: World, head: Browser
) -> None:
    staff(world, "Ada Lovelace")
    register(world, "Eve Elsewhere", (CLINIC, Role.MEMBER))
    register(world, "Both Places", (CLINIC, Role.ORG_ADMIN), (HOSPITAL, Role.MEMBER))

    answer = head.get("/users")
    assert (names(answer), answer.json["total"]) == (["Ada", "Both"], 2)
    assert CLINIC not in answer.body.decode()
    assert head.get(f"/users?organization={CLINIC}").status == 404
    assert head.get("/users?search=elsewhere").json["total"] == 0
    assert names(head.get("/users?role=org_admin")) == []  # that is Both, but elsewhere


def test_who_runs_the_platform_sees_everybody_and_filters(
    world: World, head: Browser, caller: Caller
) -> None:
    caller.actor = OPERATOR
    register(world, "Ada Lovelace", (HOSPITAL, Role.ORG_ADMIN))
    register(world, "Both Places", (CLINIC, Role.ORG_ADMIN), (HOSPITAL, Role.MEMBER))
    register(world, "Olga Root", platform_role=Role.APP_ADMIN)

    assert names(head.get("/users?sort=first_name")) == ["Ada", "Both", "Olga"]
    assert names(head.get(f"/users?organization={CLINIC}")) == ["Both"]
    assert names(head.get(f"/users?organization={HOSPITAL}&role=org_admin")) == ["Ada"]
    assert names(head.get("/users?role=app_admin")) == ["Olga"]
    assert names(head.get("/users?sort=role&descending=true"))[0] == "Olga"
    assert names(head.get("/users?sort=organization&descending=true"))[0] == "Both"
    [both] = head.get("/users?search=both").json["items"]
    assert [m["organization_name"] for m in both["memberships"]] == ["Other Clinic", "General Hospital"]


def test_the_super_admin_is_seen_by_nobody_else(world: World, head: Browser, caller: Caller) -> None:  # C6
    sol = register(world, "Sol Vega", (HOSPITAL, Role.ORG_ADMIN), platform_role=Role.SUPER_ADMIN)

    for actor in (HEAD, OPERATOR):
        caller.actor = actor
        for query in ("", "?search=sol", f"?organization={HOSPITAL}", "?role=org_admin"):
            assert head.get(f"/users{query}").json == {"items": [], "total": 0}
        assert change(head, sol, role="member").status == remove(head, sol).status == 404
        assert head.get("/users?role=super_admin").status == 422
    caller.actor = replace(OPERATOR, role=Role.SUPER_ADMIN)
    assert names(head.get("/users")) == ["Sol"]


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


def sign_in(browser: Browser, user: User) -> Answer:
    return browser.post("/auth/sign-in", {"email": user.email, "password": PASSWORD})


CHANGES: list[dict[str, Any]] = [{"role": "org_admin"}, {"active": False}, {}]


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


@pytest.mark.parametrize("changes", [{"role": "member"}, {"active": False}, {}])
def test_the_last_administrator_stays(world: World, head: Browser, changes: dict[str, Any]) -> None:
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.ORG_ADMIN))
    away = register(world, "Away Already", (HOSPITAL, Role.ORG_ADMIN))
    assert change(head, away, active=False).status == 200  # counts no more

    refused = change(head, ada, **changes) if changes else remove(head, ada)
    assert (refused.status, "at least one administrator" in refused.json["detail"]) == (422, True)
    assert stored(world, ada).acting_in(HOSPITAL).role is Role.ORG_ADMIN


def test_two_administrators_who_remove_each_other_at_once_leave_one(world: World) -> None:
    for number in range(10):
        organization = f"clinic_{number}x"
        world.send(CreateOrganization(name=organization), PLATFORM)
        pair = [register(world, f"A{number}{one} Admin", (organization, Role.ORG_ADMIN)) for one in "ab"]

        def leave(user: User, organization: str = organization) -> bool:
            command = RemoveMember(organization_id=organization, user_id=user.id)
            try:
                world.send(command, replace(HEAD, organization_id=organization))
            except DomainError:
                return False
            return True

        with ThreadPoolExecutor(2) as threads:
            left = list(threads.map(leave, pair))

        assert sorted(left) == [False, True]
        assert world.store.count(USERS, User.kind, [Condition("organization_ids", "has", organization)]) == 1


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


def test_somebody_stored_before_lists_had_an_index_is_read(world: World) -> None:
    old: dict[str, Any] = {"id": "old", "email": "old@example.org", "first_name": "Old", "last_name": "Timer"}
    work: dict[str, Any] = {
        "memberships": [{"organization_id": HOSPITAL, "role": "member"}],
        "organization_ids": [HOSPITAL],
    }
    world.store.commit(USERS, [Change("add", "user", "old", old | work | {"schema_version": 1})])

    assert world.of(User, USERS).get("old").acting_in(HOSPITAL).organization_id == HOSPITAL
