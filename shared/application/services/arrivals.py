"""What somebody whom Microsoft has recognized came back for: to sign in, to link, or to join."""

from dataclasses import replace
from datetime import datetime

from shared.application.microsoft import MicrosoftAccount
from shared.application.ports import Condition
from shared.application.services.post import post
from shared.application.services.welcome import welcome
from shared.application.services.workplaces import first_open
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.departure import Departure
from shared.domain.errors import Conflict, Forbidden, Gone, Unauthenticated
from shared.domain.identity import Identity
from shared.domain.invitation import Invitation
from shared.domain.mail import Mail
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS, sessions_of
from shared.domain.session import Session
from shared.domain.user import Credential, User


class Arrivals:
    def __init__(self, uow: UnitOfWork, now: datetime) -> None:
        self._uow, self._now = uow, now
        self.user_id = ""  # whom Microsoft has recognized, also where they are refused then
        self._users, self._identities = uow.of(User, USERS), uow.of(Identity, USERS)

    def who(self, departure: Departure, account: MicrosoftAccount, actor: Actor) -> tuple[User, Identity]:
        """Who may come in now. Raises Unauthenticated for who is not known, nor invited."""
        if departure.purpose == "join":
            return self._join(departure, account, actor)
        return self._known(account)

    def _known(self, account: MicrosoftAccount) -> tuple[User, Identity]:
        """By tenant and object, whatever the account calls itself. Raises Unauthenticated."""
        identity = self._identities.find(_id_of(account))
        if identity is None:
            raise Unauthenticated("No account here belongs to this Microsoft account.", "microsoft-unknown")
        self.user_id = identity.user_id
        return self._users.get(identity.user_id), identity

    def link(self, departure: Departure, account: MicrosoftAccount, actor: Actor) -> None:
        """To the account of whom asked for it, if they are still signed in where they did. Twice is once."""
        self.user_id = departure.user_id
        session = self._uow.of(Session, sessions_of(departure.user_id)).find(departure.session_id)
        user = self._users.get(departure.user_id)
        if session is None or not session.is_live(self._now) or user.has_ended(session.issued_at):
            raise Gone("You are no longer signed in. Sign in, and try again.", "microsoft-expired")
        first_open(user, self._uow, account.tenant_id)
        if linked := self._identities.find(_id_of(account)):
            return _must_be_of(linked, user)
        who = replace(user.acting_in(session.organization_id), address=actor.address)
        identity = self._new(account, user)
        line = AuditLine.of(who, "identity.link", user.id, self._now, identity.id)
        self._uow.of(AuditLine, USERS).add(line)
        values = {"name": user.first_name, "account": account.shown_as}
        told = Mail(to=user.email, template="identity_linked", language=user.language, values=values)
        post(told, self._uow)
        return self._commit(identity.id, user)

    def _join(self, departure: Departure, account: MicrosoftAccount, actor: Actor) -> tuple[User, Identity]:
        """By an invitation: its link has proven whose mailbox it is; Microsoft is not asked about that."""
        invitation = self._uow.of(Invitation, USERS).get(departure.invitation_id)
        _must_still_open(invitation, departure, self._now)
        organization = self._uow.of(Organization, ORGANIZATIONS).get(invitation.organization_id)
        organization.must_admit(account.tenant_id)
        identity = self._identities.find(_id_of(account))
        user = self._users.get(identity.user_id) if identity else self._new_user(account, invitation)
        if user.email != invitation.email:
            raise Forbidden("This invitation is for somebody else.", "invitation-of-other")
        if user.etag is None:
            user.language = organization.language
        identity = identity or self._new(account, user)
        welcome(invitation, user, actor.address, self._uow, self._now)
        return user, identity

    def _new_user(self, account: MicrosoftAccount, invitation: Invitation) -> User:
        email = Condition("email", "is", invitation.email)
        user = next(self._users.all(email, limit=1), None)
        ways_in = self._uow.of(Credential, USERS).find(invitation.email) or (
            user and next(self._identities.all(Condition("user_id", "is", user.id), limit=1), None)
        )
        if ways_in:  # whoever holds that account decides, signed in, what else opens it
            raise Conflict("You have an account already. Sign in, and open the link again.", "account-exists")
        user = user or User(email=invitation.email, first_name="", last_name="")
        user.first_name = account.first_name or user.first_name or invitation.email.partition("@")[0]
        user.last_name = account.last_name or user.last_name
        return user

    def _new(self, account: MicrosoftAccount, user: User) -> Identity:
        id, shown = _id_of(account), account.shown_as
        identity = Identity(id=id, user_id=user.id, shown_as=shown, linked_at=self._now)
        self._identities.add(identity)
        return identity

    def _commit(self, identity_id: str, user: User) -> None:
        """Of two who link one Microsoft account at the same moment, one gets it."""
        try:
            self._uow.commit()
        except Conflict:
            if linked := self._identities.find(identity_id):
                return _must_be_of(linked, user)
            raise


def _id_of(account: MicrosoftAccount) -> str:
    return Identity.id_of(account.tenant_id, account.object_id)


def _must_still_open(invitation: Invitation, departure: Departure, now: datetime) -> None:
    """It did when they left."""
    invitation.must_be_pending()
    if invitation.secret_hash != departure.invitation_hash or invitation.is_expired(now):
        raise Gone("This invitation has expired. Please ask for a new one.", "invitation-expired")


def _must_be_of(identity: Identity, user: User) -> None:
    if identity.user_id != user.id:
        raise Conflict("This Microsoft account belongs to another account here.", "microsoft-taken")
