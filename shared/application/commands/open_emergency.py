"""Open emergency access to the patients of one organization; its administrators are told at once."""

from datetime import datetime

from shared.application.models.emergency import EmergencyView
from shared.application.ports import Clock, Condition
from shared.application.services.post import post
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission, Role
from shared.domain.audit import AuditLine
from shared.domain.emergency import EmergencyAccess, Reason
from shared.domain.errors import RuleBroken
from shared.domain.mail import Mail
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS, USERS, sessions_of
from shared.domain.session import Session
from shared.domain.user import User
from shared.domain.user_index import place

TOLD = 40  # administrators that fit one commit; an organization has a few


class OpenEmergency(Command[EmergencyView]):
    access = Permission.OPEN_EMERGENCY

    organization_id: OrganizationName
    reason: Reason


@handles(OpenEmergency)
def open_emergency(command: OpenEmergency, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> EmergencyView:
    if actor.emergency:
        raise RuleBroken("You have emergency access already. End it first.", "emergency-open")
    organization = uow.of(Organization, ORGANIZATIONS).get(command.organization_id)
    access = _begun(command, actor, uow, clock.now())
    uow.of(EmergencyAccess, USERS).save(access)
    line = AuditLine.of(actor, "emergency.open", organization.id, clock.now(), command.reason, emergency=True)
    uow.of(AuditLine, USERS).add(line)
    _tell(organization, actor, access, uow)
    uow.commit()
    return EmergencyView.of(access, organization)


def _begun(command: OpenEmergency, actor: Actor, uow: UnitOfWork, now: datetime) -> EmergencyAccess:
    family = uow.of(Session, sessions_of(actor.id)).get(actor.session_id or "none").family
    access = uow.of(EmergencyAccess, USERS).find(actor.id) or EmergencyAccess(
        id=actor.id, organization_id="", reason="", family=family, opened_at=now, until=now
    )
    access.begin(command.organization_id, command.reason, family, now)
    return access


def _tell(organization: Organization, actor: Actor, access: EmergencyAccess, uow: UnitOfWork) -> None:
    """The reason is not in the mail: it may speak of a patient. It stands in the audit."""
    here = Condition("index.places", "has", place(organization.id, Role.ORG_ADMIN))
    for admin in uow.of(User, USERS).all(here, limit=TOLD):
        values = {
            "name": admin.first_name,
            "who": actor.name,
            "organization": organization.display_name,
            "until": f"{access.until:%Y-%m-%d %H:%M} UTC",
        }
        post(Mail(to=admin.email, template="emergency_access", language=admin.language, values=values), uow)
