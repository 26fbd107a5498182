"""Give somebody another role in an organization, or say whether they may work there."""

from typing import Literal

from shared.application.models.users import UserRow
from shared.application.ports import Clock
from shared.application.services.members import Rows, keep_admins, person, stay
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission, Role
from shared.domain.audit import AuditLine
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import USERS
from shared.domain.user import User


class ChangeMember(Command[UserRow]):
    access = Permission.MANAGE_PEOPLE

    organization_id: OrganizationName
    user_id: str
    role: Literal[Role.MEMBER, Role.ORG_ADMIN] | None = None  # None: as it is
    active: bool | None = None


@handles(ChangeMember)
def change_member(command: ChangeMember, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> UserRow:
    user = person(command.user_id, command.organization_id, actor, uow)
    if command.role is Role.MEMBER or command.active is False:
        stay(keep_admins(user, [command.organization_id], uow), uow)
    changes = command.model_dump(include={"role", "active"}, exclude_none=True)
    user.change_membership(command.organization_id, clock.now(), **changes)
    uow.of(User, USERS).save(user)
    detail = " ".join([user.id, *(f"{name}={value}" for name, value in changes.items())])
    line = AuditLine.of(actor, "member.change", command.organization_id, clock.now(), detail)
    uow.of(AuditLine, USERS).add(line)
    uow.commit()
    return Rows(uow).of(user, command.organization_id)
