"""The link of an invitation: shown as often as one likes, opens once, within seven days. # F6"""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.application.commands.accept_invitation import AcceptInvitation
from shared.domain.access import ANONYMOUS, Role
from shared.domain.errors import DomainError, Gone
from shared.domain.partitions import USERS
from shared.domain.user import Credential, User
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import CSRF, Browser
from tests.unit.functions.people.steps import (
    EVA,
    EVAS,
    HEAD,
    THERE,
    Caller,
    accept,
    invite,
    link,
    waiting,
    why,
)
from tests.world import World


def eva(world: World) -> User:
    [user] = world.of(User, USERS).all()
    return user


def test_looking_ten_times_consumes_nothing(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor, token = ANONYMOUS, link(world)

    [seen] = {head.get(f"/invitations/{token}").body for _ in range(10)}
    offer = json.loads(seen)
    assert (offer["email"], offer["organization_name"]) == (EVA, "Hospital General")
    assert (offer["role"], offer["language"], offer["has_account"]) == ("member", "es", False)
    assert accept(head, token, **EVAS).status == 200


def test_a_link_opens_once(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor, token = ANONYMOUS, link(world)
    accept(head, token, **EVAS)

    assert accept(head, token, **EVAS).status == 410
    assert why(head.get(f"/invitations/{token}")) == "urn:imagini:invitation-accepted"


def test_fifty_who_redeem_one_link_at_once_are_one_who_gets_in(world: World, head: Browser) -> None:
    invite(head)
    command = AcceptInvitation.model_validate({"token": link(world)} | EVAS)

    def redeem(_: int) -> str:
        try:
            return world.send(command, ANONYMOUS).email
        except DomainError as error:
            return type(error).__name__

    with ThreadPoolExecutor(50) as threads:
        results = sorted(threads.map(redeem, range(50)))

    assert results == [Gone.__name__] * 49 + [EVA]
    assert (world.store.count(USERS, User.kind), world.store.count(USERS, Credential.kind)) == (1, 1)


def test_a_link_expires_after_seven_days(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor, token = ANONYMOUS, link(world)

    world.time.passes(days=7, seconds=-1)
    assert head.get(f"/invitations/{token}").status == 200
    world.time.passes(seconds=1)
    assert why(accept(head, token, **EVAS)) == "urn:imagini:invitation-expired"
    caller.actor = HEAD
    assert [one["status"] for one in waiting(head)] == ["expired"]


def test_an_invitation_sent_again_has_a_new_link_and_seven_new_days(
    world: World, head: Browser, caller: Caller
) -> None:
    invitation, old = invite(head).json["id"], link(world)
    world.time.passes(days=8)
    again = head.post(f"{THERE}/{invitation}/renewal")

    caller.actor, new = ANONYMOUS, link(world)
    assert (again.status, again.json["status"]) == (200, "pending")
    assert why(head.get(f"/invitations/{old}")) == "urn:imagini:invitation-renewed"
    assert accept(head, new, **EVAS).status == 200


def test_an_invitation_that_was_withdrawn_opens_nothing(world: World, head: Browser, caller: Caller) -> None:
    invitation, token = invite(head).json["id"], link(world)

    assert head.ask("DELETE", f"{THERE}/{invitation}", headers=CSRF).status == 204
    assert waiting(head) == []
    assert head.post(f"{THERE}/{invitation}/renewal").status == 410
    caller.actor = ANONYMOUS
    assert why(accept(head, token, **EVAS)) == "urn:imagini:invitation-revoked"


@pytest.mark.parametrize("token", ["x", "x~y", "~", "%00", "a" * 300])
def test_a_link_that_we_never_sent_leads_nowhere(head: Browser, caller: Caller, token: str) -> None:
    caller.actor = ANONYMOUS

    assert head.get(f"/invitations/{token}").status == 404


def test_a_secret_that_was_guessed_opens_nothing(world: World, head: Browser, caller: Caller) -> None:
    invitation = invite(head).json["id"]
    caller.actor = ANONYMOUS

    assert accept(head, f"{invitation}~{'A' * 43}", **EVAS).status == 410
    assert world.store.count(USERS, User.kind) == 0


def test_a_link_of_one_organization_yields_no_other(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor, token = ANONYMOUS, link(world)

    for more in ({"organization_id": CLINIC}, {"role": "org_admin"}, {"email": "mallory@example.org"}):
        accept(head, token, **EVAS, **more)
    accept(head, token, **EVAS)
    assert (eva(world).organization_ids, eva(world).acting_in(HOSPITAL).role) == ([HOSPITAL], Role.MEMBER)
