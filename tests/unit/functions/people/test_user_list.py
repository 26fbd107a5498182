"""People, as administrators list them. # F1 F2 C6"""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from shared.application.commands.edit_organization import EditOrganization
from shared.application.ports import Change
from shared.domain.access import PLATFORM, Role
from shared.domain.partitions import USERS
from shared.domain.user import User
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.people.steps import HEAD, OPERATOR, Caller, change, names, register, remove, staff
from tests.world import World


def test_a_row_says_what_the_table_shows(world: World, head: Browser) -> None:  # F1
    ada = register(world, "Ada Lovelace", (HOSPITAL, Role.ORG_ADMIN))

    [row] = head.get("/users").json["items"]
    there = {"organization_id": HOSPITAL, "organization_name": "Hospital General"}
    assert row == {
        "id": ada.id,
        "first_name": "Ada",
        "last_name": "Lovelace",
        "email": "ada@example.org",
        "role": "org_admin",
        **there,
        "status": "active",
        "account": "active",
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
    assert [m["organization_name"] for m in both["memberships"]] == ["Other Clinic", "Hospital General"]


def test_organizations_are_sorted_by_the_names_that_are_shown(
    world: World, head: Browser, caller: Caller
) -> None:
    caller.actor = OPERATOR
    register(world, "Olga Root", platform_role=Role.APP_ADMIN)
    for number in range(3):
        register(world, f"H{number} General{number}", (HOSPITAL, Role.MEMBER))
        register(world, f"C{number} Clinical{number}", (CLINIC, Role.MEMBER))
    in_order = ["Olga", "H0", "H1", "H2", "C0", "C1", "C2"]

    def pages_of(size: int, query: str = "") -> list[str]:
        pages = range(0, len(in_order), size)
        rows = [head.get(f"/users?sort=organization&offset={at}&limit={size}{query}") for at in pages]
        return [name for page in rows for name in names(page)]

    assert pages_of(7) == pages_of(2) == pages_of(3) == in_order
    world.send(EditOrganization(organization_id=CLINIC, display_name="Ábside Clinic"), PLATFORM)
    assert pages_of(2) == ["Olga", "C0", "C1", "C2", "H0", "H1", "H2"]
    assert pages_of(4, "&descending=true") == ["H0", "H1", "H2", "C0", "C1", "C2", "Olga"]
    assert pages_of(1, "&search=clinical") == ["C0", "C1", "C2"]


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


def test_somebody_stored_before_lists_had_an_index_is_read(world: World) -> None:
    old: dict[str, Any] = {"id": "old", "email": "old@example.org", "first_name": "Old", "last_name": "Timer"}
    work: dict[str, Any] = {
        "memberships": [{"organization_id": HOSPITAL, "role": "member"}],
        "organization_ids": [HOSPITAL],
    }
    world.store.commit(USERS, [Change("add", "user", "old", old | work | {"schema_version": 1})])

    assert world.of(User, USERS).get("old").acting_in(HOSPITAL).organization_id == HOSPITAL
