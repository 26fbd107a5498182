"""Everything of an organization into one file, as a stream: at most one chain of the audit is in memory."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from infra.local.stack.progress import tell
from infra.tenants.crate import Packing, packing
from infra.tenants.manifest import INVITATIONS, NOT_CARRIED, ORGANIZATION, PEOPLE, Manifest
from infra.tenants.people import invitations_of, people_of
from infra.tenants.progress import Gigabytes
from infra.tenants.seals import Chain
from infra.tenants.stores import Stores, kinds_of_today
from shared.application.ports import Record
from shared.domain.audit_fault import Fault
from shared.domain.entity import Value
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.organization import Organization
from shared.domain.pacs import PacsSettings
from shared.settings import VERSION

TOLD = 1000  # partitions between two words on how far it is
LEFT_OUT = {
    "passwords, second factors, Microsoft accounts and sessions": "they are the people's: who has no account "
    "where this is imported chooses a password by 'Forgot your password'",
    "where else people work, and who runs the platform": "it is the platform's",
    "the secret of the PACS": "it lies with the installation's secrets: enter it again under Settings",
    "copies of series": "made again when somebody opens them, or has them analysed",
    "what waited in queues, and what was given up": "an analysis that was under way is started again",
}


class Exported(Value):
    manifest: Manifest
    digest: str  # of the manifest: who keeps it apart from the file sees whether it is the same file


class Exporting:
    def __init__(self, stores: Stores, organization_id: str) -> None:
        self._stores, self._organization_id = stores, organization_id
        self._records = self._lines = self._people = 0
        self._kinds = kinds_of_today()
        self._faults: list[Fault] = []

    def run(self, path: Path) -> Exported:
        """Raises NotFound, RuleBroken, Unavailable; then there is no file."""
        organization = self._stores.organization(self._organization_id)
        self._stores.must_be_of_today(self._kinds)
        with packing(path) as crate:
            self._stores.note(
                "organization.export", organization.id, path.name
            )  # before anything is handed out
            self._pack_platform(crate, organization)
            self._pack_records(crate)
            self._pack_blobs(crate)  # after the records, as bytes are there before a record names them
            manifest = self._manifest(crate)
            return Exported(manifest=manifest, digest=crate.close(manifest))

    def _pack_platform(self, crate: Packing, organization: Organization) -> None:
        if isinstance(organization.source, PacsSettings):
            organization.source = organization.source.model_copy(update={"secret_name": None})
        crate.add(ORGANIZATION, [_json(organization.body())])
        people = list(people_of(organization.id, self._stores.records))
        self._people = len(people)
        crate.add(PEOPLE, (_json(person.model_dump(mode="json")) for person in people))
        invitations = invitations_of(organization.id, self._stores.records)
        crate.add(INVITATIONS, (_json(invitation.body()) for invitation in invitations))

    def _pack_records(self, crate: Packing) -> None:
        mine = self._stores.all_records.under(f"{self._organization_id}~")
        for number, (partition, records) in enumerate(groupby(mine, lambda record: record.partition), 1):
            crate.add(f"records/{number:08}.jsonl", self._packed(partition, records), partition)
            if number % TOLD == 0:
                tell(f"{number} partitions, {self._records} records")

    def _packed(self, partition: str, records: Iterable[Record]) -> Iterator[bytes]:
        chain = Chain(partition)
        for record in records:
            if record.kind in NOT_CARRIED:
                continue
            self._must_be_readable(record)
            self._records += 1
            chain.take(record)
            yield _json({"kind": record.kind, "id": record.id, "body": record.body})
        if chain.as_it_was:
            self._lines += len(chain.lines)
            self._faults += chain.faults(self._stores.audit_key.value)

    def _must_be_readable(self, record: Record) -> None:
        known, stored_as = self._kinds.get(record.kind), record.body.get("schema_version", 1)
        if known and isinstance(stored_as, int) and stored_as > known.schema_version():
            raise RuleBroken(f"A newer imagini has written here ({record.kind} {stored_as}). Use that one.")

    def _pack_blobs(self, crate: Packing) -> None:
        progress = Gigabytes("images and results")
        for name in self._stores.all_blobs.under(f"{self._organization_id}/"):
            if name.startswith((f"{self._organization_id}/kept/", f"{self._organization_id}/fetched/")):
                continue
            try:
                data, found = self._stores.blobs.stream(name), self._stores.blobs.stat(name)
            except NotFound:
                continue  # removed meanwhile
            kind = found.content_type if found else ""
            crate.add(f"blobs/{name}", data, name, kind, packed=False)
            progress.add(crate.entries[-1].size)

    def _manifest(self, crate: Packing) -> Manifest:
        return Manifest(
            organization_id=self._organization_id,
            exported_at=self._stores.now(),
            exported_by=VERSION,
            kinds={kind: entity.schema_version() for kind, entity in self._kinds.items()},
            left_out=LEFT_OUT,
            faults=self._faults,
            records=self._records,
            lines=self._lines,
            people=self._people,
            entries=crate.entries,
        )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
