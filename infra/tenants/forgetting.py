"""Delete everything of an organization. What the platform's own audit says of it stays."""

from collections.abc import Iterator

from infra.tenants.people import dismiss, users_of
from infra.tenants.stores import Stores
from shared.application.ports import Change, Record
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.entity import Value
from shared.domain.organization import Organization
from shared.domain.organization_import import OrganizationImport
from shared.domain.pacs import PacsSettings
from shared.domain.partitions import ORGANIZATIONS

MOST = 90  # records in one commit; Cosmos takes 100


class Holdings(Value):
    """How much there is of an organization."""

    records: int
    lines: int  # of the audit
    blobs: int
    people: int


class Forgetting:
    def __init__(self, stores: Stores, organization_id: str) -> None:
        self._stores, self._name = stores, organization_id

    def look(self) -> Holdings:
        """Raises NotFound."""
        self._stores.organization(self._name)
        records = lines = 0
        for record in self._stores.all_records.under(f"{self._name}~"):
            records += 1
            lines += record.kind == AuditLine.kind
        blobs = sum(1 for _ in self._stores.all_blobs.under(f"{self._name}/"))
        people = sum(1 for _ in users_of(self._name, self._stores.records))
        return Holdings(records=records, lines=lines, blobs=blobs, people=people)

    def run(self, detail: str) -> None:
        """Nobody works there from the first step on; broken off, it can be run again."""
        self._suspend(detail)
        dismiss(self._name, self._stores.records, self._stores.now())
        for name in list(self._stores.all_blobs.under(f"{self._name}/")):
            self._stores.blobs.remove(name)
        self._remove(self._mine())
        self._remove(self._journal())
        self._strike()

    def _suspend(self, detail: str) -> None:
        uow = self._stores.unit_of_work()
        organizations = uow.of(Organization, ORGANIZATIONS)
        organization = organizations.get(self._name)
        organization.status = "suspended"
        organizations.save(organization)
        line = AuditLine.of(PLATFORM, "organization.forget", self._name, self._stores.now(), detail)
        uow.of(AuditLine, ORGANIZATIONS).add(line)
        uow.commit()

    def _mine(self) -> Iterator[Record]:
        """All but what is listed of the platform's chains: those stay, and so does who did it."""
        for record in self._stores.all_records.under(f"{self._name}~"):
            if record.kind != AuditEntry.kind or self._is_mine(record):
                yield record

    def _journal(self) -> Iterator[Record]:
        """What those who run the platform read of lines that are gone."""
        return (
            record for record in self._stores.all_records.under("platform~journal~") if self._is_mine(record)
        )

    def _is_mine(self, entry: Record) -> bool:
        return str(entry.body.get("chain", "")).startswith(f"{self._name}~")

    def _remove(self, records: Iterator[Record]) -> None:
        waiting: list[Record] = []
        for record in records:
            if waiting and (record.partition != waiting[0].partition or len(waiting) == MOST):
                self._commit(waiting)
                waiting = []
            waiting.append(record)
        if waiting:
            self._commit(waiting)

    def _commit(self, records: list[Record]) -> None:
        changes = [Change("remove", r.kind, r.id, {}, r.etag) for r in records]
        self._stores.records.commit(records[0].partition, changes)

    def _strike(self) -> None:
        """The record itself, and with it the name, last. Its PACS's secret goes before."""
        organization = self._stores.organization(self._name)
        if isinstance(organization.source, PacsSettings) and organization.source.secret_name:
            self._stores.secrets.remove(organization.source.secret_name)
        uow = self._stores.unit_of_work()
        uow.of(Organization, ORGANIZATIONS).remove(organization)
        imports = uow.of(OrganizationImport, ORGANIZATIONS)
        if begun := imports.find(self._name):
            imports.remove(begun)
        uow.commit()
