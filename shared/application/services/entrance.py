"""Opening a session, once it is known who is there."""

from dataclasses import replace
from typing import Literal

from shared.application.commands.locate_sign_in import LocateSignIn
from shared.application.locations import Locations
from shared.application.ports import Clock
from shared.application.services.sessions import sweep
from shared.application.services.workplaces import first_open
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.identity import Identity
from shared.domain.partitions import sessions_of
from shared.domain.session import Session, Token
from shared.domain.user import User


class Entrance:
    def __init__(self, locations: Locations, clock: Clock) -> None:
        self._locations, self._clock = locations, clock

    def open(
        self,
        user: User,
        remember: bool,
        how: Literal["password", "microsoft"],
        uow: UnitOfWork,
        actor: Actor,
        identity: Identity | None = None,
    ) -> tuple[str | None, Token]:
        """Where they work now, and what opens it. Raises Forbidden for who may work nowhere."""
        now = self._clock.now()
        organization_id = first_open(user, uow, Identity.tenant_of(identity.id) if identity else None)
        session, token = Session.open(
            user.id, organization_id, remember, now, actor.address, actor.user_agent
        )
        session.identity_id = identity.id if identity else None
        who = replace(user.acting_in(organization_id), address=actor.address)
        uow.of(Session, sessions_of(user.id)).add(session)
        uow.of(AuditLine, sessions_of(user.id)).add(AuditLine.of(who, "session.open", user.id, now, how))
        if self._locations.is_on:
            uow.then(LocateSignIn(user_id=user.id, session_id=session.id))
        uow.commit()
        sweep(user.id, uow, now)
        return organization_id, token
