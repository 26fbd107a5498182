"""What an installation keeps, as far as exporting, importing and forgetting an organization need it."""

from dataclasses import dataclass
from datetime import datetime

from shared.application.holdings import BlobHoldings, RecordHoldings
from shared.application.ports import Blobs, Clock, PasswordHasher, RecordStore, Secrets
from shared.application.services.audit_chains import AuditChains
from shared.application.services.audit_key import AuditKey
from shared.application.services.record_kinds import record_kinds
from shared.application.unit_of_work import UnitOfWork
from shared.composition import Imagini
from shared.domain.access import PLATFORM
from shared.domain.audit import AuditLine
from shared.domain.entity import Entity
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS

LOOKED_AT = 100  # records of each kind


@dataclass(frozen=True)
class Stores:
    imagini: Imagini
    records: RecordStore
    blobs: Blobs
    all_records: RecordHoldings
    all_blobs: BlobHoldings
    chains: AuditChains
    audit_key: AuditKey
    passwords: PasswordHasher
    secrets: Secrets

    @classmethod
    def of(cls, imagini: Imagini) -> "Stores":
        get = imagini.get
        holdings = get(RecordHoldings), get(BlobHoldings)
        audit = get(AuditChains), get(AuditKey)
        return cls(
            imagini, get(RecordStore), get(Blobs), *holdings, *audit, get(PasswordHasher), get(Secrets)
        )

    def now(self) -> datetime:
        return self.imagini.get(Clock).now()

    def unit_of_work(self) -> UnitOfWork:
        return self.imagini.unit_of_work()

    def organization(self, name: str) -> Organization:
        """Raises NotFound."""
        record = self.records.get(ORGANIZATIONS, Organization.kind, name)
        if record is None:
            raise NotFound(f"There is no organization named {name}.")
        return Organization.restore(record.body, record.etag)

    def note(self, action: str, organization_id: str, detail: str) -> None:
        """In the audit: of the organization, and of those who run the platform."""
        uow = self.unit_of_work()
        line = AuditLine.of(PLATFORM, action, organization_id, self.now(), detail)
        uow.of(AuditLine, ORGANIZATIONS).add(line)
        uow.commit()

    def must_be_of_today(self, kinds: dict[str, type[Entity]]) -> None:
        """Raise RuleBroken where a newer imagini has written: it knows what this one would spoil."""
        for kind, entity in kinds.items():
            for record in self.records.scan(kind, limit=LOOKED_AT):
                stored_as = record.body.get("schema_version", 1)
                if isinstance(stored_as, int) and stored_as > entity.schema_version():
                    raise RuleBroken(f"A newer imagini has written here ({kind} {stored_as}). Use that one.")


def kinds_of_today() -> dict[str, type[Entity]]:
    """Those of the domain: which others are known follows from what has been imported."""
    known = record_kinds().items()
    return {kind: entity for kind, entity in known if entity.__module__.startswith("shared.domain.")}
