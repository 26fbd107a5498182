"""Check the connection to an organization's PACS, and keep what it can do."""

from shared.application.dicom.checking import Checking, SourceChecker, followed
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS


class CheckSource(Command[Checking]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName


@handles(CheckSource)
def check_source(
    command: CheckSource, *, uow: UnitOfWork, checker: SourceChecker, clock: Clock, actor: Actor
) -> Checking:
    organizations = uow.of(Organization, ORGANIZATIONS)
    pacs = organizations.get(command.organization_id).pacs
    check = yield from followed(checker.steps(pacs), clock)
    organization = organizations.get(command.organization_id)
    if organization.source == pacs:  # still: it takes a while
        organization.learn(check.capabilities)
        organizations.save(organization)
    line = AuditLine.of(actor, "source.check", organization.id, clock.now(), check.summary)
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()
    return check
