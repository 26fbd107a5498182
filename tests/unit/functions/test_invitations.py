"""Invitations: sent by mail, shown as often as one likes, accepted once. # F5 F6 F7 F8"""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from email import message_from_bytes, policy
from typing import Any

import pytest
from pydantic import SecretStr

from functions.support import endpoint
from functions.support.streaming_http import Request
from shared.application.commands.accept_invitation import AcceptInvitation
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.application.commands.send_email import SendEmail
from shared.application.commands.suspend_organization import SuspendOrganization
from shared.domain.access import ANONYMOUS, PLATFORM, Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import DomainError, Gone
from shared.domain.invitation import Invitation
from shared.domain.partitions import USERS
from shared.domain.user import Credential, User
from tests.builders import CLINIC, HOSPITAL, RADIOLOGIST
from tests.unit.functions.browser import CSRF, Answer, Browser
from tests.world import World

HEAD = replace(RADIOLOGIST, id="grace", name="Grace Hopper", role=Role.ORG_ADMIN)
OPERATOR = Actor(id="root", name="Root", role=Role.APP_ADMIN)
EVA, EVAS_PASSWORD = "eva@example.org", "nine blue herons upstream"
EVAS = {"first_name": "Eva", "last_name": "Mora", "password": EVAS_PASSWORD}
INVITATIONS = f"/organizations/{HOSPITAL}/invitations"


class Caller:
    actor: Actor = HEAD


@pytest.fixture
def caller(monkeypatch: pytest.MonkeyPatch) -> Caller:
    who = Caller()

    def actor_of(_: Request) -> Actor:
        return who.actor

    monkeypatch.setattr(endpoint, "actor_of", actor_of)
    return who


@pytest.fixture(autouse=True)
def organizations(world: World) -> None:
    world.send(CreateOrganization(name=HOSPITAL, display_name="Hospital General", language="es"), PLATFORM)
    world.send(CreateOrganization(name=CLINIC, display_name="Other Clinic"), PLATFORM)


@pytest.fixture
def head(browser: Browser, caller: Caller) -> Browser:
    """The browser of the hospital's administrator, until somebody else calls."""
    assert caller.actor is HEAD
    return browser


def invite(browser: Browser, email: str = EVA, **given: str) -> Answer:
    return browser.post(INVITATIONS, {"email": email} | given)


def mails(world: World) -> Iterator[Any]:
    world.work(SendEmail)
    for file in sorted((world.folder / "mail").glob("*.eml")):
        yield message_from_bytes(file.read_bytes(), policy=policy.default)


def link(world: World) -> str:
    """The token in the newest mail."""
    text: str = list(mails(world))[-1].get_body(("plain",)).get_content()
    return next(word for word in text.split() if "/invitation/#" in word).partition("#")[2]


def accept(browser: Browser, token: str, **given: str) -> Answer:
    return browser.post(f"/invitations/{token}/acceptance", given)


def eva(world: World) -> User:
    [user] = world.of(User, USERS).all()
    return user


def why(answer: Answer) -> str:
    """What a page goes by to say it in its reader's language; only of what is gone."""
    assert answer.status == 410
    return answer.json["type"]


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


def test_the_mail_speaks_the_organizations_language(world: World, head: Browser) -> None:
    invite(head)

    [mail] = mails(world)
    assert (mail["To"], mail["Subject"]) == (EVA, "Invitación a Hospital General en imagini")
    assert "Grace Hopper le invita" in mail.get_body(("plain",)).get_content()


def test_only_the_hash_of_the_link_is_kept_and_no_answer_carries_it(world: World, head: Browser) -> None:
    said = invite(head).body + head.get(INVITATIONS).body
    secret = link(world).partition("~")[2]

    [kept] = world.of(Invitation, USERS).all()
    assert len(secret) == 43  # 256 bits
    assert secret not in kept.model_dump_json()
    assert secret not in said.decode()
    assert kept.secret_hash not in said.decode()


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
    assert [one["status"] for one in head.get(INVITATIONS).json] == ["expired"]


def test_an_invitation_sent_again_has_a_new_link_and_seven_new_days(
    world: World, head: Browser, caller: Caller
) -> None:
    invitation, old = invite(head).json["id"], link(world)
    world.time.passes(days=8)
    again = head.post(f"{INVITATIONS}/{invitation}/renewal")

    caller.actor, new = ANONYMOUS, link(world)
    assert (again.status, again.json["status"]) == (200, "pending")
    assert why(head.get(f"/invitations/{old}")) == "urn:imagini:invitation-renewed"
    assert accept(head, new, **EVAS).status == 200


def test_an_invitation_that_was_withdrawn_opens_nothing(world: World, head: Browser, caller: Caller) -> None:
    invitation, token = invite(head).json["id"], link(world)

    assert head.ask("DELETE", f"{INVITATIONS}/{invitation}", headers=CSRF).status == 204
    assert head.get(INVITATIONS).json == []
    assert head.post(f"{INVITATIONS}/{invitation}/renewal").status == 410
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


