"""The audit, as it is handed on and listed."""

from datetime import date, datetime
from typing import Annotated, ClassVar, Self

from pydantic import Field

from shared.application.ports import Condition
from shared.core.mediator import Task
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.audit import AuditEntry, AuditLine, Outcome
from shared.domain.audit_actions import Group
from shared.domain.entity import Value
from shared.domain.organization_name import OrganizationName


class LogAudit(Task):
    """List a line, in the month's list of an organization or of the platform."""

    access = Permission.WORK_IN_BACKGROUND
    queue: ClassVar[str] = "audit"

    chain: str  # the line's partition
    line_id: str
    log: str  # the partition of the list


def listings(line: AuditLine, chain: str) -> list[LogAudit]:
    """Each organization reads its own; the platform's administrators read all that is about no patient."""
    readers: list[str | None] = [line.organization_id] if line.organization_id else []
    if line.group is not Group.PATIENTS or not readers:
        readers.append(None)
    month = f"{line.at:%Y-%m}"
    return [LogAudit(chain=chain, line_id=line.id, log=partitions.audit(reader, month)) for reader in readers]


class AuditRow(Value):
    """One line, as its readers see it."""

    id: str
    at: datetime
    actor_id: str
    actor_name: str
    actor_role: str
    organization_id: str | None
    action: str
    group: Group
    target: str
    detail: str
    patient: str
    study_uid: str
    outcome: Outcome
    emergency: bool
    address: str
    location: str

    @classmethod
    def of(cls, entry: AuditEntry) -> Self:
        return cls.model_validate({name: getattr(entry, name) for name in cls.model_fields})


class AuditPage(Value):
    items: list[AuditRow]
    total: int


class AuditFilter(Value):
    """What readers ask for; each part narrows it."""

    patient: Annotated[str, Field(max_length=64)] = ""  # the MRN, exactly
    search: Annotated[str, Field(max_length=200)] = ""  # part of the name of who did it
    group: Group | None = None
    outcome: Outcome | None = None
    emergency: bool | None = None
    organization: OrganizationName | None = None  # for those who read more than one
    since: date | None = None  # days of UTC, both included
    until: date | None = None

    def conditions(self) -> list[Condition]:
        equal = {
            "patient": self.patient.strip() or None,
            "group": self.group,
            "outcome": self.outcome,
            "emergency": self.emergency,
            "organization_id": self.organization,
        }
        name = self.search.strip()
        named = [Condition("actor_name", "contains", name)] if name else []
        return [Condition(f, "is", value) for f, value in equal.items() if value is not None] + named
