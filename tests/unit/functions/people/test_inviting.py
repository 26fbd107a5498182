"""Invitations, as administrators send, list, renew and withdraw them. # F4 F6 F8 F10"""

from dataclasses import replace

import pytest

from shared.application.commands.change_organization_status import ChangeOrganizationStatus
from shared.domain.access import ANONYMOUS, PLATFORM, Role
from shared.domain.audit import AuditLine
from shared.domain.invitation import Invitation
from shared.domain.partitions import USERS
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import CSRF, Browser
from tests.unit.functions.people.steps import (
    EVA,
    EVAS,
    HEAD,
    OPERATOR,
    THERE,
    Caller,
    accept,
    invite,
    link,
    mails,
    waiting,
)
from tests.world import World


def test_the_mail_speaks_the_organizations_language(world: World, head: Browser) -> None:
    invite(head)

    [mail] = mails(world)
    assert (mail["To"], mail["Subject"]) == (EVA, "Invitación a Hospital General en imagini")
    assert "Grace Hopper le invita" in mail.get_body(("plain",)).get_content()


def test_who_runs_the_whole_platform_is_not_named_to_those_they_invite(  # C6
    world: World, head: Browser, caller: Caller
) -> None:
    caller.actor = replace(OPERATOR, role=Role.SUPER_ADMIN)
    invite(head)
    caller.actor = OPERATOR

    assert OPERATOR.name not in head.get("/invitations").body.decode()
    [mail] = mails(world)
    assert "imagini le invita" in mail.get_body(("plain",)).get_content()


def test_only_the_hash_of_the_link_is_kept_and_no_answer_carries_it(world: World, head: Browser) -> None:
    said = invite(head).body + head.get("/invitations").body
    secret = link(world).partition("~")[2]

    [kept] = world.of(Invitation, USERS).all()
    assert len(secret) == 43  # 256 bits
    assert secret not in kept.model_dump_json()
    assert secret not in said.decode()
    assert kept.secret_hash not in said.decode()


@pytest.mark.parametrize("role", ["app_admin", "super_admin", "platform", "None"])
def test_nobody_is_invited_to_run_the_platform(head: Browser, role: str) -> None:
    assert invite(head, role=role).status == 422


def test_an_admin_invites_to_their_own_organization_only(head: Browser, caller: Caller) -> None:
    assert invite(head, organization=CLINIC).status == 404
    caller.actor = OPERATOR
    assert invite(head, organization=CLINIC).status == 201
    assert invite(head, organization="nowhere_clinic").status == 404


def test_another_organizations_invitation_can_be_neither_renewed_nor_withdrawn(
    head: Browser, caller: Caller
) -> None:
    caller.actor = OPERATOR
    theirs = invite(head, organization=CLINIC).json["id"]
    caller.actor = HEAD

    assert head.post(f"{THERE}/{theirs}/renewal").status == 404
    assert head.ask("DELETE", f"{THERE}/{theirs}", headers=CSRF).status == 404
    assert waiting(head) == []


def test_the_same_person_is_invited_once(world: World, head: Browser, caller: Caller) -> None:
    assert invite(head).status == 201
    assert invite(head, EVA.upper()).status == 409
    caller.actor = ANONYMOUS
    accept(head, link(world), **EVAS)
    caller.actor = HEAD

    assert "already" in invite(head).json["detail"]


def test_nobody_is_invited_to_an_organization_that_is_suspended(world: World, head: Browser) -> None:
    world.send(ChangeOrganizationStatus(organization_id=HOSPITAL, status="suspended"), PLATFORM)

    assert invite(head).status == 422


def test_the_audit_says_who_invited_and_who_joined(world: World, head: Browser, caller: Caller) -> None:
    invite(head)
    caller.actor = ANONYMOUS
    accept(head, link(world), **EVAS)

    lines = {line.action: (line.actor_name, line.target) for line in world.of(AuditLine, USERS).all()}
    assert lines["invitation.send"] == ("Grace Hopper", HOSPITAL)
    assert lines["invitation.accept"] == ("Eva Mora", HOSPITAL)
