"""What opens somebody's account: linked by themselves, or by the invitation that made it. # C1"""

from pathlib import Path

import pytest

from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.invite_user import InviteUser
from shared.application.commands.resend_invitation import ResendInvitation
from shared.application.ports import Condition
from shared.domain.access import PLATFORM, Role
from shared.domain.audit import AuditLine
from shared.domain.mail import Mail
from shared.domain.partitions import USERS
from tests.builders import CLINIC, HOSPITAL
from tests.unit.functions.browser import CSRF, Browser
from tests.unit.functions.entra import (
    COOKIE,
    FederatedWorld,
    account,
    come_back,
    join,
    link,
    sign_in,
    state_in,
)
from tests.world import EMAIL, PASSWORD

EVA = "eva@example.org"


@pytest.fixture
def world(tmp_path: Path) -> FederatedWorld:
    return FederatedWorld(tmp_path)


def invite(world: FederatedWorld, email: str = EVA, organization: str = HOSPITAL) -> str:
    """The token in the mail."""
    world.send(InviteUser(organization_id=organization, email=email, role=Role.MEMBER), PLATFORM)
    [mail] = [mail for mail in world.of(Mail, USERS).all() if mail.to == email]
    return mail.values["token"]


def ids(browser: Browser) -> list[str]:
    return [identity["id"] for identity in browser.get("/me/identities").json]


def unlink(browser: Browser, identity_id: str) -> int:
    return browser.ask("DELETE", f"/me/identities/{identity_id}", headers=CSRF).status


def test_a_linked_account_is_listed_audited_and_its_owner_told(ada: Browser, world: FederatedWorld) -> None:
    assert link(ada).headers["location"] == "/profile"
    assert link(ada).headers["location"] == "/profile"  # twice is once

    [identity] = ada.get("/me/identities").json
    assert (identity["provider"], identity["shown_as"]) == ("microsoft", "ada@contoso.example")
    [line] = world.of(AuditLine, USERS).all(Condition("action", "is", "identity.link"))
    assert (line.actor_name, line.detail) == ("Ada Lovelace", identity["id"])
    [mail] = world.of(Mail, USERS).all()
    assert (mail.to, mail.template) == (EMAIL, "identity_linked")


def test_nobody_links_without_being_signed_in(browser: Browser) -> None:
    assert browser.post("/me/identities/microsoft").status == 401


def test_nothing_is_linked_for_who_has_signed_out_meanwhile(ada: Browser) -> None:
    state = state_in(ada.post("/me/identities/microsoft").json["address"])
    ada.post("/auth/sign-out")

    assert come_back(ada, state).headers["location"] == "/profile?problem=microsoft-expired"
    ada.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD})
    assert ids(ada) == []


def test_an_account_belongs_to_one_person(ada: Browser, world: FederatedWorld) -> None:
    link(ada)
    world.entra.next = account(8)
    eva = Browser()
    assert join(eva, invite(world)).headers["location"] == "/"

    world.entra.next = account(7)

    assert link(eva).headers["location"] == "/profile?problem=microsoft-taken"
    assert len(ids(ada)) == len(ids(eva)) == 1


def test_an_unlinked_account_opens_nothing_and_what_it_had_opened_ends(
    ada: Browser, world: FederatedWorld
) -> None:
    link(ada)
    elsewhere = Browser()
    sign_in(elsewhere)

    assert unlink(ada, ids(ada)[0]) == 204

    assert (ada.get("/me").status, elsewhere.get("/me").status) == (200, 401)
    assert sign_in(elsewhere).headers["location"] == "/auth/signin?problem=microsoft-unknown"
    [line] = world.of(AuditLine, USERS).all(Condition("action", "is", "identity.unlink"))
    assert line.actor_name == "Ada Lovelace"


def test_nobody_unlinks_somebody_elses(ada: Browser, world: FederatedWorld) -> None:
    link(ada)
    world.entra.next = account(8)
    eva = Browser()
    join(eva, invite(world))

    assert unlink(eva, ids(ada)[0]) == 404
    assert len(ids(ada)) == 1


def test_the_only_way_in_stays(ada: Browser, world: FederatedWorld) -> None:  # noqa: ARG001  the hospital
    eva = Browser()
    join(eva, invite(world))

    assert unlink(eva, ids(eva)[0]) == 422

    world.entra.next = account(8)
    link(eva)
    assert unlink(eva, ids(eva)[0]) == 204


def test_who_has_only_microsoft_sets_a_password_right_after_signing_in_with_it(
    ada: Browser,  # noqa: ARG001  the hospital
    world: FederatedWorld,
) -> None:
    """And not by mail: whoever reads somebody's mail would get in without what Microsoft asks for."""
    eva, chosen = Browser(), {"current": "", "new": "seven quiet pianos in a row"}
    join(eva, invite(world))
    eva.post("/auth/forgot-password", {"email": EVA})
    assert "password_reset" not in {mail.template for mail in world.of(Mail, USERS).all()}
    world.time.passes(minutes=11)
    assert eva.put("/me/password", chosen).json["type"].endswith("sign-in-again")

    sign_in(eva)
    assert eva.put("/me/password", chosen).status == 204

    assert Browser().post("/auth/sign-in", {"email": EVA, "password": chosen["new"]}).status == 200
    assert eva.get("/me/second-factor").json["has_password"]
    assert unlink(eva, ids(eva)[0]) == 204  # no longer the only way in
    assert "password_changed" in {mail.template for mail in world.of(Mail, USERS).all()}


def test_an_invitation_is_accepted_for_the_address_that_it_was_sent_to(
    ada: Browser, world: FederatedWorld
) -> None:
    """Whatever address the Microsoft account shows: here, somebody else's."""
    token, eva = invite(world), Browser()
    world.entra.next = account(8, shown_as=EMAIL)

    assert join(eva, token).headers["location"] == "/"

    me = eva.get("/me").json
    assert (me["user"]["email"], me["user"]["first_name"], me["user"]["last_name"]) == (EVA, "Ada", "Byron")
    assert (me["organization"]["id"], me["organization"]["role"]) == (HOSPITAL, "member")
    assert ada.post(f"/invitations/{token}/microsoft").status == 410


def test_an_invitation_gives_nobody_a_second_key_to_an_account_that_exists(
    ada: Browser, world: FederatedWorld
) -> None:
    world.send(CreateOrganization(name=CLINIC, display_name="Other Clinic"), PLATFORM)
    token, holder = invite(world, EMAIL, CLINIC), Browser()

    assert join(holder, token).headers["location"] == "/auth/signin?problem=account-exists"
    assert COOKIE not in holder.cookies
    assert ids(ada) == []


def test_who_comes_as_somebody_else_cannot_accept_their_invitation(
    ada: Browser, world: FederatedWorld
) -> None:
    link(ada)

    answer = join(Browser(), invite(world))

    assert answer.headers["location"] == "/auth/signin?problem=invitation-of-other"


def test_an_invitation_that_was_renewed_meanwhile_is_not_accepted(
    ada: Browser,  # noqa: ARG001  the hospital
    world: FederatedWorld,
) -> None:
    eva, token = Browser(), invite(world)
    state = state_in(eva.post(f"/invitations/{token}/microsoft").json["address"])
    renewal = ResendInvitation(organization_id=HOSPITAL, invitation_id=token.partition("~")[0])
    world.send(renewal, PLATFORM)

    assert come_back(eva, state).headers["location"] == "/auth/signin?problem=invitation-expired"
    assert eva.post(f"/invitations/{token}/microsoft").status == 410
