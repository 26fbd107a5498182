"""Whose session a token opens; nobody's, if it has ended."""

from dataclasses import replace

from shared.application.ports import Clock
from shared.application.services.emergencies import with_emergency
from shared.application.services.second_factor_duty import owes_second_factor
from shared.application.services.workplaces import is_closed
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import ANONYMOUS, Actor, Permission
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session, Token
from shared.domain.user import User


class ResolveSession(Query[Actor]):
    access = Permission.SIGN_IN

    token: Token


@handles(ResolveSession)
def resolve_session(query: ResolveSession, *, uow: UnitOfWork, clock: Clock) -> Actor:
    session = uow.of(Session, sessions_of(query.token.user_id)).find(query.token.session_id)
    if session is None or not session.is_live(clock.now()):
        return ANONYMOUS
    user = uow.of(User, USERS).find(session.user_id)
    if user is None or user.has_ended(session.issued_at):
        return ANONYMOUS
    closed = is_closed(session.organization_id, uow, session.tenant_id)  # meanwhile; a new sign-in tells why
    if closed and user.platform_role is None:
        return ANONYMOUS
    worker = user.acting_in(None if closed else session.organization_id)
    actor = with_emergency(worker, session.family, uow, clock.now())
    return replace(
        actor,
        session_id=session.id,
        unnoted=session.is_unnoted(clock.now()),
        owes_second_factor=owes_second_factor(actor, uow),
    )
