"""Join an organization by the link of a mail: with a new account, or with the one that is signed in."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr, StringConstraints

from shared.application.models.invitations import Welcome
from shared.application.ports import Clock, Condition, PasswordHasher
from shared.application.services.welcome import welcome
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission, Role
from shared.domain.errors import Conflict, Forbidden, RuleBroken
from shared.domain.invitation import Invitation, InvitationToken
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.password import must_be_good, normalized
from shared.domain.user import Credential, User

Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100, pattern=r"^[^\x00-\x1f]*$")]


class AcceptInvitation(Command[Welcome]):
    access = Permission.ACCEPT_INVITATION

    token: Annotated[str, Field(max_length=200)]
    first_name: Name = ""  # these for a new account
    last_name: Name = ""
    password: SecretStr | None = None
    language: Literal["en", "es"] | None = None  # else the organization's


@handles(AcceptInvitation)
def accept_invitation(
    command: AcceptInvitation, *, uow: UnitOfWork, passwords: PasswordHasher, clock: Clock, actor: Actor
) -> Welcome:
    token = InvitationToken.parse(command.token)
    invitation = uow.of(Invitation, USERS).get(token.invitation_id)
    invitation.must_open(token, clock.now())
    if actor.role is Role.ANONYMOUS:
        user = _new_account(command, invitation, uow, passwords)
    else:
        user = _signed_in(actor, invitation, uow)
    welcome(invitation, user, actor.address, uow, clock.now())
    return Welcome(email=user.email, organization_id=invitation.organization_id, role=invitation.role)


def _signed_in(actor: Actor, invitation: Invitation, uow: UnitOfWork) -> User:
    user = uow.of(User, USERS).get(actor.id)
    if user.email != invitation.email:
        raise Forbidden(
            "This invitation is for somebody else. Sign out, and open the link again.", "invitation-of-other"
        )
    return user


def _new_account(
    command: AcceptInvitation, invitation: Invitation, uow: UnitOfWork, passwords: PasswordHasher
) -> User:
    email = invitation.email
    if uow.of(Credential, USERS).find(email):
        uow.of(Invitation, USERS).get(invitation.id).must_be_pending()  # else made by this link just now
        raise Conflict("You have an account already. Sign in, and open the link again.", "account-exists")
    if not (command.first_name and command.last_name and command.password):
        raise RuleBroken("Please give your first name, your last name and a password.")
    password = command.password.get_secret_value()
    must_be_good(password, email, command.first_name, command.last_name)
    user = next(uow.of(User, USERS).all(Condition("email", "is", email), limit=1), None) or User(
        email=email, first_name="", last_name=""
    )
    user.first_name, user.last_name = command.first_name, command.last_name
    if user.etag is None:
        organization = uow.of(Organization, ORGANIZATIONS).get(invitation.organization_id)
        user.language = command.language or organization.language
    hashed = passwords.hash(normalized(password))
    uow.of(Credential, USERS).add(Credential(id=email, user_id=user.id, password_hash=hashed))
    return user
