"""Who accepts an invitation, with a new account or with the one they have. # F7"""

import pytest
from pydantic import SecretStr

from shared.application.commands.accept_invitation import AcceptInvitation
from shared.domain.access import ANONYMOUS, Role
from shared.domain.partitions import USERS
from shared.domain.user import Credential, User
from tests.builders import HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.people.steps import EVA, EVAS, EVAS_PASSWORD, Caller, accept, invite, link, register
from tests.world import World


def eva(world: World) -> User:
    [user] = world.of(User, USERS).all()
    return user


def test_the_invited_joins_with_a_new_account_and_signs_in(
    world: World, head: Browser, caller: Caller
) -> None:
    sent = invite(head, role="org_admin")
    caller.actor = ANONYMOUS
    welcome = accept(head, link(world), **EVAS)

    assert (sent.status, sent.json["status"], welcome.status) == (201, "pending", 200)
    assert welcome.json == {"email": EVA, "organization_id": HOSPITAL, "role": "org_admin"}
    signed_in = head.post("/auth/sign-in", {"email": EVA, "password": EVAS_PASSWORD})
    assert signed_in.json["user"]["language"] == "es"
    assert signed_in.json["organization"] == {
        "id": HOSPITAL,
        "display_name": "Hospital General",
        "role": "org_admin",
    }


def test_who_has_an_account_signs_in_and_joins(world: World, head: Browser, caller: Caller) -> None:
    known = register(world, "Eva Mora", password=EVAS_PASSWORD)
    invite(head)
    caller.actor = known.acting_in(None)

    assert head.get(f"/invitations/{link(world)}").json["has_account"]
    assert accept(head, link(world)).status == 200
    assert eva(world).organization_ids == [HOSPITAL]


def test_a_link_sets_no_password_of_an_account_that_exists(
    world: World, head: Browser, caller: Caller
) -> None:
    register(world, "Eva Mora", password="the old password of eva")
    invite(head)
    caller.actor = ANONYMOUS

    refused = accept(head, link(world), **EVAS)
    assert (refused.status, "Sign in" in refused.json["detail"]) == (409, True)
    assert head.post("/auth/sign-in", {"email": EVA, "password": EVAS_PASSWORD}).status == 401


def test_somebody_else_who_is_signed_in_is_refused_and_the_link_stays(
    world: World, head: Browser, caller: Caller
) -> None:
    invite(head)
    caller.actor = register(world, "Mallory Mora").acting_in(None)

    assert accept(head, link(world)).status == 403
    caller.actor = ANONYMOUS
    assert accept(head, link(world), **EVAS).status == 200


def test_who_works_there_already_keeps_their_role(world: World, head: Browser, caller: Caller) -> None:
    known = register(world, "Eva Mora", password=EVAS_PASSWORD)
    invite(head)
    uow = world.unit_of_work()
    uow.of(User, USERS).save(known.join(HOSPITAL, Role.ORG_ADMIN))
    uow.commit()
    caller.actor = known.acting_in(HOSPITAL)

    assert accept(head, link(world)).status == 200
    assert eva(world).acting_in(HOSPITAL).role is Role.ORG_ADMIN


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "first name"),
        (EVAS | {"first_name": " "}, "first name"),
        (EVAS | {"password": "fourteen chars"}, "15 characters"),
        (EVAS | {"password": "passwordpassword"}, "tried first"),
        (EVAS | {"password": "eva@example.org!"}, "your name"),
    ],
)
def test_an_account_needs_a_name_and_a_good_password(
    world: World, head: Browser, caller: Caller, given: dict[str, str], reason: str
) -> None:
    invite(head)
    caller.actor, token = ANONYMOUS, link(world)

    refused = accept(head, token, **given)
    assert (refused.status, reason in refused.json["detail"]) == (422, True)
    assert accept(head, token, **EVAS).status == 200


def test_the_account_keeps_the_hash_of_the_password_as_every_keyboard_writes_it(
    world: World, head: Browser
) -> None:
    invite(head)
    given = EVAS | {"password": "nueve garzas río arriba"}  # a combining accent
    world.send(AcceptInvitation.model_validate({"token": link(world)} | given), ANONYMOUS)

    kept = world.of(Credential, USERS).get(EVA).password_hash
    assert kept == world.hasher.hash("nueve garzas río arriba")
    assert "garzas" not in repr(AcceptInvitation(token="x", password=SecretStr(given["password"])))


def test_whoever_opens_the_link_is_told_as_whom(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    token = link(world)
    ada, eva = register(world, "Ada Abreu", (HOSPITAL, Role.MEMBER)), register(world, "Eva Mora")

    for actor, address in (
        (ANONYMOUS, None),
        (ada.acting_in(HOSPITAL), ada.email),
        (eva.acting_in(None), EVA),
    ):
        caller.actor = actor
        seen = head.get(f"/invitations/{token}").json
        assert (seen["signed_in_as"], seen["is_member"]) == (address, False)


def test_who_belongs_there_already_is_told_so(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor = register(world, "Eva Mora", (HOSPITAL, Role.MEMBER)).acting_in(HOSPITAL)

    assert head.get(f"/invitations/{link(world)}").json["is_member"]


def test_a_new_account_speaks_the_language_that_it_was_made_in(
    world: World, head: Browser, caller: Caller
) -> None:
    invite(head)
    caller.actor = ANONYMOUS
    accept(head, link(world), **EVAS, language="en")

    assert eva(world).language == "en"
