"""Work in another of one's organizations, with another secret: what a browser kept under the old is void."""

from typing import NamedTuple

from shared.application.models.me import Me
from shared.application.ports import Clock
from shared.application.services.people import describe
from shared.application.services.workplaces import must_be_open
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session, Token
from shared.domain.user import User


class Chosen(NamedTuple):
    me: Me
    token: Token
    remember: bool


class ChooseOrganization(Command[Chosen]):
    access = Permission.MANAGE_SELF

    id: str


@handles(ChooseOrganization)
def choose_organization(
    command: ChooseOrganization, *, uow: UnitOfWork, actor: Actor, clock: Clock
) -> Chosen:
    if actor.emergency:
        raise RuleBroken("You have emergency access. End it first.", "emergency-open")
    user = uow.of(User, USERS).get(actor.id)
    if user.membership_in(command.id) is None:
        raise NotFound("There is no such organization.")  # not found and not yours are the same answer
    sessions = uow.of(Session, sessions_of(user.id))
    old = sessions.get(actor.session_id or "none")
    must_be_open(command.id, uow, old.tenant_id)
    new, token = old.renew(command.id, clock.now())
    sessions.save(old)
    sessions.add(new)
    line = AuditLine.of(actor, "session.choose", command.id, clock.now(), organization_id=command.id)
    uow.of(AuditLine, sessions_of(user.id)).add(line)
    uow.commit()
    return Chosen(describe(user, command.id, uow), token, new.remember)
