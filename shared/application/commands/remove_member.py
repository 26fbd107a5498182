"""Take somebody out of an organization; what they wrote there stays."""

from shared.application.ports import Clock
from shared.application.services.members import keep_admins, person, stay
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import USERS
from shared.domain.user import User


class RemoveMember(Command[None]):
    access = Permission.MANAGE_PEOPLE

    organization_id: OrganizationName
    user_id: str


@handles(RemoveMember)
def remove_member(command: RemoveMember, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> None:
    user = person(command.user_id, command.organization_id, actor, uow)
    stay(keep_admins(user, [command.organization_id], uow), uow)
    user.leave(command.organization_id, clock.now())
    uow.of(User, USERS).save(user)
    line = AuditLine.of(actor, "member.remove", command.organization_id, clock.now(), user.id)
    uow.of(AuditLine, USERS).add(line)
    uow.commit()
