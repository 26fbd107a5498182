"""The invitations that wait, page by page, and what became of their mails. # F8 F10"""

import pytest

from shared.application.commands.fail_email import FailEmail
from shared.application.commands.forget_invitations import ForgetInvitations
from shared.domain.access import ANONYMOUS, PLATFORM, Role
from shared.domain.invitation import Invitation
from shared.domain.mail import Mail
from shared.domain.partitions import USERS
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.people.steps import (
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
    why,
)
from tests.world import World


def test_who_runs_the_platform_sees_all_of_them_and_each_organization_its_own(
    world: World, head: Browser, caller: Caller
) -> None:
    caller.actor = OPERATOR
    invite(head, "zoe@example.org", role="org_admin")
    world.time.passes(hours=1)
    invite(head, "ana@example.org", CLINIC)

    everybody = waiting(head)
    assert [(one["email"], one["organization_name"], one["role"]) for one in everybody] == [
        ("ana@example.org", "Other Clinic", "member"),  # newest first
        ("zoe@example.org", "Hospital General", "org_admin"),
    ]
    assert [one["email"] for one in waiting(head, f"?organization={HOSPITAL}")] == ["zoe@example.org"]
    caller.actor = HEAD
    assert [one["email"] for one in waiting(head)] == ["zoe@example.org"]
    assert head.get(f"/invitations?organization={CLINIC}").status == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?sort=email&descending=false", ["a0", "a1", "b2"]),
        ("?sort=invited_at&descending=false", ["b2", "a1", "a0"]),
        ("?sort=expires_at", ["a0", "a1", "b2"]),
        ("?sort=role&descending=false&limit=1", ["a1"]),
        ("?search=A0%40Exam", ["a0"]),
        ("?sort=email&offset=1&limit=1", ["a1"]),
        ("?search=nobody", []),
    ],
)
def test_they_are_sorted_searched_and_paged(
    world: World, head: Browser, query: str, expected: list[str]
) -> None:
    for name, role in (("b2", "org_admin"), ("a1", "member"), ("a0", "org_admin")):
        invite(head, f"{name}@example.org", role=role)
        world.time.passes(minutes=1)

    assert [one["email"].partition("@")[0] for one in waiting(head, query)] == expected


def give_up_on_the_mail(world: World) -> None:
    [mail] = world.of(Mail, USERS).all()
    world.send(FailEmail(mail_id=mail.id), PLATFORM)


def test_an_invitation_says_that_its_mail_could_not_be_sent(world: World, head: Browser) -> None:
    sent = invite(head).json
    give_up_on_the_mail(world)

    assert (sent["status"], waiting(head)[0]["status"]) == ("pending", "undelivered")


def test_sent_again_it_waits_for_its_new_mail_and_hears_no_more_of_the_old(
    world: World, head: Browser
) -> None:
    invitation = invite(head).json["id"]
    [old] = world.of(Mail, USERS).all()
    assert head.post(f"{THERE}/{invitation}/renewal").json["status"] == "pending"
    world.send(FailEmail(mail_id=old.id), PLATFORM)

    assert waiting(head)[0]["status"] == "pending"
    list(mails(world))
    assert waiting(head)[0]["status"] == "pending"


def test_a_mail_that_fails_after_its_invitation_was_forgotten_troubles_nobody(
    world: World, head: Browser
) -> None:
    invite(head)
    world.time.passes(days=7 + 30)
    assert world.send(ForgetInvitations(), PLATFORM) == 1

    give_up_on_the_mail(world)
    [mail] = world.of(Mail, USERS).all()
    assert mail.failed


def test_invitations_are_forgotten_thirty_days_after_their_end(
    world: World, head: Browser, caller: Caller
) -> None:
    invite(head)
    caller.actor, token = ANONYMOUS, link(world)
    accept(head, token, **EVAS)
    world.time.passes(days=7 + 29)
    caller.actor = HEAD
    invite(head, "late@example.org")

    assert world.send(ForgetInvitations(), PLATFORM) == 0
    assert why(head.get(f"/invitations/{token}")) == "urn:imagini:invitation-accepted"
    world.time.passes(days=1)
    assert (world.send(ForgetInvitations(), PLATFORM), world.send(ForgetInvitations(), PLATFORM)) == (1, 0)
    assert head.get(f"/invitations/{token}").status == 404
    assert [one["email"] for one in waiting(head)] == ["late@example.org"]


def test_however_many_there_are_each_run_forgets_what_one_commit_holds(world: World) -> None:
    for number in range(100):
        invitation, _ = Invitation.write(
            f"p{number}@example.org", HOSPITAL, Role.MEMBER, "Grace", world.time.now()
        )
        world.keep(USERS, invitation)
    world.time.passes(days=37)

    assert [world.send(ForgetInvitations(), PLATFORM) for _ in range(3)] == [90, 10, 0]