def register(world: World, email: str, password: str | None = EVAS_PASSWORD) -> User:
    given = {"email": email, "first_name": "Eva", "last_name": "Mora", "password": password}
    return world.send(RegisterUser.model_validate(given), PLATFORM)


def test_who_has_an_account_signs_in_and_joins(world: World, head: Browser, caller: Caller) -> None:
    known = register(world, EVA)
    invite(head)
    caller.actor = known.acting_in(None)

    assert head.get(f"/invitations/{link(world)}").json["has_account"]
    assert accept(head, link(world)).status == 200
    assert eva(world).organization_ids == [HOSPITAL]


def test_a_link_sets_no_password_of_an_account_that_exists(
    world: World, head: Browser, caller: Caller
) -> None:
    register(world, EVA, "the old password of eva")
    invite(head)
    caller.actor = ANONYMOUS

    refused = accept(head, link(world), **EVAS)
    assert (refused.status, "Sign in" in refused.json["detail"]) == (409, True)
    assert head.post("/auth/sign-in", {"email": EVA, "password": EVAS_PASSWORD}).status == 401


def test_somebody_else_who_is_signed_in_is_refused_and_the_link_stays(
    world: World, head: Browser, caller: Caller
) -> None:
    invite(head)
    caller.actor = register(world, "mallory@example.org").acting_in(None)

    assert accept(head, link(world)).status == 403
    caller.actor = ANONYMOUS
    assert accept(head, link(world), **EVAS).status == 200


def test_who_works_there_already_keeps_their_role(world: World, head: Browser, caller: Caller) -> None:
    known = register(world, EVA)
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


@pytest.mark.parametrize("role", ["app_admin", "super_admin", "platform", "None"])
def test_nobody_is_invited_to_run_the_platform(head: Browser, role: str) -> None:
    assert invite(head, role=role).status == 422


def test_an_admin_invites_to_their_own_organization_only(head: Browser, caller: Caller) -> None:
    elsewhere = f"/organizations/{CLINIC}/invitations"

    assert head.post(elsewhere, {"email": EVA}).status == head.get(elsewhere).status == 404
    caller.actor = OPERATOR
    assert head.post(elsewhere, {"email": EVA}).status == 201
    assert head.post("/organizations/nowhere_clinic/invitations", {"email": EVA}).status == 404


def test_another_organizations_invitation_can_be_neither_renewed_nor_withdrawn(
    head: Browser, caller: Caller
) -> None:
    caller.actor = OPERATOR
    theirs = head.post(f"/organizations/{CLINIC}/invitations", {"email": EVA}).json["id"]
    caller.actor = HEAD

    assert head.post(f"{INVITATIONS}/{theirs}/renewal").status == 404
    assert head.ask("DELETE", f"{INVITATIONS}/{theirs}", headers=CSRF).status == 404
    assert head.get(INVITATIONS).json == []


def test_a_link_of_one_organization_yields_no_other(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor, token = ANONYMOUS, link(world)

    for more in ({"organization_id": CLINIC}, {"role": "org_admin"}, {"email": "mallory@example.org"}):
        accept(head, token, **EVAS, **more)
    accept(head, token, **EVAS)
    assert (eva(world).organization_ids, eva(world).acting_in(HOSPITAL).role) == ([HOSPITAL], Role.MEMBER)


def test_the_same_person_is_invited_once(world: World, head: Browser, caller: Caller) -> None:
    assert invite(head).status == 201
    assert invite(head, EVA.upper()).status == 409
    caller.actor = ANONYMOUS
    accept(head, link(world), **EVAS)
    caller.actor = HEAD

    assert "already" in invite(head).json["detail"]


def test_nobody_is_invited_to_an_organization_that_is_suspended(world: World, head: Browser) -> None:
    world.send(SuspendOrganization(organization_id=HOSPITAL), PLATFORM)

    assert invite(head).status == 422


def test_the_audit_says_who_invited_and_who_joined(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor = ANONYMOUS
    accept(head, link(world), **EVAS)

    lines = {line.action: (line.actor_name, line.target) for line in world.of(AuditLine, USERS).all()}
    assert lines["invitation.send"] == ("Grace Hopper", HOSPITAL)
    assert lines["invitation.accept"] == ("Eva Mora", HOSPITAL)


def test_the_account_keeps_the_hash_of_the_password_as_every_keyboard_writes_it(
    world: World, head: Browser
) -> None:
    invite(head)
    given = EVAS | {"password": "nueve garzas río arriba"}  # a combining accent
    world.send(AcceptInvitation.model_validate({"token": link(world)} | given), ANONYMOUS)

    kept = world.of(Credential, USERS).get(EVA).password_hash
    assert kept == world.hasher.hash("nueve garzas río arriba")
    assert "garzas" not in repr(AcceptInvitation(token="x", password=SecretStr(given["password"])))
