"""Opening a session, once it is known who is there."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from shared.application.services.sessions import sweep
from shared.application.services.workplaces import first_open
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.identity import Identity
from shared.domain.partitions import sessions_of
from shared.domain.session import Session, Token
from shared.domain.user import User


def enter(
    user: User,
    remember: bool,
    how: Literal["password", "microsoft"],
    uow: UnitOfWork,
    actor: Actor,
    now: datetime,
    identity: Identity | None = None,
) -> tuple[str | None, Token]:
    """Where they work now, and what opens it. Raises Forbidden for who may work nowhere."""
    tenant_id = Identity.tenant_of(identity.id) if identity else None
    organization_id = first_open(user, uow, tenant_id)
    session, token = Session.open(user.id, organization_id, remember, now, actor.address, actor.user_agent)
    session.identity_id = identity.id if identity else None
    who = replace(user.acting_in(organization_id), address=actor.address)
    uow.of(Session, sessions_of(user.id)).add(session)
    uow.of(AuditLine, sessions_of(user.id)).add(AuditLine.of(who, "session.open", user.id, now, how))
    uow.commit()
    sweep(user.id, uow, now)
    return organization_id, token
