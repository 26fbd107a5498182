"""Have a Microsoft account open one's account no longer; something else has to."""

from contextlib import suppress

from shared.application.ports import Clock, Condition
from shared.application.services.sessions import remove
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict, NotFound, RuleBroken
from shared.domain.identity import Identity
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session
from shared.domain.user import Credential, User


class UnlinkIdentity(Command[None]):
    access = Permission.MANAGE_SELF

    identity_id: str


@handles(UnlinkIdentity)
def unlink_identity(command: UnlinkIdentity, *, uow: UnitOfWork, actor: Actor, clock: Clock) -> None:
    identities = uow.of(Identity, USERS)
    identity = identities.find(command.identity_id)
    if identity is None or identity.user_id != actor.id:
        raise NotFound("There is no such Microsoft account.")
    _keep_a_way_in(identity, uow)
    identities.remove(identity)
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, "identity.unlink", actor.id, clock.now(), identity.id))
    uow.commit()
    opened = uow.of(Session, sessions_of(actor.id))
    if remove(opened, lambda one: one.identity_id == identity.id and one.id != actor.session_id):
        with suppress(Conflict):  # a request beside this one uses one of them; it rests in a while
            uow.commit()


def _keep_a_way_in(leaving: Identity, uow: UnitOfWork) -> None:
    """It becomes part of the commit: were it to go at the same moment, one of the two would be stale."""
    user = uow.of(User, USERS).get(leaving.user_id)
    credentials, identities = uow.of(Credential, USERS), uow.of(Identity, USERS)
    if credential := credentials.find(user.email):
        return credentials.save(credential)
    for other in identities.all(Condition("user_id", "is", user.id)):
        if other.id != leaving.id:
            return identities.save(other)
    raise RuleBroken(
        "This is the only way you can sign in. Link another Microsoft account first.", "last-way-in"
    )
