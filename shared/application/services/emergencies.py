"""Who has emergency access at the moment, and to what."""

from dataclasses import replace
from datetime import datetime

from shared.application.models.emergency import EmergencyView
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import UNBOUND, Actor
from shared.domain.emergency import EmergencyAccess
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS


def with_emergency(actor: Actor, family: str, uow: UnitOfWork, now: datetime) -> Actor:
    """This person, at work where they have emergency access."""
    if actor.role not in UNBOUND:
        return actor
    access = uow.of(EmergencyAccess, USERS).find(actor.id)
    if access is None or not access.is_open(family, now):
        return actor
    return replace(actor, organization_id=access.organization_id, emergency=True)


def emergency_of(actor: Actor, uow: UnitOfWork) -> EmergencyView | None:
    access = uow.of(EmergencyAccess, USERS).find(actor.id) if actor.emergency else None
    if access is None:
        return None
    return EmergencyView.of(access, uow.of(Organization, ORGANIZATIONS).find(access.organization_id))
